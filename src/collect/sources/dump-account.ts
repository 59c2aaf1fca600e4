import { basename, join } from 'node:path';
import { isObject, partitionOfRegion, textOf, type JsonObject } from '../../aws/index.ts';
import { itemsAt } from '../items.ts';
import { DumpFolder, pagesOf } from './dump-folder.ts';
import type { AccountFolder } from './dump-layout.ts';

/** One account of a dump. */
export interface DumpAccount {
  readonly id: string;
  readonly partition: string;
  readonly callerArn: string | undefined;
  readonly regions: ReadonlyMap<string, DumpFolder>;
  /** Every folder in which files may lie. */
  readonly folders: readonly DumpFolder[];
  /** Where a question of a region, or of a global service, may be answered; most likely first. */
  placesOf(region: string): readonly DumpFolder[];
  folder(parent: DumpFolder, name: string): DumpFolder;
}

/** Files that say whose account it is, with the path to the owner in each. */
const OWNERS = [
  ['ec2-describe-vpcs.json', 'Vpcs[]'],
  ['ec2-describe-security-groups.json', 'SecurityGroups[]'],
  ['ec2-describe-network-interfaces.json', 'NetworkInterfaces[]'],
  ['ec2-describe-instances.json', 'Reservations[]'],
] as const;

/** Finds out whose account a folder holds: by the caller's identity, the folder's name, or the owner of what lies in it. */
export async function dumpAccount(layout: AccountFolder, shown: (path: string) => string): Promise<DumpAccount> {
  const nested = new Map<string, DumpFolder>();
  const open = (path: string): DumpFolder => {
    let folder = nested.get(path);
    if (!folder) {
      folder = new DumpFolder(path, shown(path));
      nested.set(path, folder);
    }
    return folder;
  };
  const regions = new Map([...layout.regions].map(([region, path]) => [region, open(path)]));
  const global = layout.global.map(open);
  const identity = await firstObject(global, 'sts-get-caller-identity.json');
  const arn = textOf(identity?.['Arn']);
  const named = layout.name !== undefined && /^\d{12}$/.test(layout.name) ? layout.name : '';
  const id = textOf(identity?.['Account']) || named || await ownerIn([...regions.values()]) || layout.name || 'unknown';
  return {
    id,
    partition: /^arn:([^:]+):/.exec(arn)?.[1] ?? partitionOfRegion([...regions.keys()][0] ?? ''),
    callerArn: arn === '' ? undefined : arn,
    regions,
    folders: [...new Set(global)],
    placesOf: (region) => {
      const own = regions.get(region);
      return region === 'global' ? [...global.slice(2), ...global.slice(0, 2)] : own ? [own] : [];
    },
    folder: (parent, name) => open(join(parent.path, basename(name))),
  };
}

async function firstObject(folders: readonly DumpFolder[], name: string): Promise<JsonObject | undefined> {
  for (const folder of folders) {
    if (!(await folder.names()).has(name)) continue;
    const read = await folder.read(name);
    if (read.ok && isObject(read.value)) return read.value;
  }
  return undefined;
}

async function ownerIn(folders: readonly DumpFolder[]): Promise<string | undefined> {
  for (const folder of folders) {
    for (const [name, path] of OWNERS) {
      if (!(await folder.names()).has(name)) continue;
      const read = await folder.read(name);
      const owner = read.ok ? pagesOf(read.value).flatMap((page) => itemsAt(page, path)).map((item) => textOf(item['OwnerId'])).find((found) => found !== '') : undefined;
      if (owner !== undefined) return owner;
    }
  }
  return undefined;
}
