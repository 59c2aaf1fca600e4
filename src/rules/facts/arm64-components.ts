import type { Insight } from '../../model/index.ts';

type Component = Insight['components'][number];

/** Runtimes, servers, frameworks and agents with builds for arm64 Linux in every release that is still supported. */
const PORTABLE: ReadonlySet<string> = new Set([
  // runtimes
  'nodejs', 'bun', 'deno', 'php', 'python', 'ruby', 'openjdk', 'amazon-corretto', 'eclipse-temurin', 'azul-zulu', 'graalvm-ce', 'oracle-jdk', 'go', 'rust', 'perl', 'erlang', 'elixir', 'scala',
  // web and application servers
  'nginx', 'openresty', 'apache-http-server', 'caddy', 'lighttpd', 'haproxy', 'varnish', 'squid', 'traefik', 'envoy', 'tomcat', 'wildfly', 'eclipse-jetty',
  'gunicorn', 'uwsgi', 'uvicorn', 'hypercorn', 'daphne', 'waitress', 'mod-wsgi', 'puma', 'unicorn', 'passenger', 'pm2', 'forever', 'supervisor',
  // frameworks and applications
  'django', 'flask', 'fastapi', 'tornado', 'aiohttp', 'ruby-on-rails', 'sinatra', 'laravel', 'symfony', 'cakephp', 'codeigniter', 'yii', 'spring-boot', 'quarkus-framework', 'micronaut', 'dropwizard', 'grails', 'play-framework', 'phoenix-framework',
  'express', 'nextjs', 'nuxt', 'nestjs', 'koa', 'fastify', 'hapi', 'wordpress', 'drupal', 'joomla', 'magento', 'moodle', 'mediawiki', 'nextcloud',
  // data and messaging
  'mysql', 'mariadb', 'postgresql', 'pgbouncer', 'redis', 'valkey', 'memcached', 'mongodb', 'elasticsearch', 'opensearch', 'rabbitmq', 'apache-kafka', 'zookeeper', 'apache-activemq', 'nats', 'mosquitto', 'beanstalkd', 'celery', 'flower', 'rq', 'sidekiq', 'resque', 'bull',
  // containers, agents and upkeep
  'docker', 'docker-compose', 'containerd', 'podman', 'k3s', 'amazon-ecs-agent', 'amazon-cloudwatch-agent', 'awslogs', 'amazon-ssm-agent', 'aws-xray-daemon', 'codedeploy-agent', 'cfn-hup', 'prometheus', 'node-exporter', 'grafana', 'fluentd', 'fluent-bit', 'filebeat', 'metricbeat',
  'datadog-agent', 'newrelic-infra', 'telegraf', 'chrony', 'ntp', 'cronie', 'postfix', 'dnsmasq', 'openssh', 'fail2ban', 'rsyslog', 'syslog-ng', 'ansible', 'puppet', 'salt', 'keepalived', 'nfs-server', 'samba', 'vsftpd', 'collectd', 'statsd',
]);

/** Software without a build for arm64 Linux. */
const BLOCKERS: ReadonlySet<string> = new Set(['oracle-database', 'mssqlserver', 'dotnetfx', 'websphere', 'ibm-db2', 'coldfusion', 'iis', 'sharepoint', 'msexchange']);

/** Microsoft supports .NET on arm64 Linux from 6 on in all its workloads; what came before did not run ASP.NET there in full. */
const FIRST_PORTABLE_DOTNET = 6;

/** Whether the component runs on arm64: `yes`, `no`, or `unknown` where the lists do not hold it. */
export function runsOnArm64({ component, version }: Component): 'yes' | 'no' | 'unknown' {
  if (component === 'dotnet') {
    const major = Number.parseInt(version ?? '', 10);
    return Number.isNaN(major) ? 'unknown' : major >= FIRST_PORTABLE_DOTNET ? 'yes' : 'no';
  }
  if (BLOCKERS.has(component)) return 'no';
  return PORTABLE.has(component) ? 'yes' : 'unknown';
}
