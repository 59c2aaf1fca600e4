import { readUserDataFile } from '../../src/collect/redact/index.ts';
import { type Estate, KIND_SCHEMAS, KINDS, type Kind } from '../../src/model/index.ts';

export const ACCOUNT = '111122223333';
export const REGION = 'eu-west-1';
export const WHERE = { account: ACCOUNT, region: REGION };

type Loose = Partial<Record<Kind, readonly Record<string, unknown>[]>>;

/** An estate from plain literals, each parsed by its kind's schema; kinds in `missing` were denied. */
export function estateOf(resources: Loose, missing: readonly Kind[] = []): Estate {
  const parsed = Object.fromEntries(Object.entries(resources).map(([kind, list]) => [kind, list.map((item) => KIND_SCHEMAS[kind as Kind].parse({ ...WHERE, ...item }))]));
  return {
    accounts: [{ id: ACCOUNT, partition: 'aws' }],
    regions: [REGION],
    collectedAt: '2026-11-20T10:00:00Z',
    source: 'demo',
    resources: parsed,
    coverage: (Object.keys(KINDS) as Kind[]).map((kind) => ({
      service: KINDS[kind].service, operation: KINDS[kind].operation, action: KINDS[kind].action, ...WHERE, outcome: missing.includes(kind) ? 'denied' : 'ok', items: 0, pages: 1,
    })),
  };
}

export function instance(id: string, fields: Record<string, unknown> = {}): Record<string, unknown> {
  return { id, InstanceId: id, State: { Name: 'running' }, VpcId: 'vpc-1', ...fields };
}

export function userData(id: string, script: string): Record<string, unknown> {
  return { id, of: 'instance', ...readUserDataFile(script), fingerprint: `f${Buffer.from(script).reduce((sum, byte) => (sum * 31 + byte) % 1_000_000_007, 7)}` };
}

export function group(id: string, from: readonly { group?: string; cidr?: string; port: number }[] = []): Record<string, unknown> {
  return {
    id, GroupId: id, GroupName: id, VpcId: 'vpc-1',
    IpPermissions: from.map((rule) => ({
      IpProtocol: 'tcp', FromPort: rule.port, ToPort: rule.port,
      UserIdGroupPairs: rule.group === undefined ? [] : [{ GroupId: rule.group }], IpRanges: rule.cidr === undefined ? [] : [{ CidrIp: rule.cidr }],
    })),
  };
}
