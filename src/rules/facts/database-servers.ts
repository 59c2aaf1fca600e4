import type { Insight } from '../../model/index.ts';

/** Components that keep data and serve it on a port: what should be a backing service of its own. */
const SERVERS: ReadonlySet<string> = new Set([
  'mysql', 'mariadb', 'postgresql', 'mssqlserver', 'oracle-database', 'ibm-db2', 'mongodb', 'redis', 'valkey', 'keydb', 'dragonfly', 'memcached', 'apache-cassandra', 'scylladb',
  'cockroachdb', 'apache-couchdb', 'couchbase-server', 'neo4j', 'arangodb', 'influxdb', 'clickhouse', 'questdb', 'rethinkdb', 'firebird', 'elasticsearch', 'opensearch', 'solr',
]);

/** The ports that such servers listen on unless told otherwise. Source: IANA's service names, and the servers' own manuals. */
export const DATABASE_PORTS: ReadonlyMap<number, string> = new Map([
  [1433, 'SQL Server'], [1521, 'Oracle'], [3306, 'MySQL'], [5432, 'PostgreSQL'], [6379, 'Redis'], [11_211, 'memcached'], [27_017, 'MongoDB'],
]);

/** Whether the component is such a server; a library that talks to one is not. */
export function isDatabaseServer({ component, source }: Insight['components'][number]): boolean {
  return source !== 'library' && SERVERS.has(component);
}
