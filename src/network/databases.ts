import type { Exposure } from '../model/index.ts';
import type { DbInstance } from '../model/resources/data.ts';
import { CLOSED, OPEN, unknownGate, type Bounded, type Tri } from './bounded.ts';
import type { Gatehouse } from './gatehouse.ts';
import { valueAt, type Segment } from './segments.ts';
import { portRange } from './traffic.ts';

/**
 * What internet clients reach of database instances. Their addresses are AWS's to choose, so the row names the endpoint, and the
 * subnets and groups of the instance decide: those of its zone, or all of them where it may fail over.
 */
export function databaseExposures(gatehouse: Gatehouse): Exposure[] {
  return gatehouse.view.all('dbInstance').map((db) => exposureOf(gatehouse, db));
}

function exposureOf(gatehouse: Gatehouse, db: DbInstance): Exposure {
  const port = db.Endpoint?.Port;
  const key = port === undefined ? undefined : portRange('tcp', port, port)?.from;
  const group = gatehouse.groups.of(db, db.VpcSecurityGroups?.flatMap((g) => g.VpcSecurityGroupId ?? []).sort(), db.id).ipv4;
  const subnetIds = subnetsOf(gatehouse, db);
  const doors = (subnetIds.length > 0 ? subnetIds : [undefined]).map((subnetId) => {
    const { account, route, acl } = gatehouse.subnet(db, subnetId, db.DBSubnetGroup?.VpcId, 'ipv4', undefined);
    return { account, route, passage: valueAt(acl.ipv4.passage, key ?? 0) };
  });
  const stopped = db.DBInstanceStatus === 'stopped' || db.DBInstanceStatus === 'stopping';
  const outcome = gatehouse.judgeAt('ipv4', stopped ? CLOSED : addressGate(db, subnetIds, key), doors, key === undefined ? widest(group) : valueAt(group, key));
  return {
    resourceId: db.DBInstanceArn ?? db.arn ?? db.id,
    address: db.Endpoint?.Address ?? db.id,
    family: 'ipv4',
    ...(port === undefined ? { protocol: 'all', fromPort: 0, toPort: 65_535 } : { protocol: 'tcp', fromPort: port, toPort: port }),
    sources: outcome.sources, verdict: outcome.verdict, closedGates: outcome.closedGates, via: 'direct',
    ...(outcome.missing.length > 0 ? { missing: outcome.missing } : {}),
    ...(stopped ? { notes: ['the database is stopped: the endpoint answers when it is started'] } : {}),
  };
}

function addressGate(db: DbInstance, subnetIds: readonly string[], key: number | undefined): Tri {
  if (db.PubliclyAccessible === false) return CLOSED;
  if (db.PubliclyAccessible === undefined) return unknownGate(`whether ${db.id} is publicly accessible (rds:DescribeDBInstances)`);
  if (subnetIds.length === 0) return unknownGate(`subnets of ${db.id} are not in the estate (rds:DescribeDBInstances)`);
  return key === undefined ? unknownGate(`port of ${db.id} (rds:DescribeDBInstances)`) : OPEN;
}

function subnetsOf(gatehouse: Gatehouse, db: DbInstance): readonly string[] {
  const all = (db.DBSubnetGroup?.Subnets ?? []).flatMap((subnet) => subnet.SubnetIdentifier ?? []);
  const inZone = all.filter((id) => gatehouse.view.byId('subnet', id)?.AvailabilityZone === db.AvailabilityZone);
  return db.MultiAZ !== true && db.AvailabilityZone !== undefined && inZone.length > 0 ? inZone : all;
}

/** Of a database whose port is not known: the widest that its groups admit anywhere. */
function widest(segments: readonly Segment<Bounded>[]): Bounded {
  return segments.find((segment) => segment.value.maybe.length > 0)?.value ?? valueAt(segments, 0);
}
