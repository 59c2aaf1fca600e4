import { securityHub, wellArchitected } from './controls.ts';
import { isOff, NOT_RUNNING } from './facts/instance-life.ts';
import { defineRule, fail, pass, type Judgement } from './rule.ts';

const NOT_KNOWN: Judgement = { ...fail({ text: 'Systems Manager does not know the instance', basis: 'inventory' }), fromAbsence: true };

/** A running instance that Systems Manager does not know, or has lost. */
export const notManagedBySsm = defineRule({
  id: 'not-managed-by-ssm',
  code: 'I08',
  title: 'Running instances answer to Systems Manager',
  severity: 'medium',
  subject: 'instance',
  needs: ['managedInstance'],
  controls: [...securityHub('SSM.1'), ...wellArchitected('SEC06-BP03')],
  why: 'Without the agent there is no inventory, no patch state and no login without keys: what runs on the machine stays a guess, and the plan rests on it.',
  remediation: {
    summary: 'Install or start the SSM agent and attach the policy AmazonSSMManagedInstanceCore to the role; a private subnet needs the ssm and ssmmessages endpoints.',
    command: 'aws iam attach-role-policy --role-name <role-name> --policy-arn <arn-of-AmazonSSMManagedInstanceCore>',
    cost: 'No charge for the agent; interface endpoints cost about USD 0.01 per zone and hour; an hour for each image.',
    interrupts: 'no',
  },
  phase: 'stabilise',
  sources: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ssm-controls.html#ssm-1',
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/troubleshooting-managed-instances.html',
  ],
  judge(instance, context) {
    if (isOff(instance)) return NOT_RUNNING;
    const managed = context.get('managedInstance', instance.id);
    if (!managed) return NOT_KNOWN;
    if (managed.PingStatus === 'Online') return pass();
    const last = managed.LastPingDateTime === undefined ? '' : `, last heard of at ${managed.LastPingDateTime}`;
    return fail({ text: `the agent's PingStatus is ${managed.PingStatus ?? 'not stated'}${last}`, basis: 'inventory' });
  },
});
