import { createServer as createHttp, type RequestListener, type Server } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { arrivals } from '../../src/benchmark/arrivals.ts';
import { openLoop, type OpenLoopOrder } from '../../src/benchmark/open-loop.ts';

const servers: (Server | ReturnType<typeof createServer>)[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    if ('closeAllConnections' in server) server.closeAllConnections();
    server.close();
  }
});

async function listen(server: Server | ReturnType<typeof createServer>): Promise<string> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
const http = (listener: RequestListener): Promise<string> => listen(createHttp(listener));
const raw = (answer: string): Promise<string> => listen(createServer((socket) => {
  socket.on('error', () => {});
  socket.on('data', () => socket.end(answer));
}));
const order = (url: string, extra: Partial<OpenLoopOrder> = {}): OpenLoopOrder => ({
  url, arrival: 'constant', rate: 50, durationSec: 1, seed: 1, maxConnections: 64, timeoutMs: 2000, giveUpAfterMs: 5000, userAgent: 'monolens/test', ...extra,
});

describe('the open loop', () => {
  test('a constant server: latency is its delay, every request is sent and named', async () => {
    const agents = new Set<string | undefined>();
    const url = await http((request, response) => {
      agents.add(request.headers['user-agent']);
      setTimeout(() => response.end('ok'), 50);
    });
    const { step } = await openLoop(order(url));
    expect(step).toMatchObject({ requests: 50, errors: 0, statusCodes: { 200: 50 }, offeredRate: 50 });
    expect(step.latencyMs.p50).toBeGreaterThanOrEqual(49);
    expect(step.latencyMs.p50).toBeLessThan(80);
    expect(step.achievedRate).toBeGreaterThan(45);
    expect([...agents]).toEqual(['monolens/test']);
  });

  test('a stall counts for every request that was meant to be sent in it, not for one', async () => {
    let stalledUntil = 0;
    let first = true;
    const url = await http((_request, response) => {
      if (first) {
        first = false;
        stalledUntil = performance.now() + 500;
      }
      setTimeout(() => response.end('ok'), Math.max(0, stalledUntil - performance.now()));
    });
    const { step } = await openLoop(order(url, { rate: 100, maxConnections: 1 }));
    // Half of the second is stalled and waits 500 ms down to 0: a quarter of all wait over 250 ms. A closed loop would see one.
    expect(step.latencyMs.p90).toBeGreaterThan(300);
    expect(step.latencyMs.max).toBeGreaterThan(480);
    expect(step.serviceTimeMs.p90).toBeLessThan(100);
  });

  const broken: Record<string, () => Promise<string>> = {
    'reset at once': () => listen(createServer((socket) => socket.on('error', () => {}).destroy())),
    'a body shorter than its length': () => raw('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nshort'),
    'not HTTP': () => raw('SSH-2.0-OpenSSH_9.6\r\n'),
    '5xx from the start': () => http((_request, response) => response.writeHead(500).end()),
    'no answer': () => http(() => {}),
    'an endless body': () => http((_request, response) => {
      const timer = setInterval(() => response.write('x'.repeat(1000)), 10);
      response.on('close', () => clearInterval(timer));
    }),
    'nobody listens': () => Promise.resolve('http://127.0.0.1:9/'),
  };
  test.each(Object.keys(broken))('%s: every request is a counted error, and it ends', async (name) => {
    const url = await (broken[name] ?? (() => Promise.reject(new Error(name))))();
    const { step } = await openLoop(order(url, { durationSec: 0.6, timeoutMs: 300 }));
    expect(step.requests).toBeGreaterThan(0);
    expect(step.errors).toBe(step.requests);
    expect(step.achievedRate).toBe(0);
  });

  test('a redirect is an answer and is not followed', async () => {
    const paths: (string | undefined)[] = [];
    const url = await http((request, response) => {
      paths.push(request.url);
      response.writeHead(302, { location: 'http://198.51.100.7/' }).end();
    });
    const { step } = await openLoop(order(url, { durationSec: 0.2 }));
    expect([step.statusCodes, new Set(paths)]).toEqual([{ 302: 10 }, new Set(['/'])]);
  });

  test.each([[429, {}], [503, { 'retry-after': '1' }]])('%i %o: stops within a second', async (status, headers) => {
    const url = await http((_request, response) => response.writeHead(status, headers).end());
    const { ended, step } = await openLoop(order(url, { durationSec: 20 }));
    expect(ended).toBe('asked-to-slow-down');
    expect(step.durationSec).toBeLessThan(1);
  });

  test('Ctrl-C stops it within a second and keeps what came', async () => {
    const url = await http((_request, response) => response.end('ok'));
    const abort = new AbortController();
    let stopped = 0;
    setTimeout(() => {
      stopped = performance.now();
      abort.abort();
    }, 800);
    const { ended, step } = await openLoop(order(url, { durationSec: 20 }), abort.signal);
    expect(performance.now() - stopped).toBeLessThan(1000);
    expect([ended, step.void, step.errors]).toEqual(['interrupted', 'interrupted', 0]);
    expect(step.requests).toBeGreaterThan(0);
  });
});

test('arrivals: the count is exact, the gaps of Poisson are spread like an exponential, the seed decides', () => {
  const times = arrivals('poisson', 1000, 20, 7);
  expect(times.length).toBe(20_000);
  expect(arrivals('poisson', 1000, 20, 7)).toEqual(times);
  const gaps = Array.from(times.slice(1), (time, at) => time - (times[at] ?? 0));
  // An exponential exceeds its mean (1 ms) with probability 1/e.
  expect(gaps.filter((gap) => gap > 1).length / gaps.length).toBeCloseTo(1 / Math.E, 1);
  expect([...arrivals('constant', 4, 1, 0)]).toEqual([0, 250, 500, 750]);
});
