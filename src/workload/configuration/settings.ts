import type { FactSheet } from '../user-data/facts.ts';
import { ADDRESS } from '../commands/ports.ts';
import { type FileReader, linesOf } from './file.ts';

/** A variable that names the program's own port; `DB_PORT` and its like name another's. */
const OWN_PORT = /^(?:(?:APP|APPLICATION|SERVER|HTTP|HTTPS|WEB|API|LISTEN|LISTENING|SERVICE|NODE|GUNICORN|FLASK|FLASK_RUN|UVICORN|RAILS|PUMA|NGINX|APACHE|EXPRESS|NEST|BACKEND|FRONTEND)_?)?PORT$/;
const OWN_ADDRESS = /^(?:ASPNETCORE_URLS|ASPNETCORE_HTTP_PORTS|DOTNET_URLS|BIND|BIND_ADDR(?:ESS)?|LISTEN|LISTEN_ADDR(?:ESS)?|SERVER_ADDR(?:ESS)?|HTTP_ADDR|GUNICORN_BIND|WEB_BIND)$/;
const OTHER_HOST = /(?:^|_)(?:HOST|HOSTNAME|ENDPOINT|SERVER|SERVERS|ADDR|ADDRESS|NODES|BROKER|BROKERS|BOOTSTRAP_SERVERS|URL|URI|HOSTS)$/;

/** Reads one variable: a port of the program itself, a host that it talks to, a framework that it belongs to. */
export function readSetting(sheet: FactSheet, name: string, value: string, line: number): void {
  const upper = name.toUpperCase().replaceAll(/[.-]/g, '_');
  if (OWN_PORT.test(upper) && /^\d{2,5}$/.test(value)) sheet.port(Number(value));
  else if (OWN_ADDRESS.test(upper)) {
    for (const address of value.split(/[;,]/)) {
      const port = Number(ADDRESS.exec(address.trim())?.[1]);
      if (port > 0) sheet.port(port);
    }
    if (/^(?:ASPNETCORE|DOTNET)/.test(upper)) sheet.component('dotnet', { source: 'configuration', text: `${name}=${value}`, line, listens: false });
  } else if (upper.startsWith('SPRING_')) sheet.component('spring-boot', { source: 'configuration', text: `${name}=${value}`, line, listens: false });
  else if (/^(?:DJANGO_SETTINGS_MODULE|DJANGO_\w+)$/.test(upper)) sheet.component('django', { source: 'configuration', text: `${name}=${value}`, line, listens: false });
  else if (/^(?:RAILS_ENV|RAILS_MASTER_KEY)$/.test(upper)) sheet.component('ruby-on-rails', { source: 'configuration', text: `${name}=${value}`, line, listens: false });
  else if (/^ASPNETCORE_ENVIRONMENT$/.test(upper)) sheet.component('dotnet', { source: 'configuration', text: `${name}=${value}`, line, listens: false });
  else if (OTHER_HOST.test(upper)) hostSetting(sheet, upper, value, line);
  if (/^(?:SESSION_DRIVER|SESSION_HANDLER)$/.test(upper) && value === 'file') sheet.state('sessions', `${name}=${value}`, line);
  if (/^(?:FILESYSTEM_DRIVER|FILESYSTEM_DISK)$/.test(upper) && /^(?:local|public)$/.test(value)) sheet.state('uploads', `${name}=${value}`, line);
  if (/(?:UPLOAD|MEDIA|ATTACHMENT)S?_?(?:DIR|PATH|ROOT|FOLDER)$/.test(upper) && value.startsWith('/')) sheet.state('uploads', `${name}=${value}`, line);
}

