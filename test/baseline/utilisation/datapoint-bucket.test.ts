import { expect, it } from 'vitest';
import { datapointBucket } from '../../../src/baseline/utilisation/datapoint-bucket.ts';

/** A clock that only sleeping moves. */
function clock() {
  let at = 0;
  return {
    now: () => at,
    sleep: (ms: number) => {
      at += ms;
      return Promise.resolve();
    },
  };
}

it('lets a burst through and then keeps to the rate', async () => {
  const time = clock();
  const bucket = datapointBucket(time, 1000, 5000);
  for (let i = 0; i < 5; i += 1) await bucket.take(1000);
  expect(time.now()).toBe(0);
  for (let i = 0; i < 10; i += 1) await bucket.take(1000);
  expect(time.now()).toBeCloseTo(10_000, 6);
});
