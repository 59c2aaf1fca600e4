/**
 * The load thread: fires requests at their intended times whatever becomes of the earlier ones. Entry point of a worker (see
 * `open-loop.ts`), so that drawing and judging never delay a send.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { Client } from 'undici';
import { arrivals } from './arrivals.ts';
import type { EarlyEnd, OpenLoopOrder } from './open-loop-step.ts';
import { Tally } from './tally.ts';

// Worker data is what `openLoop` was given; there is no other caller.
const order = workerData as OpenLoopOrder;

/** More than this share of failures in a second ends the step, once there are enough outcomes to speak of a share. */
const FAILING_SHARE = 0.5;
const FAILING_OUTCOMES = 20;
const GUARD_EVERY_MS = 100;
/** A longer answer is cut and counted as an error: an endless body must not fill the memory or the line. */
const LONGEST_BODY_BYTES = 32 * 1024 * 1024;
/** Below this gap the thread waits by turning its event loop: a timer would be up to a millisecond late. */
const TIMER_GAP_MS = 1.5;

const target = new URL(order.url);
const intendedTimes = arrivals(order.arrival, order.rate, order.durationSec, order.seed);
const lengthMs = order.durationSec * 1000;
const tally = new Tally(lengthMs);
const clients: Client[] = [];
const free: Client[] = [];
/** Intended times of the requests that wait for a connection, oldest first from `head`. */
const waiting: number[] = [];
let head = 0;
const flying = new Map<symbol, { readonly intended: number; readonly abort: (kind: string) => void }>();
let next = 0;
let ended: EarlyEnd | undefined;
let closed = false;

const start = performance.now();
const cpu = process.threadCpuUsage();
const now = (): number => performance.now() - start;

function connect(): Client {
  const client = new Client(target.origin, {
    pipelining: 1, headersTimeout: 0, bodyTimeout: 0, keepAliveTimeout: 60_000, connect: { timeout: order.timeoutMs },
  });
  clients.push(client);
  return client;
}

function send(client: Client, intended: number): void {
  const id = Symbol('request');
  let sent = now();
  let status = 0;
  let bytes = 0;
  let slowDown = false;
  let done = false;
  const settle = (outcome: () => void): void => {
    if (done) return;
    done = true;
    flying.delete(id);
    if (!closed) outcome();
    const waited = waiting[head];
    if (waited !== undefined && !closed) {
      head += 1;
      send(client, waited);
    } else free.push(client);
    if (slowDown) end('asked-to-slow-down');
  };
  let cut: ((error: Error) => void) | undefined;
  const abort = (kind: string): void => {
    settle(() => tally.failed(intended, now(), kind));
    cut?.(new Error(kind));
  };
  flying.set(id, { intended, abort });
  client.dispatch({
    path: `${target.pathname}${target.search}`, method: 'GET', headers: { 'user-agent': order.userAgent, accept: '*/*' },
  }, {
    onRequestStart(controller) {
      sent = now();
      cut = (error) => controller.abort(error);
      if (done) cut(new Error('too late'));
    },
    onResponseStart(_controller, code, headers) {
      status = code;
      slowDown = code === 429 || (code >= 500 && headers['retry-after'] !== undefined);
    },
    onResponseData(_controller, chunk) {
      bytes += chunk.length;
      if (bytes > LONGEST_BODY_BYTES) abort('body too long');
    },
    onResponseEnd() {
      settle(() => tally.answered(intended, sent, now(), status));
    },
    onResponseError(_controller, error: NodeJS.ErrnoException) {
      settle(() => tally.failed(intended, now(), error.code ?? error.name));
    },
  });
}

function fire(intended: number): void {
  tally.fired(intended, now());
  const client = free.pop() ?? (clients.length < order.maxConnections ? connect() : undefined);
  if (client === undefined) waiting.push(intended);
  else send(client, intended);
}

function turn(): void {
  if (ended !== undefined) return;
  for (let due = intendedTimes[next]; due !== undefined && due <= now(); due = intendedTimes[next]) {
    next += 1;
    fire(due);
  }
  const due = intendedTimes[next];
  if (due === undefined) return;
  if (due - now() > TIMER_GAP_MS) setTimeout(turn, due - now() - 1);
  else setImmediate(turn);
}

function guard(): void {
  const at = now();
  for (const request of flying.values()) {
    if (at - request.intended > order.timeoutMs) request.abort('timeout');
  }
  const oldest = waiting[head];
  const { share, outcomes } = tally.recentFailures(at);
  if (oldest !== undefined && at - oldest > order.giveUpAfterMs) end('latency');
  else if (outcomes >= FAILING_OUTCOMES && share > FAILING_SHARE) end('errors');
  else if (at >= lengthMs && next >= intendedTimes.length && flying.size === 0 && head >= waiting.length) finish();
}

function end(reason: EarlyEnd): void {
  if (closed) return;
  ended ??= reason;
  finish();
}

/** What is still open when a step ends for the target's sake is the target's; what Ctrl-C cut off is nobody's. */
function finish(): void {
  if (closed) return;
  const at = now();
  if (ended !== undefined && ended !== 'interrupted') {
    for (const { intended } of flying.values()) tally.failed(intended, at, 'unanswered');
    for (const intended of waiting.slice(head)) tally.failed(intended, at, 'never sent');
  }
  closed = true;
  clearInterval(watch);
  const used = process.threadCpuUsage(cpu);
  parentPort?.postMessage(tally.answer(at, (used.user + used.system) / 1000 / Math.max(1, at), ended), []);
  parentPort?.close();
  for (const client of clients) void client.destroy();
}

const watch = setInterval(guard, GUARD_EVERY_MS);
parentPort?.on('message', () => end('interrupted'));
turn();
