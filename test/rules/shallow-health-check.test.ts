import { expect, test } from 'vitest';
import { shallowHealthCheck } from '../../src/rules/shallow-health-check.ts';
import { estateOf, judgeOne, truthTable, type Literal, type Literals } from './case.ts';

const group = (fields: Partial<Literal<'targetGroup'>> = {}): Literals => ({ targetGroup: [{
  id: 'tg', Protocol: 'HTTP', Port: 80, HealthCheckProtocol: 'HTTP', HealthCheckPath: '/ready', Matcher: { HttpCode: '200' }, HealthCheckIntervalSeconds: 30, UnhealthyThresholdCount: 2, ...fields,
}] });

truthTable(shallowHealthCheck, 'tg', [
  ['TCP for an HTTP application', group({ Protocol: 'TCP', HealthCheckProtocol: 'TCP', HealthCheckPort: 'traffic-port' }), 'fail medium', { says: 'checks only that TCP port 80 is open' }],
  ['accepts errors', group({ Matcher: { HttpCode: '200-499' } }), 'fail medium'],
  ['accepts one error', group({ Matcher: { HttpCode: '200,404' } }), 'fail medium'],
  ['slow to notice', group({ HealthCheckIntervalSeconds: 60, UnhealthyThresholdCount: 3 }), 'fail medium', { says: '180 s to notice a failure (threshold 120 s)' }],
  ['slow, a higher threshold', group({ HealthCheckIntervalSeconds: 60, UnhealthyThresholdCount: 3 }), 'pass', { thresholds: { detection: 180 } }],
  ['the front page', group({ HealthCheckPath: '/' }), 'fail low'],
  ['a readiness path', group(), 'pass'],
  ['redirects are accepted', group({ Matcher: { HttpCode: '200-399' } }), 'pass'],
  ['TCP for something else', group({ Protocol: 'TCP', Port: 5432, HealthCheckProtocol: 'TCP', HealthCheckPath: undefined, Matcher: undefined }), 'pass'],
  ['none', group({ HealthCheckEnabled: false }), 'not-applicable'],
  ['a function', group({ TargetType: 'lambda' }), 'not-applicable'],
]);

test('denied: unknown', () => {
  expect(judgeOne(shallowHealthCheck, estateOf({}, { denied: ['targetGroup'] })).outcome).toBe('unknown');
});
