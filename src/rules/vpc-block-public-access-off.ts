import { securityHub, wellArchitected } from './controls.ts';
import { defineRule, fail, pass, undecided } from './rule.ts';

export const vpcBlockPublicAccessOff = defineRule({
  id: 'vpc-block-public-access-off',
  code: 'X16',
  title: 'VPC Block Public Access is on, without exclusions',
  severity: 'info',
  subject: 'scope',
  needs: ['vpcBlockPublicAccessOptions', 'vpcBlockPublicAccessExclusion'],
  controls: [...securityHub('EC2.172'), ...wellArchitected('SEC05-BP01')],
  why: 'The account that the workload moves to can start closed, and open only what the plan names.',
  remediation: {
    summary: 'Turn it on in the target account first; here, exclude the subnets that serve the internet before.',
    command: 'aws ec2 modify-vpc-block-public-access-options --internet-gateway-block-mode block-ingress',
    cost: 'No charge; everything that is public and not excluded loses its clients.',
    interrupts: 'yes',
  },
  phase: 'migrate',
  sources: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-172',
    'https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html',
  ],
  judge(_scope, context) {
    const mode = context.list('vpcBlockPublicAccessOptions')[0]?.InternetGatewayBlockMode;
    if (mode === undefined) return undecided('the answer does not state the block mode');
    const exclusions = context.list('vpcBlockPublicAccessExclusion').filter((exclusion) => exclusion.State === undefined || /^(create|update)-complete$/u.test(exclusion.State));
    const state = { text: `InternetGatewayBlockMode is ${mode}`, basis: 'configuration' as const };
    if (mode === 'off') return fail(state);
    if (exclusions.length === 0) return pass(state);
    return fail(state, ...exclusions.map((exclusion) => ({
      text: `${exclusion.ResourceArn ?? exclusion.id} is excluded (${exclusion.InternetGatewayExclusionMode ?? 'mode not stated'})`, basis: 'configuration' as const,
    })));
  },
});
