import { balancerAttribute } from './balancer-attribute.ts';
import { securityHub } from './controls.ts';
import { defineRule, fail, pass } from './rule.ts';

const KEY = 'deletion_protection.enabled';

export const deletionProtectionOff = defineRule({
  id: 'deletion-protection-off',
  code: 'L06',
  title: 'Load balancers are protected from deletion',
  severity: 'low',
  subject: 'loadBalancer',
  needs: ['loadBalancerAttributes'],
  controls: securityHub('ELB.6'),
  why: 'The old entry point is the way back: protect it for as long as old and new run side by side.',
  remediation: {
    summary: 'Turn deletion protection on before the parallel run, and off again when the old entry point is retired.',
    command: 'aws elbv2 modify-load-balancer-attributes --load-balancer-arn <load-balancer-arn> --attributes Key=deletion_protection.enabled,Value=true',
    cost: 'No charge.',
    interrupts: 'no',
  },
  phase: 'stabilise',
  sources: ['https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-6'],
  judge(balancer, context) {
    const attribute = balancerAttribute(balancer, KEY, context);
    if ('unknown' in attribute) return attribute.unknown;
    return attribute.value === 'true' ? pass() : fail({ text: `${KEY} is ${attribute.value}`, basis: 'configuration' });
  },
});
