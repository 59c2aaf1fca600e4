import { releaseOf, type Release } from './lookup.ts';

/** The table's product for an `Engine` of RDS or Aurora. RDS keeps a clock of its own, later than the engine's. */
const ENGINES: Readonly<Record<string, string>> = {
  mysql: 'amazon-rds-mysql',
  mariadb: 'amazon-rds-mariadb',
  postgres: 'amazon-rds-postgresql',
  'aurora-postgresql': 'amazon-aurora-postgresql',
};

/** RDS runs SQL Server at its last service pack, whose dates are those of the product. */
const SQL_SERVER_CYCLES: Readonly<Record<string, string>> = {
  12: '12.0-sp3', 13: '13.0-sp3', 14: '14.0', 15: '15.0', 16: '16.0', 17: '17.0',
};

/**
 * The release of a managed database, from `Engine` and `EngineVersion` as RDS gives them.
 * Undefined where the table has none (Aurora MySQL, Oracle, Db2, a newer version).
 */
export function releaseOfEngine(engine: string, version: string): Release | undefined {
  if (engine.startsWith('sqlserver-')) {
    const cycle = SQL_SERVER_CYCLES[version.split('.', 1)[0] ?? ''];
    return cycle === undefined ? undefined : releaseOf('mssqlserver', cycle);
  }
  const product = Object.hasOwn(ENGINES, engine) ? ENGINES[engine] : undefined;
  return product === undefined ? undefined : releaseOf(product, version);
}