/** A host without a scheme: the scan for addresses finds those with one. */
function hostSetting(sheet: FactSheet, name: string, value: string, line: number): void {
  if (value.includes('://') || !/[A-Za-z]/.test(value) || /[$<>{}[\]\s'"]/.test(value)) return;
  for (const item of value.split(',').slice(0, 20)) {
    const [, host = '', port] = /^([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)(?::(\d{2,5}))?$/.exec(item) ?? [];
    if (host === '' || /^(?:localhost|127\.|true|false|none|null)/i.test(host)) continue;
    sheet.endpoint({ host, kind: kindOfName(name, port), line, ...(port === undefined ? {} : { port: Number(port) }) });
  }
}

/** What kind of service a variable's name, or a port, speaks of. */
export function kindOfName(name: string, port?: string): string {
  if (/REDIS|MEMCACHE|CACHE|VALKEY/i.test(name) || port === '6379' || port === '11211') return 'cache';
  if (/DB|DATABASE|MYSQL|POSTGRES|PG|MONGO|SQL|ORACLE|RDS|AURORA/i.test(name) || /^(?:3306|5432|1433|1521|27017)$/.test(port ?? '')) return 'database';
  if (/KAFKA|RABBIT|AMQP|QUEUE|BROKER|SQS|NATS|ACTIVEMQ/i.test(name) || /^(?:9092|5672|61616|4222)$/.test(port ?? '')) return 'queue';
  if (/ELASTIC|OPENSEARCH|SOLR|SEARCH/i.test(name) || port === '9200') return 'search';
  if (/SMTP|MAIL/i.test(name) || port === '25' || port === '587') return 'mail';
  return 'host';
}

/** `.env`, `/etc/environment`, `/etc/default/app`, `ecs.config`. */
export const readEnvironmentFile: FileReader = (file) => {
  for (const { text, line } of linesOf(file)) {
    const [, name = '', value = ''] = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*?)\s*$/.exec(text) ?? [];
    if (name !== '') file.setting(name, value.replace(/^(["'])(.*)\1$/, '$2'), line);
    if (/^ECS_CLUSTER$/.test(name)) file.sheet.component('amazon-ecs-agent', { source: 'configuration', text: text.trim(), line });
  }
};

/** Settings of Java programs, as properties or YAML: the port, and that it is Spring's where its names say so. */
export const readApplicationSettings: FileReader = (file) => {
  const path: string[] = [];
  const indents: number[] = [];
  for (const { text, line } of linesOf(file)) {
    const flat = /^\s*([\w.-]+\.[\w.-]+)\s*[=:]\s*(.*)$/.exec(text);
    const [, indent = '', key = '', rest = ''] = /^(\s*)([\w.-]+):\s*(.*)$/.exec(text) ?? [];
    let name = flat?.[1] ?? '';
    let value = flat?.[2] ?? '';
    if (!flat && key !== '') {
      while (indents.length > 0 && (indents.at(-1) ?? 0) >= indent.length) {
        indents.pop();
        path.pop();
      }
      name = [...path, key].join('.');
      value = rest;
      indents.push(indent.length);
      path.push(key);
    }
    if (name.startsWith('spring.')) file.sheet.component('spring-boot', { source: 'configuration', text: text.trim(), line, listens: false });
    if (/^(?:server|management\.server|quarkus\.http|micronaut\.server)\.port$/.test(name)) {
      const port = Number(/(\d{2,5})\}?$/.exec(value.trim())?.[1]);
      const id = name.startsWith('quarkus') ? 'quarkus-framework' : name.startsWith('micronaut') ? 'micronaut' : 'spring-boot';
      if (port > 0) file.sheet.component(id, { source: 'configuration', text: text.trim(), line, ports: [port] });
    }
  }
};

const SERVER_PORTS: readonly { id: string; path: RegExp; port: RegExp }[] = [
  { id: 'redis', path: /redis[\w.-]*\.conf$/, port: /^\s*port\s+(\d+)/ },
  { id: 'valkey', path: /valkey[\w.-]*\.conf$/, port: /^\s*port\s+(\d+)/ },
  { id: 'postgresql', path: /postgresql[\w.-]*\.conf$/, port: /^\s*port\s*=\s*(\d+)/ },
  { id: 'mongodb', path: /mongod?[\w.-]*\.conf$/, port: /^\s*port\s*[:=]\s*(\d+)/ },
  { id: 'memcached', path: /memcached/, port: /^\s*(?:-p\s*|PORT="?)(\d+)/ },
  { id: 'tomcat', path: /server\.xml$/, port: /<Connector\b[^>]*\bport="(\d+)"|^\s*port="(\d+)"/ },
  { id: 'elasticsearch', path: /elasticsearch[\w.-]*\.yml$/, port: /^\s*http\.port\s*:\s*(\d+)/ },
  { id: 'opensearch', path: /opensearch[\w.-]*\.yml$/, port: /^\s*http\.port\s*:\s*(\d+)/ },
  { id: 'kibana', path: /kibana[\w.-]*\.yml$/, port: /^\s*server\.port\s*:\s*(\d+)/ },
  { id: 'grafana', path: /grafana[\w.-]*(?:\.ini)?$/, port: /^\s*http_port\s*=\s*(\d+)/ },
  { id: 'jenkins', path: /jenkins/, port: /^\s*(?:HTTP_PORT|JENKINS_PORT)="?(\d+)|--httpPort=(\d+)|"JENKINS_PORT=(\d+)"/ },
  { id: 'rabbitmq', path: /rabbitmq[\w.-]*\.conf$/, port: /^\s*(?:listeners\.tcp\.\w+|management\.(?:tcp\.)?port)\s*=\s*(?:[\w.]*:)?(\d+)/ },
  { id: 'apache-kafka', path: /(?:server|kraft\/\w+|kafka)[\w.-]*\.properties$/, port: /^\s*listeners\s*=\s*\w+:\/\/[\w.-]*:(\d+)/ },
  { id: 'zookeeper', path: /zoo[\w.-]*\.cfg$|zookeeper\.properties$/, port: /^\s*clientPort\s*=\s*(\d+)/ },
  { id: 'squid', path: /squid\.conf$/, port: /^\s*http_port\s+(?:[\w.]*:)?(\d+)/ },
  { id: 'uwsgi', path: /uwsgi|\.ini$/, port: /^\s*(?:http|http-socket|https|socket)\s*=\s*(?:[\w.*]*:)(\d+)/ },
  { id: 'gunicorn', path: /gunicorn[\w.-]*\.py$/, port: /^\s*bind\s*=\s*["'](?:[\w.*]*:)(\d+)/ },
  { id: 'puma', path: /puma\.rb$/, port: /^\s*(?:port\s+(?:ENV\S*\s*\{?\s*)?|bind\s+["']tcp:\/\/[\w.]*:)(\d+)/ },
  { id: 'php', path: /fpm.*\.conf$|www\.conf$/, port: /^\s*listen\s*=\s*(?:[\d.]+:)?(\d+)\s*$/ },
  { id: 'mysql', path: /my\.cnf$|mysqld?[\w.-]*\.cnf$/, port: /^\s*port\s*=\s*(\d+)/ },
  { id: 'mariadb', path: /mariadb[\w.-]*\.cnf$|my\.cnf\.d\/server/, port: /^\s*port\s*=\s*(\d+)/ },
  { id: 'influxdb', path: /influxdb/, port: /^\s*(?:http-)?bind-address\s*=\s*"(?:[\w.]*:)(\d+)"/ },
  { id: 'nexus', path: /nexus[\w.-]*\.properties$/, port: /^\s*application-port\s*=\s*(\d+)/ },
  { id: 'sonarqube-community', path: /sonar\.properties$/, port: /^\s*sonar\.web\.port\s*=\s*(\d+)/ },
  { id: 'mssqlserver', path: /mssql\.conf$/, port: /^\s*tcpport\s*=\s*(\d+)/ },
  { id: 'logstash', path: /logstash|\.conf$/, port: /\b(?:beats|tcp|http)\s*\{[^}]*\bport\s*=>\s*(\d+)|^\s*port\s*=>\s*(\d+)/ },
];

/** Ports in the configuration of servers that have one line for it. A few programs share a path, so the server must be known or named by the path. */
export function readServerPorts(file: Parameters<FileReader>[0], owner: string | undefined): void {
  const lower = file.path.toLowerCase();
  const row = SERVER_PORTS.find(({ id, path }) => path.test(lower) && (owner === id || owner === undefined && (file.sheet.has(id) || lower.includes(id))));
  if (!row) return;
  for (const { text, line } of linesOf(file)) {
    const found = row.port.exec(text);
    const port = Number(found?.slice(1).find((group) => group !== undefined));
    if (port > 0) file.sheet.component(row.id, { source: 'configuration', text: text.trim(), line, ports: [port] });
  }
}
