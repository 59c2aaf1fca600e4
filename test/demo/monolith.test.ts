import { afterEach, beforeEach, expect, test } from 'vitest';
import { startMonolith } from '../../src/demo/index.ts';
import type { Monolith } from '../../src/demo/index.ts';

let shop: Monolith;
beforeEach(async () => { shop = await startMonolith({ poolSize: 4, queryMs: 20, slowEvery: 0 }); });
afterEach(() => shop.close());

test.each([['/', 200, 'text/html; charset=utf-8'], ['/api/books', 200, 'application/json'], ['/checkout', 200, 'text/html; charset=utf-8'], ['/admin', 200, 'text/html; charset=utf-8'], ['/health', 200, 'text/plain'], ['/nope', 404, 'text/plain']])('%s answers %i', async (path, status, type) => {
  const response = await fetch(shop.url + path);
  expect([response.status, response.headers.get('content-type')]).toEqual([status, type]);
});

test('latency grows once the database pool is full, and the health check does not notice', async () => {
  const took = async (count: number): Promise<number> => {
    const started = performance.now();
    await Promise.all(Array.from({ length: count }, async () => (await fetch(`${shop.url}/api/books`)).text()));
    return performance.now() - started;
  };
  await took(4);
  const [within, beyond] = [await took(4), await took(40)];
  // 40 requests over 4 connections are 10 rounds; jitter and contention blur it, so the bound is loose.
  expect(beyond / within).toBeGreaterThan(4);
  const busy = took(80);
  const started = performance.now();
  await (await fetch(`${shop.url}/health`)).text();
  expect(performance.now() - started).toBeLessThan(150);
  await busy;
});

test('a port in use is an error, not a hang', async () => {
  await expect(startMonolith({ port: Number(new URL(shop.url).port) })).rejects.toThrow('EADDRINUSE');
});

test('nothing answers after close', async () => {
  const { url } = shop;
  await shop.close();
  await expect(fetch(url)).rejects.toThrow('fetch failed');
});
