/**
 * The sample monolith itself: entry point of a worker thread (see `monolith.ts`). Plain Node, so that it is one file when bundled.
 */
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';

interface Options {
  readonly port?: number;
  readonly poolSize?: number;
  readonly queryMs?: number;
  readonly slowEvery?: number;
  readonly slowQueryMs?: number;
  readonly seed?: number;
}

// Worker data is what `startMonolith` was given; there is no other caller.
const { port = 0, poolSize = 8, queryMs = 6, slowEvery = 250, slowQueryMs = 180, seed = 1 } = (workerData ?? {}) as Options;

/** Requests that may wait for a connection before the shop gives up on new ones. */
const MAX_WAITING = 400;
/** What a query costs more for each other one that runs: locks, caches, disks. */
const CONTENTION = 0.04;

const TITLES = ['The Larkspur Almanac', 'A Field Guide to Outages', 'Letters from the Bastion', 'Gardening by Cron', 'The Last Single Zone', 'Sticky Sessions', 'A Room with No Backup'];
const BOOKS = Array.from({ length: 120 }, (_, at) => ({ id: at + 1, title: `${TITLES[at % TITLES.length]} ${Math.floor(at / TITLES.length) + 1}`, price: 799 + ((at * 137) % 2400), stock: (at * 31) % 40 }));

let free = poolSize;
let queries = 0;
let random = seed;
const waiting: (() => void)[] = [];
/** Sessions live in memory: one of the reasons why this is a monolith. */
const sessions = new Map<string, number>();

/** Runs one query on a connection of the pool; false where too many wait already. */
async function query(weight = 1): Promise<boolean> {
  if (free === 0) {
    if (waiting.length >= MAX_WAITING) return false;
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else free -= 1;
  queries += 1;
  random = (Math.imul(random, 1_664_525) + 1_013_904_223) >>> 0;
  const jitter = 0.6 + (0.8 * random) / 2 ** 32;
  const slow = slowEvery > 0 && queries % slowEvery === 0 ? slowQueryMs : 0;
  await sleep(queryMs * weight * jitter * (1 + CONTENTION * (poolSize - free - 1)) + slow);
  const next = waiting.shift();
  if (next === undefined) free += 1;
  else next();
  return true;
}

/** Work for the processor: rounds of hashing, so that the cost scales with the machine and not with its clock. */
function compute(rounds: number): string {
  let digest = 'larkspur';
  for (let round = 0; round < rounds; round += 1) digest = createHash('sha256').update(digest).digest('hex');
  return digest;
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><title>${title} - Larkspur Books</title><h1>${title}</h1>${body}<footer>${compute(60).slice(0, 8)}</footer></html>`;
}

const ROUTES: Readonly<Record<string, (response: ServerResponse) => Promise<void>>> = {
  async '/'(response) {
    if (!(await query())) return busy(response);
    compute(120);
    send(response, 200, 'text/html; charset=utf-8', page('Books', `<ul>${BOOKS.map((book) => `<li>${book.title}: ${(book.price / 100).toFixed(2)}</li>`).join('')}</ul>`));
  },
  async '/api/books'(response) {
    if (!(await query())) return busy(response);
    compute(40);
    send(response, 200, 'application/json', JSON.stringify({ books: BOOKS }));
  },
  async '/checkout'(response) {
    for (const weight of [1, 2, 1.5]) if (!(await query(weight))) return busy(response);
    compute(260);
    const session = compute(1 + (sessions.size % 7)).slice(0, 16);
    sessions.set(session, (sessions.get(session) ?? 0) + 1);
    response.setHeader('set-cookie', `sid=${session}; Path=/`);
    send(response, 200, 'text/html; charset=utf-8', page('Thank you', '<p>Your books are on their way.</p>'));
  },
  async '/admin'(response) {
    if (!(await query(12))) return busy(response);
    compute(900);
    send(response, 200, 'text/html; charset=utf-8', page('Back office', `<p>${sessions.size} sessions, ${queries} queries</p>`));
  },
  async '/health'(response) {
    // Shallow on purpose: it says nothing about the database.
    send(response, 200, 'text/plain', 'ok');
    await Promise.resolve();
  },
};

function busy(response: ServerResponse): void {
  response.setHeader('retry-after', '1');
  send(response, 503, 'text/plain', 'too many connections');
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

const server = createServer((request, response) => {
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  request.resume();
  const route = ROUTES[path] ?? (path.startsWith('/admin/') ? ROUTES['/admin'] : path.startsWith('/api/books/') ? ROUTES['/api/books'] : undefined);
  if (route === undefined) send(response, 404, 'text/plain', 'not found');
  else void route(response);
});
server.once('error', (error) => parentPort?.postMessage(error.message, []));
server.listen(port, '127.0.0.1', () => {
  const address = server.address();
  parentPort?.postMessage(typeof address === 'object' && address !== null ? address.port : 'no port', []);
});
