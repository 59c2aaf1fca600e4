import { describe, expect, test } from 'vitest';
import type { Estate } from '../../src/model/index.ts';
import { analyseNetwork } from '../../src/network/index.ts';
import * as fixtures from './fixtures/balancers.ts';

const { ALB, NLB, CLB, ACCELERATOR, TG } = fixtures;
const LISTED = new Set(['exposed', 'exposed-restricted', 'exposed-partial', 'latent', 'unknown', 'not-exposed']);

/** What the rows through a balancer (or an accelerator) say: `target:port via … verdict [closed] sources`. */
function through(estate: Estate): string[] {
  return analyseNetwork(estate).exposures.filter((row) => row.via !== 'direct').map((row) => (
    `${row.resourceId}:${row.targetPort ?? row.fromPort} via ${row.via} ${row.fromPort} ${row.verdict} [${row.closedGates.join(' ')}] ${row.sources.join(' ')}`.trim()
  ));
}

function own(estate: Estate, arn: string): string[] {
  return analyseNetwork(estate).exposures.filter((row) => row.resourceId === arn && row.via === 'direct')
    .map((row) => `${row.address} ${row.family} ${row.fromPort} ${row.verdict} [${row.closedGates.join(' ')}] ${row.sources.join(' ')}`.trim());
}

const OPEN = (lb: string) => `i-a:8080 via ${lb} 80 exposed [] 0.0.0.0/0`;

describe('targets behind a balancer', () => {
  test.for<[string, Estate, string[]]>([
    ['an application balancer whose group the target references', fixtures.alb, [OPEN(ALB)]],
    ['an internal balancer', fixtures.albInternal, []],
    ['a listener that only redirects', fixtures.albRedirectOnly, []],
    ['a redirect and a rule that forwards', fixtures.albRedirectAndForward, [OPEN(ALB)]],
    ['a rule that redirects everything first', fixtures.albRedirectsAll, []],
    ['a weight of 0', fixtures.albWeightZero, []],
    ['a rule for some client addresses', fixtures.albSourceIp, [`i-a:8080 via ${ALB} 80 exposed-restricted [] 203.0.113.0/24`]],
    ['a target that does not admit the balancer', fixtures.albTargetClosed, [`i-a:8080 via ${ALB} 80 not-exposed [group]`]],
    ['a target that admits the balancer\'s subnet', fixtures.albBySubnet, [OPEN(ALB)]],
    ['a balancer whose group lets nothing out', fixtures.albNoEgress, [`i-a:8080 via ${ALB} 80 not-exposed [group]`]],
    ['rules denied', fixtures.albRulesDenied, [`i-a:8080 via ${ALB} 80 unknown [] 0.0.0.0/0`]],
    ['targets denied', fixtures.albTargetsDenied, [`${TG}:80 via ${ALB} 80 unknown [] 0.0.0.0/0`]],
    ['a balancer in a subnet without gateway', fixtures.albPrivateSubnet, [`i-a:8080 via ${ALB} 80 latent [route] 0.0.0.0/0`]],
    ['a list between balancer and target', fixtures.albListBetween, [`i-a:8080 via ${ALB} 80 latent [acl] 0.0.0.0/0`]],
    ['IPv6 clients only', fixtures.albIpv6Only, [`i-a:8080 via ${ALB} 80 exposed [] ::/0`]],
    ['a network balancer without groups, the client\'s address preserved', fixtures.nlbPreserved, [OPEN(NLB)]],
    ['the same, the target admitting one office', fixtures.nlbPreservedOffice, [`i-a:8080 via ${NLB} 80 exposed-restricted [] 203.0.113.0/24`]],
    ['the same, the target admitting the VPC only', fixtures.nlbPreservedVpcOnly, [`i-a:8080 via ${NLB} 80 not-exposed [group]`]],
    ['addresses over TCP: not preserved by default', fixtures.nlbByAddress, [OPEN(NLB)]],
    ['preservation switched off', fixtures.nlbNotPreserved, [OPEN(NLB)]],
    ['attributes denied: it may be either', fixtures.nlbAttributesDenied, [`i-a:8080 via ${NLB} 80 unknown [] 0.0.0.0/0`]],
    ['a network balancer\'s group referenced by the target', fixtures.nlbByGroup, [`i-a:8080 via ${NLB} 80 exposed-restricted [] 203.0.113.0/24`]],
    ['a network balancer before an application one', fixtures.chained, [`${ALB}:80 via ${NLB} 80 exposed [] 0.0.0.0/0`, OPEN(NLB)]],
    ['Global Accelerator before an internal balancer', fixtures.accelerated, [`${ALB}:80 via ${ACCELERATOR} 80 exposed [] 0.0.0.0/0`, OPEN(ACCELERATOR)]],
    ['Global Accelerator before a private instance', fixtures.acceleratedInstance, [`i-a:443 via ${ACCELERATOR} 443 exposed-restricted [] 203.0.113.0/24`]],
    ['a classic balancer', fixtures.classic, [OPEN(CLB)]],
    ['a classic balancer inside', fixtures.classicInternal, []],
  ])('%s', ([, estate, rows]) => {
    expect(through(estate)).toEqual(rows);
  });

  test('a target that is not healthy is reached all the same, and the row says so', () => {
    const row = analyseNetwork(fixtures.chained).exposures.find((candidate) => candidate.resourceId === 'i-a' && candidate.via === NLB);
    expect(row?.notes).toEqual([`through ${ALB}`, 'the target is unhealthy']);
  });

  test('every verdict is one of the contract\'s', () => {
    for (const estate of [fixtures.alb, fixtures.chained, fixtures.accelerated]) {
      expect(analyseNetwork(estate).exposures.every((row) => LISTED.has(row.verdict))).toBe(true);
    }
  });
});

