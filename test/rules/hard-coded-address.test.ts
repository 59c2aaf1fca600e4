import { expect, test } from 'vitest';
import { fixedHost } from '../../src/rules/facts/fixed-host.ts';
import { hardCodedAddress } from '../../src/rules/hard-coded-address.ts';
import { boot, running, script } from './known-facts.ts';
import { truthTable } from './truth-table.ts';

const names = (...hosts: string[]) => ({ insight: { boot: [boot({ endpoints: hosts.map((host, at) => ({ host, kind: 'endpoint', line: at + 1 })) })] } });
const one = { userData: [script()] };

truthTable(hardCodedAddress, 'i-1', [
  ['no endpoints', 'pass', one, names()],
  ['a name', 'pass', one, names('db.shop.internal', 'packages.example.com')],
  ['a private address', 'fail medium', one, { ...names('10.0.3.7'), says: /10\.0\.3\.7 is a private address/ }],
  ['an RDS endpoint', 'fail medium', one, names('shop.c1a2b3c4.eu-west-1.rds.amazonaws.com')],
  ['an address in /etc/hosts', 'fail medium', one, { insight: { boot: [boot({ state: [{ kind: 'hard-coded-address', evidence: [{ text: '10.0.3.9 db', basis: 'text', line: 4 }] }] })] }, says: /10\.0\.3\.9 db/ }],
  ['the metadata service', 'pass', one, names('169.254.169.254', '127.0.0.1')],
  ['it comes with the template', 'not-applicable', { userData: [script(), script({ id: 'lt-1:1', of: 'launch-template-version' })], instance: [running({ tags: { 'aws:autoscaling:groupName': 'web' } })] }, names('10.0.3.7')],
  ['no script', 'not-applicable', { userData: [script({ encoding: 'empty' })] }],
  ['not to be decoded', 'unknown', { userData: [script({ encoding: 'binary' })] }],
  ['not analysed', 'unknown', one],
]);
truthTable(hardCodedAddress, undefined, [['user data denied', 'unknown', {}, { denied: ['userData'] }]]);

test.each([
  ['172.16.0.1', 'a private address'], ['172.32.0.1', 'a public address'], ['192.168.1.1', 'a private address'], ['203.0.113.9', 'a public address'],
  ['0.0.0.0', undefined], ['224.0.0.1', undefined], ['300.1.1.1', undefined], ['1.2.3', undefined],
  ['ip-10-0-1-2.eu-west-1.compute.internal', 'the private DNS name of an instance'], ['ip-10-0-1-2', 'the private DNS name of an instance'],
  ['ec2-203-0-113-9.compute-1.amazonaws.com', 'the public DNS name of an instance'], ['ec2-203-0-113-9.eu-west-1.compute.amazonaws.com', 'the public DNS name of an instance'],
  ['shop.abc.0001.euw1.cache.amazonaws.com', 'the endpoint of an ElastiCache cluster'], ['s3.amazonaws.com', undefined], ['evil-rds.amazonaws.com', undefined],
])('%s is %s', (host, expected) => {
  expect(fixedHost(host)).toBe(expected);
});
