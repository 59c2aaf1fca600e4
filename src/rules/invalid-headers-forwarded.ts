import { balancerAttribute } from './balancer-attribute.ts';
import { securityHub, wellArchitected } from './controls.ts';
import { defineRule, fail, notApplicable, pass } from './rule.ts';

const KEY = 'routing.http.drop_invalid_header_fields.enabled';

export const invalidHeadersForwarded = defineRule({
  id: 'invalid-headers-forwarded',
  code: 'L03',
  title: 'Application load balancers drop invalid headers',
  severity: 'medium',
  subject: 'loadBalancer',
  needs: ['loadBalancerAttributes'],
  controls: [...securityHub('ELB.4'), ...wellArchitected('SEC05-BP02')],
  why: 'An application that relies on odd header names (underscores) breaks behind API Gateway or HTTP/2: find that out here, with ForwardedInvalidHeaderRequestCount.',
  remediation: {
    summary: 'Watch ForwardedInvalidHeaderRequestCount; when it is zero, drop invalid headers.',
    command: 'aws elbv2 modify-load-balancer-attributes --load-balancer-arn <load-balancer-arn> --attributes Key=routing.http.drop_invalid_header_fields.enabled,Value=true',
    cost: 'No charge; clients that send such headers lose them.',
    interrupts: 'no',
  },
  phase: 'stabilise',
  sources: ['https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-4'],
  judge(balancer, context) {
    if (balancer.Type !== 'application') return notApplicable('not an application load balancer');
    const attribute = balancerAttribute(balancer, KEY, context);
    if ('unknown' in attribute) return attribute.unknown;
    if (attribute.value === 'true') return pass();
    const forwarded = context.insight.figuresOf(balancer.id).find((figure) => figure.metric === 'ForwardedInvalidHeaderRequestCount' && figure.value !== null);
    return fail({ text: `${KEY} is ${attribute.value}`, basis: 'configuration' }, ...(forwarded
      ? [{ text: `${forwarded.value} requests with such headers from ${forwarded.window.start} to ${forwarded.window.end}`, basis: 'metric' as const }]
      : []));
  },
});