describe('balancers themselves', () => {
  test.for<[string, Estate, string, string[]]>([
    ['facing the internet', fixtures.alb, ALB, ['web.example.com ipv4 80 exposed [] 0.0.0.0/0']],
    ['redirecting only', fixtures.albRedirectOnly, ALB, ['web.example.com ipv4 80 exposed [] 0.0.0.0/0']],
    ['inside', fixtures.albInternal, ALB, ['web.example.com ipv4 80 latent [address] 0.0.0.0/0']],
    ['without groups: nothing filters', fixtures.nlbPreserved, NLB, ['web.example.com ipv4 80 exposed [] 0.0.0.0/0']],
    ['for IPv6 clients only', fixtures.albIpv6Only, ALB, ['web.example.com ipv4 80 latent [address] 0.0.0.0/0', 'web.example.com ipv6 80 exposed [] ::/0']],
    ['listeners denied', fixtures.albListenersDenied, ALB, ['web.example.com ipv4 0 unknown []']],
  ])('%s', ([, estate, arn, rows]) => {
    expect(own(estate, arn)).toEqual(rows);
  });
});

describe('databases', () => {
  test.for<[string, Estate, string]>([
    ['publicly accessible in a public subnet', fixtures.database(true), 'orders.example.com ipv4 5432 exposed [] 0.0.0.0/0'],
    ['publicly accessible in a private one', fixtures.database(true, 'subnet-p'), 'orders.example.com ipv4 5432 latent [route] 0.0.0.0/0'],
    ['not publicly accessible', fixtures.database(false), 'orders.example.com ipv4 5432 latent [address] 0.0.0.0/0'],
    ['not told', fixtures.database(undefined), 'orders.example.com ipv4 5432 unknown [] 0.0.0.0/0'],
  ])('%s', ([, estate, row]) => {
    expect(own(estate, 'arn:aws:rds:us-east-1:111122223333:db:orders')).toEqual([row]);
  });
});

describe('indirect paths', () => {
  test('each is named, and says whether it was looked for', () => {
    const paths = analyseNetwork(fixtures.accelerated).indirectPaths;
    expect(paths.find((path) => path.kind === 'global-accelerator')).toEqual({ kind: 'global-accelerator', checked: true, resourceIds: [ALB] });
    expect(paths.filter((path) => !path.checked).map((path) => path.kind)).toEqual(['api-gateway-vpc-link', 'vpc-lattice', 'client-vpn']);
    expect(paths.filter((path) => !path.checked).every((path) => path.reason !== undefined)).toBe(true);
  });

  test('a listing that was denied is a path that was not checked', () => {
    const { indirectPaths } = analyseNetwork({ ...fixtures.accelerated, coverage: [] });
    expect(indirectPaths.every((path) => !path.checked)).toBe(true);
  });
});
