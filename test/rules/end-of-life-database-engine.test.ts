import { endOfLifeDatabaseEngine } from '../../src/rules/end-of-life-database-engine.ts';
import { truthTable } from './truth-table.ts';

const db = (Engine: string | undefined, EngineVersion: string | undefined, more = {}) => ({ dbInstance: [{ id: 'shop', DBInstanceIdentifier: 'shop', Engine, EngineVersion, ...more }] });
const cluster = (writer: string) => ({ dbCluster: [{ id: 'aurora', DBClusterIdentifier: 'aurora', DBClusterMembers: [{ DBInstanceIdentifier: writer, IsClusterWriter: true }, { DBInstanceIdentifier: 'reader' }] }] });

truthTable(endOfLifeDatabaseEngine, 'shop', [
  ['PostgreSQL 17', 'pass', db('postgres', '17.2')],
  ['PostgreSQL 13, ended in February', 'fail high', db('postgres', '13.14'), { says: /PostgreSQL 13 \(running 13\.14\) ended on 2026-02-28/ }],
  ['PostgreSQL 14, ends in February', 'fail medium', db('postgres', '14.9')],
  ['MySQL 5.7, and billed for it', 'fail critical', db('mysql', '5.7.44', { EngineLifecycleSupport: 'open-source-rds-extended-support' }), { says: /Extended Support, which is billed by the vCPU-hour and ends on 2029-06-30/ }],
  ['SQL Server 2016', 'fail high', db('sqlserver-se', '13.00.6419.1.v1')],
  ['the writer of a cluster', 'fail high', { ...db('aurora-postgresql', '13.9', { DBClusterIdentifier: 'aurora' }), ...cluster('shop') }],
  ['another member of it', 'not-applicable', { ...db('aurora-postgresql', '13.9', { DBClusterIdentifier: 'aurora' }), ...cluster('writer') }, { says: /writer/ }],
  ['a member, clusters denied', 'fail high', db('aurora-postgresql', '13.9', { DBClusterIdentifier: 'aurora' }), { denied: ['dbCluster'] }],
  ['Aurora MySQL, which the table does not hold', 'unknown', db('aurora-mysql', '8.0.mysql_aurora.3.05.2')],
  ['no version stated', 'unknown', db('postgres', undefined)],
]);
truthTable(endOfLifeDatabaseEngine, undefined, [['databases denied', 'unknown', {}, { denied: ['dbInstance'] }]]);
