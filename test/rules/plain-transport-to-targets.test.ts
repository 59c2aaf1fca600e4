import { expect, test } from 'vitest';
import { plainTransportToTargets } from '../../src/rules/plain-transport-to-targets.ts';
import { estateOf, judgeOne, truthTable, type Literals } from './case.ts';

const group = (Protocol: string | undefined, HealthCheckProtocol?: string, fields = {}): Literals => ({ targetGroup: [{ id: 'tg', Protocol, Port: 80, HealthCheckProtocol, LoadBalancerArns: ['lb'], ...fields }] });

truthTable(plainTransportToTargets, 'tg', [
  ['HTTP', group('HTTP', 'HTTP'), 'fail medium', { says: 'health checks use HTTP' }],
  ['TCP', group('TCP', 'TCP'), 'fail medium'],
  ['HTTPS, checked by HTTP', group('HTTPS', 'HTTP'), 'fail medium'],
  ['HTTPS', group('HTTPS', 'HTTPS'), 'pass'],
  ['TLS', group('TLS', 'HTTPS'), 'pass'],
  ['not stated', group(undefined), 'unknown'],
  ['a function', group(undefined, undefined, { TargetType: 'lambda' }), 'not-applicable'],
  ['unused', group('HTTP', 'HTTP', { LoadBalancerArns: [] }), 'not-applicable'],
  ['an appliance', group('GENEVE', 'TCP'), 'not-applicable'],
]);

test('denied: unknown', () => {
  expect(judgeOne(plainTransportToTargets, estateOf({}, { denied: ['targetGroup'] })).outcome).toBe('unknown');
});
