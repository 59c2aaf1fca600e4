import { twelveFactor, wellArchitected } from './controls.ts';
import { deployedBy } from './facts/deployment-marks.ts';
import { isTerminated, TERMINATED } from './facts/instance-life.ts';
import { defineRule, fail, pass, type Judgement } from './rule.ts';

const AGENTS: ReadonlySet<string> = new Set(['codedeploy-agent', 'cfn-hup', 'puppet', 'chef-infra-client', 'ansible', 'salt', 'octopus-tentacle']);

const UNMARKED = unmarked('none of its tags');
const UNMARKED_IN_GROUP = unmarked('neither its tags nor those of its Auto Scaling group');

/** Nothing says by which tool the machine and what is on it came to be. */
export const untrackedDeployment = defineRule({
  id: 'untracked-deployment',
  code: 'M13',
  title: 'Instances are made by a deployment tool',
  severity: 'low',
  subject: 'instance',
  needs: [],
  wants: ['autoScalingGroup'],
  controls: [...wellArchitected('OPS05-BP03', 'REL08-BP05'), ...twelveFactor('V Build, release, run')],
  why: 'Without a source of truth the target has to be written from what can be seen, and what cannot be seen is missed.',
  remediation: {
    summary: 'Import the instance into a CloudFormation stack (or your tool of choice) before it is changed, so that each later step is a reviewed difference.',
    command: 'aws cloudformation create-change-set --stack-name <stack-name> --change-set-name <name> --change-set-type IMPORT --resources-to-import file://<resources-file> --template-body file://<template-file>',
    cost: 'No charge; one to three days for each stack.',
    interrupts: 'no',
  },
  phase: 'stabilise',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/import-resources.html',
    'https://docs.aws.amazon.com/wellarchitected/latest/framework/rel_tracking_change_management_automated_changemgmt.html',
  ],
  judge(instance, context) {
    if (isTerminated(instance)) return TERMINATED;
    const groupName = instance.tags['aws:autoscaling:groupName'];
    const group = groupName === undefined ? undefined : context.get('autoScalingGroup', groupName);
    const tool = deployedBy(instance.tags) ?? (group && deployedBy(group.tags));
    if (tool !== undefined) return pass({ text: `made by ${tool}`, basis: 'configuration' });
    const agent = context.insight.componentsOf(instance.id).find(({ component }) => AGENTS.has(component));
    if (agent) return pass({ text: `${agent.component} deploys to it`, basis: 'text' });
    return group ? UNMARKED_IN_GROUP : UNMARKED;
  },
});

function unmarked(looked: string): Judgement {
  return fail({ text: `${looked} name a deployment tool; associations of Systems Manager were not looked at`, basis: 'configuration' });
}
