/** Components that keep data and serve it on a port: what should be a backing service of its own. */
const SERVERS: ReadonlySet<string> = new Set([
  'mysql', 'mariadb', 'postgresql', 'mssqlserver', 'oracle-database', 'mongodb', 'redis', 'valkey', 'memcached', 'cassandra', 'elasticsearch',
  'opensearch', 'couchdb', 'influxdb', 'neo4j', 'percona-server',
]);

/** The ports that such servers listen on unless told otherwise. Source: IANA's service names, and the servers' own manuals. */
export const DATABASE_PORTS: ReadonlyMap<number, string> = new Map([
  [1433, 'SQL Server'], [1521, 'Oracle'], [3306, 'MySQL'], [5432, 'PostgreSQL'], [6379, 'Redis'], [11_211, 'memcached'], [27_017, 'MongoDB'],
]);

export function isDatabaseServer(component: string): boolean {
  return SERVERS.has(component);
}
