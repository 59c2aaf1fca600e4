import { expect, test } from 'vitest';
import { TokenBucket } from '../../src/aws/token-bucket.ts';

/** Milliseconds that `count` takes need. */
async function timeOf(bucket: TokenBucket, count: number): Promise<number> {
  const start = performance.now();
  await Promise.all(Array.from({ length: count }, async () => bucket.take()));
  return performance.now() - start;
}

test.each([
  { capacity: 10, perSecond: 100, takes: 10 },
  { capacity: 10, perSecond: 100, takes: 40 },
  { capacity: 1, perSecond: 50, takes: 11 },
  { capacity: 5, perSecond: 0.5 * 100, takes: 20 },
])('$takes takes of a bucket of $capacity at $perSecond/s need (takes - capacity) / rate', async ({ capacity, perSecond, takes }) => {
  const ideal = Math.max(0, (takes - capacity) / perSecond) * 1000;
  const took = await timeOf(new TokenBucket({ capacity, perSecond }), takes);
  expect(took).toBeGreaterThanOrEqual(ideal - 5);
  expect(took).toBeLessThan(ideal * 1.3 + 120);
});

test('tokens are handed out in the order in which they were asked for', async () => {
  const bucket = new TokenBucket({ capacity: 1, perSecond: 200 });
  const order: number[] = [];
  await Promise.all([0, 1, 2, 3, 4].map(async (n) => {
    await bucket.take();
    order.push(n);
  }));
  expect(order).toEqual([0, 1, 2, 3, 4]);
});

test('a drained bucket starts again from empty', async () => {
  const bucket = new TokenBucket({ capacity: 100, perSecond: 20 });
  bucket.drain();
  expect(await timeOf(bucket, 2)).toBeGreaterThanOrEqual(90);
});

test('an abort rejects those who wait at once, and takes nothing', async () => {
  const bucket = new TokenBucket({ capacity: 1, perSecond: 0.01 });
  await bucket.take();
  const controller = new AbortController();
  const waits = [bucket.take(controller.signal), bucket.take(controller.signal)];
  const start = performance.now();
  setTimeout(() => controller.abort(), 20);
  const ends = await Promise.allSettled(waits);
  expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(performance.now() - start).toBeLessThan(500);
});
