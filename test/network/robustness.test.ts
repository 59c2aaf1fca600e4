import { describe, expect, test } from 'vitest';
import { Estate, type Kind } from '../../src/model/index.ts';
import { analyseNetwork, groupSources } from '../../src/network/index.ts';
import { randomSource, type Random } from '../bench/random.ts';
import * as acls from './fixtures/acls.ts';
import * as balancers from './fixtures/balancers.ts';
import { estateOf, OPEN_VPC } from './fixtures/estate.ts';
import * as routes from './fixtures/routes.ts';
import { randomEstate } from './random-estate.ts';

const ESTATES = [estateOf(OPEN_VPC), routes.edgeTable, acls.partReply, balancers.alb, balancers.nlbByGroup, balancers.chained, balancers.classic, balancers.accelerated, balancers.database(true)];
const NONSENSE = ['', 'nonsense', '300.1.2.3/99', '::g/200', -1, 70_000];

/** One value somewhere in the resources replaced by nonsense, or taken away; the estate as it was where no source could deliver that. */
function damaged(estate: Estate, random: Random): Estate {
  const resources: Record<string, unknown> = structuredClone(estate.resources);
  let place = resources;
  for (;;) {
    const keys = Object.keys(place).filter((key) => !['id', 'account', 'region', 'tags'].includes(key));
    if (keys.length === 0) break;
    const key = random.pick(keys);
    const value = place[key];
    if (typeof value === 'object' && value !== null && !random.chance(0.05)) {
      place = value as Record<string, unknown>;
      continue;
    }
    if (Array.isArray(place)) place.splice(Number(key), 1);
    else if (random.chance(0.5)) delete place[key];
    else place[key] = random.pick(NONSENSE);
    break;
  }
  const parsed = Estate.safeParse({ ...estate, resources });
  return parsed.success ? parsed.data : estate;
}

describe('bad input', () => {
  test('nothing that is missing or nonsense makes it fail', () => {
    const random = randomSource(7);
    const failures: unknown[] = [];
    for (let i = 0; i < 2000; i++) {
      let estate = random.pick(ESTATES);
      for (let n = random.below(3); n >= 0; n--) estate = damaged(estate, random);
      try {
        analyseNetwork(estate);
      } catch (error) {
        failures.push({ error, resources: estate.resources });
      }
    }
    expect(failures).toEqual([]);
  });

  test('any kind may be absent, told or not', () => {
    for (const estate of ESTATES) {
      for (const kind of Object.keys(estate.resources) as Kind[]) {
        const without = { ...estate, resources: { ...estate.resources, [kind]: undefined } };
        expect(() => analyseNetwork(without)).not.toThrow();
        expect(() => analyseNetwork({ ...without, coverage: [] })).not.toThrow();
      }
    }
  });

  test('the order in which AWS lists things changes nothing', () => {
    const turned = (estate: Estate): Estate => ({
      ...estate, resources: Object.fromEntries(Object.entries(estate.resources).map(([kind, list]) => [kind, [...(list ?? [])].reverse()])),
    });
    for (const estate of [...ESTATES, ...Array.from({ length: 40 }, (_, i) => randomEstate(randomSource(i + 1000)))]) {
      expect(analyseNetwork(turned(estate))).toEqual(analyseNetwork(estate));
    }
  });
});

test('a group by itself: overlapping rules add up, references do not count, unknown lists are named', () => {
  const [group] = estateOf({
    securityGroup: [{
      id: 'sg-a', GroupId: 'sg-a', IpPermissions: [
        { IpProtocol: 'tcp', FromPort: 20, ToPort: 30, IpRanges: [{ CidrIp: '0.0.0.0/1' }] },
        { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: '128.0.0.0/1' }] },
        { IpProtocol: 'tcp', FromPort: 5432, ToPort: 5432, UserIdGroupPairs: [{ GroupId: 'sg-b' }] },
        { IpProtocol: 'udp', FromPort: 53, ToPort: 53, PrefixListIds: [{ PrefixListId: 'pl-known' }, { PrefixListId: 'pl-unknown' }] },
      ],
    }],
  }).resources.securityGroup ?? [];
  const sources = group ? groupSources(group, (id) => (id === 'pl-known' ? ['203.0.113.0/24'] : undefined)) : [];
  expect(sources.filter((source) => source.family === 'ipv4').map(({ protocol, fromPort, toPort, cidrs, grade, missing }) => [protocol, fromPort, toPort, grade, cidrs.join(), missing.join()])).toEqual([
    ['tcp', 20, 21, 'broad', '0.0.0.0/1', ''],
    ['tcp', 22, 22, 'world', '0.0.0.0/1,128.0.0.0/1', ''],
    ['tcp', 23, 30, 'broad', '0.0.0.0/1', ''],
    ['udp', 53, 53, 'narrow', '203.0.113.0/24', 'pl-unknown'],
  ]);
});
