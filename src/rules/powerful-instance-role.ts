import type { Evidence } from '../model/index.ts';
import { securityHub, wellArchitected } from './controls.ts';
import { isTerminated, TERMINATED } from './facts/instance-life.ts';
import { describeExposure, reachedFromInternet } from './facts/internet-reach.ts';
import { defineRule, fail, notApplicable, pass, undecided } from './rule.ts';

/** AWS's own policies that grant all, or all but the management of identities. */
const POWERFUL: ReadonlySet<string> = new Set(['AdministratorAccess', 'PowerUserAccess']);

/** The role of the instance may do nearly everything; worse where the internet reaches the instance. */
export const powerfulInstanceRole = defineRule({
  id: 'powerful-instance-role',
  code: 'I07',
  title: 'The role of the instance grants only what the application needs',
  severity: 'high',
  subject: 'instance',
  needs: ['instanceProfile'],
  wants: ['rolePolicies'],
  controls: [...securityHub('IAM.1'), ...wellArchitected('SEC03-BP07')],
  why: 'Each service that is cut out needs a narrow role of its own; this role shows only their union. And who takes over an instance that the internet reaches takes over the account with it.',
  remediation: {
    summary: 'Write a policy from what the role has used (IAM Access Analyzer can draft it), attach it, then detach the powerful one.',
    command: 'aws iam detach-role-policy --role-name <role-name> --policy-arn <policy-arn>',
    cost: 'No charge; two to five days to watch the use of the role and to narrow it.',
    interrupts: 'brief',
  },
  phase: 'stabilise',
  sources: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-1',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-policy-generation.html',
  ],
  judge(instance, context) {
    if (isTerminated(instance)) return TERMINATED;
    const arn = instance.IamInstanceProfile?.Arn;
    if (arn === undefined) return notApplicable('the instance has no instance profile');
    const profile = context.get('instanceProfile', arn);
    if (!profile) return undecided(`the instance profile ${arn} was not found`);
    const roles = (profile.Roles ?? []).flatMap(({ RoleName }) => RoleName ?? []);
    const grants: Evidence[] = [];
    const unread: string[] = [];
    for (const name of roles) {
      const policies = context.get('rolePolicies', name);
      if (!policies) unread.push(name);
      for (const { PolicyName } of policies?.AttachedPolicies ?? []) {
        if (PolicyName !== undefined && POWERFUL.has(PolicyName)) grants.push({ text: `role ${name} has the policy ${PolicyName}`, basis: 'configuration' });
      }
      for (const inline of policies?.UnrestrictedInlinePolicies ?? []) {
        grants.push({ text: `role ${name} has the inline policy ${inline}, which allows every action on every resource`, basis: 'configuration' });
      }
    }
    if (grants.length === 0) {
      if (unread.length === 0) return pass();
      const completeness = context.completeness('rolePolicies');
      return undecided(`the policies of role ${unread.join(', ')} are not known${completeness.state === 'complete' ? '' : `: ${completeness.reason}`}`);
    }
    const reached = reachedFromInternet(context.insight.exposuresOf(instance.id));
    if (!reached) return fail(...grants);
    return { ...fail(...grants, { text: `the internet reaches it: ${describeExposure(reached)}`, basis: 'configuration' }), severity: 'critical' };
  },
});
