import { cis, securityHub, wellArchitected } from './controls.ts';
import type { Evidence } from '../model/index.ts';
import { COVERAGE_FLOOR, readFigure } from './facts/figure.ts';
import { isTerminated, TERMINATED } from './facts/instance-life.ts';
import { defineRule, fail, pass, undecided } from './rule.ts';

const OPTIONAL: Evidence = { text: 'HttpTokens is optional: requests without a session token are answered', basis: 'configuration' };

/** `HttpTokens` is `optional` while the metadata endpoint is on. */
export const imdsv1Allowed = defineRule({
  id: 'imdsv1-allowed',
  code: 'I01',
  title: 'The metadata service answers only requests with a session token',
  severity: 'high',
  subject: 'instance',
  needs: [],
  controls: [...securityHub('EC2.8'), ...cis('6.7'), ...wellArchitected('SEC06-BP01')],
  why: 'A forged request that the application can be talked into making reads the role\'s credentials. And an SDK too old for tokens works here and fails on the new image or in a container, so it has to be found before the move.',
  remediation: {
    summary: 'Upgrade the SDKs that still call without a token, until MetadataNoToken stays at 0; then require tokens.',
    command: 'aws ec2 modify-instance-metadata-options --instance-id <instance-id> --http-tokens required --http-endpoint enabled',
    cost: 'No charge; an hour for each instance, days where an SDK has to be upgraded first.',
    interrupts: 'no',
  },
  phase: 'stabilise',
  sources: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-8',
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-metadata-transition-to-version-2.html',
  ],
  thresholds: { coverage: COVERAGE_FLOOR },
  judge(instance, context) {
    if (isTerminated(instance)) return TERMINATED;
    const options = instance.MetadataOptions;
    if (options?.HttpEndpoint === 'disabled' || options?.HttpTokens === 'required') return pass();
    if (options?.HttpTokens === undefined) return undecided('the description of the instance does not state MetadataOptions.HttpTokens');
    const calls = readFigure(context.insight, [instance.id, instance.arn], { namespace: 'AWS/EC2', metric: 'MetadataNoToken', stats: ['Sum'] }, context.threshold('coverage'));
    if (!calls.known) return fail(OPTIONAL, { text: `whether anything still calls without a token is not known: ${calls.reason}`, basis: 'metric' });
    if (calls.value > 0) return fail(OPTIONAL, calls.evidence, { text: 'something still calls without a token: upgrade it before tokens are required', basis: 'metric' });
    return calls.covered
      ? fail(OPTIONAL, calls.evidence, { text: 'nothing called without a token in that time: tokens can be required', basis: 'metric' })
      : fail(OPTIONAL, calls.evidence, { text: `fewer than ${context.threshold('coverage') * 100} % of datapoints arrived: 0 is no proof`, basis: 'metric' });
  },
});
