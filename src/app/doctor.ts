import { access, constants } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { AwsAccount } from '../aws/index.ts';
import { MonolensError, type ExitName } from '../errors.ts';
import type { Host } from '../host.ts';
import { silent, type Emit } from '../model/index.ts';
import { openNamedSession, type AwsOptions } from './aws-session.ts';

export interface Check {
  readonly name: string;
  readonly outcome: 'ok' | 'failed' | 'skipped';
  readonly detail: string;
  readonly next?: string | undefined;
}

const OLDEST_NODE = [22, 12] as const;

/** Calls that answer at once and cost nothing, one for each service without which an assessment says little. */
const PROBES = [
  { service: 'ec2', operation: 'DescribeInstances', action: 'ec2:DescribeInstances', input: { MaxResults: 5 } },
  { service: 'elbv2', operation: 'DescribeLoadBalancers', action: 'elasticloadbalancing:DescribeLoadBalancers', input: { PageSize: 1 } },
  { service: 'cloudwatch', operation: 'ListMetrics', action: 'cloudwatch:ListMetrics', input: { Namespace: 'AWS/EC2' } },
] as const;

/**
 * Whether an assessment would work, before it is started. Asks AWS only what is free.
 * @returns the checks, and the exit code that they amount to
 */
export async function doctor(options: { aws: AwsOptions; store: string }, host: Host, emit: Emit): Promise<{ checks: Check[]; exit: ExitName; text: string }> {
  const checks: Check[] = [nodeCheck(process.versions.node), await storeCheck(resolve(host.cwd, options.store))];
  let exit: ExitName = checks.some((check) => check.outcome === 'failed') ? 'usage' : 'ok';
  try {
    const session = await openNamedSession(options.aws, host, silent);
    try {
      for (const account of session.accounts) {
        checks.push({ name: 'AWS credentials', outcome: 'ok', detail: `account ${account.id} as ${account.callerArn}, ${account.regions.join(', ')}` });
        const probes = await Promise.all(PROBES.map((probe) => probeCheck(account, probe)));
        checks.push(...probes);
        if (exit === 'ok' && probes.some((check) => check.outcome === 'failed')) exit = 'partial';
      }
    } finally {
      session.close();
    }
    checks.push({ name: 'Cost Explorer', outcome: 'skipped', detail: 'not asked: a request costs $0.01. monolens assess asks it, --no-cost leaves it out' });
  } catch (error) {
    if (!(error instanceof MonolensError) || error.exit === 'interrupted') throw error;
    checks.push({ name: 'AWS credentials', outcome: 'failed', detail: [error.message, error.why].filter(Boolean).join(' '), next: error.next });
    if (exit === 'ok') exit = error.exit;
  }
  emit({ type: 'info', text: checks.every((check) => check.outcome !== 'failed') ? 'Ready.' : 'Not ready yet.' });
  return { checks, exit, text: `${checks.map(lineOf).join('\n')}\n` };
}

function nodeCheck(version: string): Check {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [wantedMajor, wantedMinor] = OLDEST_NODE;
  const enough = major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
  return enough
    ? { name: 'Node.js', outcome: 'ok', detail: version }
    : { name: 'Node.js', outcome: 'failed', detail: `${version} is older than ${OLDEST_NODE.join('.')}`, next: 'install Node.js 24, or run it inside the checkout, which brings its own' };
}

async function storeCheck(folder: string): Promise<Check> {
  try {
    await access(await nearestExisting(folder), constants.W_OK);
    return { name: 'Folder of the runs', outcome: 'ok', detail: folder };
  } catch (error) {
    return { name: 'Folder of the runs', outcome: 'failed', detail: `${folder}: ${error instanceof Error ? error.message : String(error)}`, next: 'monolens assess --store <a folder that you may write to>' };
  }
}

/** The folder itself, or the one of its parents that is there and would hold it. */
async function nearestExisting(path: string): Promise<string> {
  const there = await access(path).then(() => true, () => false);
  return there || dirname(path) === path ? path : nearestExisting(dirname(path));
}

async function probeCheck(account: AwsAccount, probe: (typeof PROBES)[number]): Promise<Check> {
  const answer = await account.call(probe, account.regions[0] ?? 'us-east-1', probe.input);
  if (answer.ok) return { name: probe.action, outcome: 'ok', detail: 'allowed' };
  return {
    name: probe.action, outcome: 'failed', detail: `${answer.outcome}: ${answer.message}`,
    next: answer.outcome === 'denied' ? 'monolens policy   (prints the policy that allows it)' : undefined,
  };
}

const MARK = { ok: '✔', failed: '✖', skipped: '–' } as const;

function lineOf(check: Check): string {
  return `${MARK[check.outcome]} ${check.name}: ${check.detail}${check.next ? `\n    Next: ${check.next}` : ''}`;
}
