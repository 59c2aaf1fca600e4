import { Worker } from 'node:worker_threads';

export interface MonolithOptions {
  /** A free port where absent. */
  readonly port?: number;
  /** Connections of the database pool: requests beyond them wait in line. */
  readonly poolSize?: number;
  /** Time of one query on an idle database, in ms. */
  readonly queryMs?: number;
  /** One query in so many takes `slowQueryMs`; 0 for none. */
  readonly slowEvery?: number;
  readonly slowQueryMs?: number;
  /** Seed of the jitter of query times. */
  readonly seed?: number;
}

export interface Monolith {
  /** `http://127.0.0.1:<port>`; pages `/`, `/api/books`, `/checkout`, `/admin`, `/health`. */
  readonly url: string;
  close(): Promise<void>;
}

/** The worker's file: beside this one in the sources, `demo/monolith-worker.js` in the bundle, whose chunks lie one folder deep. */
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './monolith-worker.ts' : '../demo/monolith-worker.js', import.meta.url);

/**
 * Starts a small bookshop in a thread of its own, so that its work does not slow down whoever loads it: pages cost CPU, every
 * page asks a database of few connections, and some queries are slow. Throughput has a ceiling and latency grows towards it.
 */
export async function startMonolith(options: MonolithOptions = {}): Promise<Monolith> {
  const worker = new Worker(WORKER, { workerData: options });
  const port = await new Promise<number>((resolve, reject) => {
    worker.once('message', (message: unknown) => {
      if (typeof message === 'number') resolve(message);
      else reject(new Error(String(message)));
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the sample monolith ended before it listened')));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      await worker.terminate();
    },
  };
}
