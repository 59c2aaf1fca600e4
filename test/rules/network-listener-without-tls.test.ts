import { expect, test } from 'vitest';
import { networkListenerWithoutTls } from '../../src/rules/network-listener-without-tls.ts';
import { estateOf, judgeOne, truthTable } from './case.ts';

const listener = (Protocol: string) => ({ listener: [{ id: 'l', Protocol, Port: 443 }] });

truthTable(networkListenerWithoutTls, 'l', [
  ['TCP', listener('TCP'), 'fail info', { says: 'port 443 is TCP' }],
  ['UDP', listener('UDP'), 'fail info'],
  ['TLS', listener('TLS'), 'pass'],
  ['HTTP is the other rule\'s', listener('HTTP'), 'not-applicable'],
]);

test('denied: unknown', () => {
  expect(judgeOne(networkListenerWithoutTls, estateOf({}, { denied: ['listener'] })).outcome).toBe('unknown');
});
