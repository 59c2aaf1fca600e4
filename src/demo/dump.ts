import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { KINDS } from '../model/index.ts';
import type { SampleAccount } from './accounts/sample-account.ts';
import { answerKey } from './accounts/sample-account.ts';
import type { JsonObject } from './json.ts';
import { answer } from './replay/answer.ts';
import type { Call } from './replay/call.ts';
import { cliNameOf } from './replay/cli-name.ts';
import { PUBLIC_SNAPSHOTS } from './replay/ec2.ts';
import { PARENTS } from './replay/parents.ts';
import { wholeAnswer } from './replay/whole-answer.ts';
import { faultOf } from './wire/fault.ts';
import { operationsOf } from './wire/operations.ts';
import { SERVICE_NAMES, serviceOf } from './wire/services.ts';
import type { ServiceName } from './wire/services.ts';

/** Calls beside those that list a kind: who it is, and what completes a kind. */
const BESIDE_KINDS = [
  'sts:GetCallerIdentity', 'ec2:DescribeRegions', 'account:ListRegions', 'iam:ListAccountAliases', 'elbv2:DescribeTags', 'elb:DescribeTags', 'rds:DescribeDBSnapshots',
] as const;
/** Answers that a handler makes, not the account's data. */
const MADE = new Set(['sts:GetCallerIdentity', 'ec2:DescribeRegions', 'account:ListRegions', 'iam:ListAccountAliases', 'cloudfront:ListVpcOrigins']);

/**
 * Writes a sample account as a directory of AWS CLI JSON, `<directory>/<region>/<service>-<operation>.json`, calls made once per
 * resource in a folder with one file each. Every call that lists a kind is there, empty where the account has none, for the
 * regions that hold anything. Metrics, cost and prices are not part of a dump.
 */
export async function writeDump(account: SampleAccount, directory: string): Promise<void> {
  const regions = [...new Set(Object.keys(account.answers).map((key) => key.slice(0, key.indexOf('/'))))];
  const files = new Map<string, JsonObject>(Object.entries(account.answers));
  for (const region of regions) {
    for (const [service, name] of operations()) {
      if (serviceOf(service).global === true && region !== 'us-east-1') continue;
      const file = `${service}-${cliNameOf(name)}`;
      const whole = await ask(account, region, service, name);
      if (whole !== undefined) files.set(answerKey(region, file), whole);
    }
    const open = answerKey(region, PUBLIC_SNAPSHOTS);
    if (!files.has(open)) files.set(open, { Snapshots: [] });
  }
  for (const [key, content] of files) {
    const path = `${join(directory, ...key.split('/'))}.json`;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, `${JSON.stringify(content, null, 4)}\n`);
  }
}

function operations(): readonly (readonly [service: ServiceName, operation: string])[] {
  const names = [...Object.values(KINDS).map((kind) => `${kind.service}:${kind.operation.replace(/ .*/, '')}`), ...BESIDE_KINDS];
  return [...new Set(names)].flatMap((name) => {
    const [service, operation] = name.split(':');
    const known = SERVICE_NAMES.find((one) => one === service);
    return known === undefined || operation === undefined || PARENTS[name] !== undefined ? [] : [[known, operation] as const];
  });
}

async function ask(account: SampleAccount, region: string, service: ServiceName, name: string): Promise<JsonObject | undefined> {
  const operation = (await operationsOf(service)).find(name);
  if (operation === undefined) return undefined;
  const call: Call = {
    service, operation, input: {}, region, account, accounts: [account], now: account.now, pageSize: undefined, tokenLifetime: undefined,
    caller: { arn: `arn:aws:iam::${account.id}:user/demo`, userId: 'DEMOUSERID' },
    fault: (kind, message) => faultOf(kind, service, serviceOf(service).protocol, message),
  };
  return MADE.has(`${service}:${name}`) ? answer(call) : wholeAnswer(call);
}
