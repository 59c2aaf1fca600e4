import type { Exposure, ResourceOf } from '../model/index.ts';
import { isReached, speaksOfPort } from '../network/index.ts';
import { cis, securityHub, wellArchitected } from './controls.ts';
import { defineRule, fail, pass, undecided } from './rule.ts';

/** How RDS describes the network interfaces of its instances. */
const RDS_INTERFACE = 'RDSNetworkInterface';

/** The flag alone is high; it is critical where the interface of the instance is reached on its port. */
export const databasePubliclyAccessible = defineRule({
  id: 'database-publicly-accessible',
  code: 'X10',
  title: 'Databases are not publicly accessible',
  severity: 'high',
  subject: 'dbInstance',
  needs: [],
  wants: ['networkInterface'],
  controls: [...securityHub('RDS.2'), ...cis('3.2.3'), ...wellArchitected('SEC05-BP01')],
  why: 'Somebody outside may use the database directly. Those clients must be found before the data can be split or moved.',
  remediation: {
    summary: 'Find the clients outside, then turn public access off.',
    command: 'aws rds modify-db-instance --db-instance-identifier <db-instance-identifier> --no-publicly-accessible --apply-immediately',
    cost: 'No charge; clients outside the VPC lose access.',
    interrupts: 'brief',
  },
  phase: 'stabilise',
  sources: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-2',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html#USER_VPC.Hiding',
  ],
  judge(database, context) {
    if (database.PubliclyAccessible === undefined) return undecided('the answer does not say whether the instance is publicly accessible');
    if (!database.PubliclyAccessible) return pass();
    const flag = { text: 'PubliclyAccessible is on', basis: 'configuration' as const };
    const port = database.Endpoint?.Port;
    const rows = context.list('networkInterface').filter((eni) => belongs(eni, database))
      .flatMap((eni) => context.insight.exposuresOfInterface(eni.id))
      .filter((row) => port === undefined || speaksOfPort(row, 'tcp', port));
    const reached = rows.filter(isReached);
    if (reached.length > 0) return { ...fail(flag, ...reached.map((row) => reachedText(row, port))), severity: 'critical' };
    const open = rows.filter((row) => row.verdict === 'unknown').flatMap((row) => row.missing ?? []);
    return fail(flag, open.length > 0
      ? { text: `whether the internet reaches it is not known: ${[...new Set(open)].sort().join('; ')}` }
      : { text: 'no path from the internet to its interface was found', basis: 'configuration' });
  },
});

/** RDS does not say which interface is whose: one of its own, in the subnets and with the groups of the instance, may be. */
function belongs(eni: ResourceOf<'networkInterface'>, database: ResourceOf<'dbInstance'>): boolean {
  if (eni.Description !== RDS_INTERFACE) return false;
  const subnets = database.DBSubnetGroup?.Subnets ?? [];
  const groups = new Set((eni.Groups ?? []).map((group) => group.GroupId));
  return subnets.some((subnet) => subnet.SubnetIdentifier === eni.SubnetId)
    && (database.VpcSecurityGroups ?? []).every((group) => groups.has(group.VpcSecurityGroupId));
}

function reachedText(row: Exposure, port: number | undefined) {
  return { text: `port ${port ?? 'any'} is reached at ${row.address} (${row.verdict})`, basis: 'configuration' as const, resourceId: row.resourceId };
}
