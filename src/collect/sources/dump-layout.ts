import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { MonolensError } from '../../errors.ts';

/** `eu-west-1`, `us-gov-east-1`, `eusc-de-east-1` */
const REGION = /^(?:eusc-)?[a-z]{2}(?:-[a-z]+){1,2}-\d{1,2}$/;
const ANSWER = /^[a-z0-9]+(?:-[a-z0-9]+){2,}(?:-[A-Za-z]+)?(?:\.json)?$/;

/** The folders of one account: where its regions lie, and where files of global services may lie besides. */
export interface AccountFolder {
  /** The folder's own name; undefined where the dump is of one account and has no folder for it. */
  readonly name: string | undefined;
  readonly regions: ReadonlyMap<string, string>;
  /** In the order in which a file of a global service is looked for. */
  readonly global: readonly string[];
}

/**
 * Reads `[<account>/]<region>/<service>-<operation>.json`; one region's folder by itself will do.
 * Throws `MonolensError` where the directory is no such thing.
 */
export async function readLayout(directory: string): Promise<readonly AccountFolder[]> {
  const entries = await list(directory);
  const own = regionsIn(directory, entries);
  if (own.size > 0) return [folder(undefined, directory, own)];
  if (REGION.test(basename(directory)) && entries.some((entry) => ANSWER.test(entry.name))) {
    return [folder(undefined, directory, new Map([[basename(directory), directory]]))];
  }
  const accounts: AccountFolder[] = [];
  for (const entry of entries.filter((each) => each.isDirectory())) {
    const path = join(directory, entry.name);
    const regions = regionsIn(path, await list(path));
    if (regions.size > 0) accounts.push(folder(entry.name, path, regions));
  }
  if (accounts.length === 0) throw notADump(directory, entries.some((entry) => entry.isFile() && ANSWER.test(entry.name) && entry.name.endsWith('.json')));
  return accounts;
}

function folder(name: string | undefined, path: string, regions: Map<string, string>): AccountFolder {
  return { name, regions, global: [join(path, 'global'), path, ...regions.values()] };
}

function regionsIn(directory: string, entries: readonly Entry[]): Map<string, string> {
  return new Map(entries.filter((entry) => entry.isDirectory() && REGION.test(entry.name)).map((entry) => [entry.name, join(directory, entry.name)]));
}

interface Entry { readonly name: string; isDirectory(): boolean; isFile(): boolean }

async function list(directory: string): Promise<readonly Entry[]> {
  try {
    const entries = await readdir(directory, { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new MonolensError({
      code: code === 'ENOENT' ? 'DUMP_NOT_FOUND' : 'DUMP_UNREADABLE',
      exit: 'usage',
      what: code === 'ENOENT' ? `There is no directory ${directory}.` : `The directory ${directory} cannot be read.`,
      why: `The operating system says ${code}.`,
      next: 'monolens collect --dump DIR   (writes such a directory from a live account)',
    });
  }
}

function notADump(directory: string, flat: boolean): MonolensError {
  return new MonolensError({
    code: 'NOT_A_DUMP',
    exit: 'usage',
    what: `${directory} is not a directory of AWS CLI JSON.`,
    why: flat
      ? 'Its files lie outside a folder that names their region.'
      : 'Looked for [<account>/]<region>/<service>-<operation>.json and found no folder named after a region.',
    next: flat
      ? `mkdir ${join(directory, 'eu-west-1')} and move the files of that region there`
      : 'mkdir -p DIR/eu-west-1 && aws ec2 describe-instances --region eu-west-1 --output json > DIR/eu-west-1/ec2-describe-instances.json',
  });
}
