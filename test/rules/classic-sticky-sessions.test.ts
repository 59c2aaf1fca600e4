import { classicStickySessions } from '../../src/rules/classic-sticky-sessions.ts';
import { truthTable } from './truth-table.ts';

const policies = { LBCookieStickinessPolicies: [{ PolicyName: 'sticky', CookieExpirationPeriod: 3600 }], AppCookieStickinessPolicies: [{ PolicyName: 'by-app', CookieName: 'JSESSIONID' }] };
const balancer = (PolicyNames: string[]) => ({
  classicLoadBalancer: [{ id: 'web', LoadBalancerName: 'web', Policies: policies, ListenerDescriptions: [{ Listener: { LoadBalancerPort: 443 }, PolicyNames }] }],
});

truthTable(classicStickySessions, 'web', [
  ['no policy in use', 'pass', balancer([])],
  ['only a TLS policy in use', 'pass', balancer(['ELBSecurityPolicy-2016-08'])],
  ['a policy that no listener uses', 'pass', balancer(['other'])],
  ['a cookie of the balancer', 'fail high', balancer(['sticky']), { says: /port 443 uses the policy sticky: a cookie of the balancer for 3600 s/ }],
  ['a cookie of the application', 'fail high', balancer(['by-app']), { says: /JSESSIONID/ }],
]);
truthTable(classicStickySessions, undefined, [['balancers denied', 'unknown', {}, { denied: ['classicLoadBalancer'] }]]);
