import { twelveFactor, wellArchitected } from './controls.ts';
import { COVERAGE_FLOOR } from './facts/figure.ts';
import { stickyShare } from './facts/stickiness.ts';
import { defineRule, fail, pass, undecided } from './rule.ts';

/** A target group that binds each client to one target. */
export const stickySessions = defineRule({
  id: 'sticky-sessions',
  code: 'M03',
  title: 'Any target can answer any request',
  severity: 'high',
  subject: 'targetGroup',
  needs: [],
  wants: ['targetGroupAttributes'],
  controls: [...wellArchitected('REL05-BP06'), ...twelveFactor('VI Processes')],
  why: 'Stickiness stands for state in memory. Two platforms side by side cannot share that state: it has to move into a store before traffic is split between old and new.',
  remediation: {
    summary: 'Move sessions into ElastiCache or DynamoDB, then switch stickiness off and watch for users who are logged out.',
    command: 'aws elbv2 modify-target-group-attributes --target-group-arn <target-group-arn> --attributes Key=stickiness.enabled,Value=false',
    cost: 'From about USD 6 per month for the smallest serverless cache; three to ten days in the application.',
    interrupts: 'brief',
  },
  phase: 'decouple',
  sources: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html',
    'https://docs.aws.amazon.com/wellarchitected/latest/framework/rel_mitigate_interaction_failure_stateless.html',
    'https://12factor.net/processes',
  ],
  thresholds: { coverage: COVERAGE_FLOOR },
  judge(group, context) {
    const attributes = context.get('targetGroupAttributes', group.id)?.Attributes;
    if (!attributes) {
      const completeness = context.completeness('targetGroupAttributes');
      return undecided(completeness.state === 'complete' ? 'the attributes of the target group were not found' : completeness.reason);
    }
    const enabled = attributes['stickiness.enabled'];
    if (enabled === undefined) return undecided('the attributes of the target group do not state stickiness.enabled');
    if (enabled !== 'true') return pass();
    const type = attributes['stickiness.type'];
    const seconds = type === undefined ? undefined : attributes[`stickiness.${type}.duration_seconds`];
    const setting = `stickiness.enabled is true${type === undefined ? '' : `, by ${type}`}${seconds === undefined ? '' : ` for ${seconds} s`}`;
    const shares = [...(group.LoadBalancerArns ?? [])].sort().flatMap((arn) => stickyShare(context.insight, arn, context.threshold('coverage')) ?? []);
    return fail({ text: setting, basis: 'configuration' }, ...shares);
  },
});
