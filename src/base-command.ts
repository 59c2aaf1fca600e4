import { Command, Flags } from '@oclif/core';
import { EXIT, MonolensError } from './errors.ts';
import { processHost, type Host } from './host.ts';
import type { Emit, Settings, Severity } from './model/index.ts';
import { progressPrinter } from './progress.ts';

/** Flags of every command that reads AWS. */
export const awsFlags = {
  profile: Flags.string({ description: 'AWS profile to use', helpValue: 'NAME', env: 'AWS_PROFILE', helpGroup: 'AWS' }),
  region: Flags.string({ description: 'region to read; repeatable', helpValue: 'REGION', multiple: true, multipleNonGreedy: true, helpGroup: 'AWS' }),
  'all-regions': Flags.boolean({ description: 'every region that the account has enabled', helpGroup: 'AWS', exclusive: ['region'] }),
  'role-arn': Flags.string({ description: 'role to assume; repeatable, one estate over all of them', helpValue: 'ARN', multiple: true, multipleNonGreedy: true, helpGroup: 'AWS' }),
  'external-id': Flags.string({ description: 'external id for the roles', helpValue: 'ID', helpGroup: 'AWS' }),
  'endpoint-url': Flags.string({ description: 'send every AWS call there instead', helpValue: 'URL', env: 'AWS_ENDPOINT_URL', helpGroup: 'AWS' }),
};

export interface AwsFlags {
  readonly profile?: string | undefined;
  readonly region?: string[] | undefined;
  readonly 'all-regions'?: boolean | undefined;
  readonly 'role-arn'?: string[] | undefined;
  readonly 'external-id'?: string | undefined;
  readonly 'endpoint-url'?: string | undefined;
}

export function awsOptionsOf(flags: AwsFlags) {
  return {
    profile: flags.profile, regions: flags.region, allRegions: flags['all-regions'], roleArns: flags['role-arn'],
    externalId: flags['external-id'], endpointUrl: flags['endpoint-url'],
  };
}

const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'] as const;
export const severityFlag = Flags.custom<Severity>({ options: [...SEVERITIES], helpValue: 'SEVERITY' });

/** Flags that change what is concluded from the same facts; stored with the run. */
export const settingsFlags = {
  prefer: Flags.string({ description: 'weight of a goal, 1 (little) to 5 (much); kept with the run for comparing target architectures; repeatable', helpValue: 'GOAL=N', multiple: true, multipleNonGreedy: true }),
  rule: Flags.string({ description: 'judge only this rule; repeatable', helpValue: 'ID', multiple: true, multipleNonGreedy: true }),
  'exclude-rule': Flags.string({ description: 'leave this rule out; repeatable', helpValue: 'ID', multiple: true, multipleNonGreedy: true }),
};

interface SettingsFlags {
  readonly prefer?: string[] | undefined;
  readonly rule?: string[] | undefined;
  readonly 'exclude-rule'?: string[] | undefined;
}

/** @throws MonolensError `PREFER_MALFORMED` */
export function settingsOf(flags: SettingsFlags): Settings {
  const prefer = Object.fromEntries((flags.prefer ?? []).map((text) => {
    const match = /^([a-z-]+)=([1-5])$/.exec(text);
    if (match?.[1] === undefined) {
      throw new MonolensError({ code: 'PREFER_MALFORMED', exit: 'usage', what: `--prefer ${text} is not GOAL=1..5.`, next: 'monolens assess --prefer cost=5' });
    }
    return [match[1], Number(match[2])];
  }));
  return { prefer, thresholds: {}, rules: flags.rule ?? [], excludeRules: flags['exclude-rule'] ?? [] };
}

export const outFlag = {
  out: Flags.directory({ description: 'write this run to DIR itself instead of a folder of its own in --store; a run that lies there is kept beside it', helpValue: 'DIR' }),
};

/** Where runs live; shared by every command that reads or writes them. */
export const storeFlag = {
  store: Flags.directory({ description: 'folder of the runs', helpValue: 'DIR', default: 'reports', env: 'MONOLENS_STORE' }),
};

/**
 * What every command shares: `--json` prints the whole result on stdout and nothing else, progress goes to stderr, and an error
 * says what happened, why and the next command, with the exit code of the one map in `errors.ts`.
 */
export abstract class BaseCommand extends Command {
  static override enableJsonFlag = true;
  protected readonly host: Host = processHost();
  #progress: ReturnType<typeof progressPrinter> | undefined;

  /** Draws progress events on stderr: in place on a terminal, as plain lines elsewhere. */
  protected get emit(): Emit {
    this.#progress ??= progressPrinter(this.host);
    return this.#progress.emit;
  }

  protected override logJson(json: unknown): void {
    this.#jsonPrinted = printJson(this.host, json);
  }
  #jsonPrinted: Promise<void> = Promise.resolve();

  protected override async finally(thrown: Error | undefined): Promise<void> {
    this.#progress?.stop();
    await this.#jsonPrinted;
    await super.finally(thrown);
  }

  protected override async catch(error: Error & { exitCode?: number; oclif?: { exit?: number } }): Promise<void> {
    this.#progress?.stop();
    const known = error instanceof MonolensError;
    if (!known && error.oclif?.exit === EXIT.ok) throw error;
    const usage = !known && error.oclif?.exit === EXIT.usage;
    const interrupted = this.host.signal.aborted;
    this.host.exitWith(interrupted ? 'interrupted' : known ? error.exit : usage ? 'usage' : 'unexpected');
    if (this.jsonEnabled()) {
      this.logJson({ error: errorJson(error) });
      await this.#jsonPrinted;
    }
    if (interrupted && !known) {
      this.host.err('Interrupted.\n');
      return;
    }
    this.host.err(errorText(error, { usage, hint: `monolens ${this.id?.replaceAll(':', ' ') ?? ''} --help`, debug: Boolean(this.host.env['MONOLENS_DEBUG']) }));
  }
}

async function printJson(host: Host, json: unknown): Promise<void> {
  const { jsonLines } = await import('./runs/json-lines.ts');
  let text = '';
  for (const piece of jsonLines(json)) {
    text += piece;
    if (text.length > 1 << 16) {
      await host.out(text);
      text = '';
    }
  }
  await host.out(`${text}\n`);
}

function errorJson(error: Error): Record<string, string | undefined> {
  if (!(error instanceof MonolensError)) return { code: 'UNEXPECTED', what: error.message };
  return { code: error.code, what: error.message, why: error.why, next: error.next, action: error.action };
}

function errorText(error: Error, shown: { usage: boolean; hint: string; debug: boolean }): string {
  const lines = [`Error: ${error.message.trimEnd()}`];
  if (error instanceof MonolensError) {
    if (error.why) lines.push(`  Why:  ${error.why}`);
    if (error.action) lines.push(`  IAM:  ${error.action}`);
    if (error.next) lines.push(`  Next: ${error.next}`);
  } else if (shown.usage) {
    lines.push(`  Next: ${shown.hint}`);
  } else {
    lines.push('  Why:  this is a defect of Monolens, not of your estate.', '  Next: run it again with MONOLENS_DEBUG=1 and report the stack it prints.');
  }
  if (shown.debug && error.stack) lines.push(error.stack);
  return `${lines.join('\n')}\n`;
}
