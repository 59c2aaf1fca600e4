import { expect, test } from 'vitest';
import type { JsonObject } from '../../src/aws/index.ts';
import { collectEstate, type Source } from '../../src/collect/index.ts';
import { FIXED } from './collected.ts';

/** A source of `count` instances in pages of 1,000, and of nothing else. */
function sourceOf(count: number): Source {
  return {
    kind: 'aws', batches: true, accounts: [{ id: '111122223333', partition: 'aws', regions: ['us-east-1'] }],
    ask: async ({ api }, onPage) => {
      const pages: JsonObject[] = api.operation === 'DescribeInstances' ? Array.from({ length: count / 1000 }, (_, page) => instances(page * 1000)) : [{}];
      for (const page of pages) onPage(page);
      return { pages, outcome: 'ok' };
    },
  };
}

function instances(from: number): JsonObject {
  const one = (n: number) => ({
    InstanceId: `i-${(from + n).toString(16).padStart(17, '0')}`, InstanceType: 't3.small', ImageId: `ami-${n % 7}`, State: { Name: 'running', Code: 16 },
    SubnetId: 'subnet-1', VpcId: 'vpc-1', LaunchTime: '2026-01-01T00:00:00Z', Placement: { AvailabilityZone: 'us-east-1a' },
    SecurityGroups: [{ GroupId: 'sg-1', GroupName: 'web' }], Tags: [{ Key: 'Name', Value: `web-${from + n}` }],
  });
  return { Reservations: [{ Instances: Array.from({ length: 1000 }, (_, n) => one(n)) }] };
}

async function millisecondsOf(count: number): Promise<number> {
  const start = performance.now();
  const { resources } = await collectEstate({ ...FIXED, userData: false, source: sourceOf(count) });
  const took = performance.now() - start;
  expect(resources.instance).toHaveLength(count);
  return took;
}

test('four times the instances take about four times as long, and 40,000 a few seconds', async () => {
  await millisecondsOf(2_000);
  const small = await millisecondsOf(10_000);
  const large = await millisecondsOf(40_000);
  expect(large / small).toBeLessThan(8);
  expect(large).toBeLessThan(20_000);
}, 60_000);
