import { MonolensError } from '../errors.ts';
import type { Host } from '../host.ts';
import type { Emit, Settings } from '../model/index.ts';
import { VERSION } from '../version.ts';
import { storeRun, toRun, type StoredResult } from './assess.ts';
import { gatherFacts } from './facts.ts';

export interface DemoOptions {
  readonly account: string;
  readonly store: string;
  readonly out?: string | undefined;
  readonly settings: Settings;
}

/** Concurrency of the demo's load test: enough to see the sample monolith bend, little enough for any machine. */
const CONNECTIONS = [1, 2, 4, 8, 16, 32];
const STEP_SEC = 2;

/** What the demo runs against: everything on loopback, nothing of the user's. */
interface Stage {
  readonly endpointUrl: string;
  readonly env: Readonly<Record<string, string>>;
  readonly monolithUrl: string;
  close(): Promise<void>;
}

/**
 * The whole job on a sample account: the real SDK against the loopback AWS endpoint, a real load test of a sample monolith, the reports.
 * Needs no AWS account and no network.
 * @throws MonolensError `ACCOUNT_UNKNOWN`, and those of an assessment
 */
export async function demo(options: DemoOptions, host: Host, emit: Emit): Promise<StoredResult> {
  const now = host.now();
  const stage = await setUp(options.account, now);
  try {
    emit({ type: 'info', text: 'A sample account on this machine; no AWS is asked and nothing leaves it.' });
    const facts = await gatherFacts({
      aws: { endpointUrl: stage.endpointUrl }, userData: true, metrics: true, cost: true, store: options.store, cachePaidAnswers: false,
    }, { ...host, env: stage.env }, emit);
    if (facts.interrupted) throw facts.interrupted;
    const { runBenchmark } = await import('../benchmark/index.ts');
    const benchmark = await runBenchmark({
      url: stage.monolithUrl, connections: CONNECTIONS, stepSec: STEP_SEC, userAgent: `monolens/${VERSION} (demo)`, startedAt: now, emit, signal: host.signal,
    });
    return await storeRun(toRun({ ...facts, estate: { ...facts.estate, source: 'demo' }, benchmark }, options.settings, [], host, emit), {
      store: options.store, out: options.out, formats: ['html', 'md'],
    }, emit);
  } finally {
    await stage.close();
  }
}

/** Starts endpoint and monolith, which stay up until Ctrl-C, and tells how to point any command at them. */
export async function serveDemo(options: Pick<DemoOptions, 'account'>, host: Host): Promise<{ data: { env: Record<string, string>; monolith: string }; text: string }> {
  const stage = await setUp(options.account, host.now());
  // The servers keep the process alive; nothing else has to.
  host.signal.addEventListener('abort', () => void stage.close(), { once: true });
  const text = [
    '# The sample account answers until you press Ctrl-C. In another shell:',
    ...Object.entries(stage.env).map(([name, value]) => `export ${name}=${quoted(value)}`),
    '# then for example:  npx monolens assess',
    `# The sample monolith answers at ${stage.monolithUrl}`,
    '',
  ].join('\n');
  return { data: { env: { ...stage.env }, monolith: stage.monolithUrl }, text };
}

async function setUp(account: string, now: Date): Promise<Stage> {
  const { ACCOUNT_NAMES, sampleAccount, startEndpoint, startMonolith } = await import('../demo/index.ts');
  const name = ACCOUNT_NAMES.find((known) => known === account);
  if (name === undefined) {
    throw new MonolensError({
      code: 'ACCOUNT_UNKNOWN', exit: 'usage', what: `There is no sample account ${account}.`, why: `There are: ${ACCOUNT_NAMES.join(', ')}.`, next: 'monolens demo',
    });
  }
  const endpoint = await startEndpoint({ accounts: [sampleAccount(name, now)], now });
  const monolith = await startMonolith();
  return {
    endpointUrl: endpoint.url, env: endpoint.env, monolithUrl: monolith.url,
    close: async () => {
      await Promise.all([endpoint.close(), monolith.close()]);
    },
  };
}

function quoted(value: string): string {
  return /^[\w./:@=-]+$/.test(value) ? value : `'${value.replaceAll("'", String.raw`'\''`)}'`;
}
