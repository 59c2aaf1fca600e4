import { describe, expect, test } from 'vitest';
import { readUserDataFile } from '../../src/collect/redact/index.ts';
import { COMPONENTS, inspectUserData } from '../../src/workload/index.ts';

const inspect = (script: string): ReturnType<typeof inspectUserData> => inspectUserData(readUserDataFile(script), 'script');
const shell = (...lines: readonly string[]): ReturnType<typeof inspectUserData> => inspect(['#!/bin/bash', ...lines, ''].join('\n'));

describe('the table of programs', () => {
  test('has more than 150, each once, in kebab-case', () => {
    const ids = COMPONENTS.map((row) => row.id);
    expect(ids.length).toBeGreaterThanOrEqual(150);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))).toEqual([]);
  });

  test.each(['packages', 'services', 'commands', 'topics'] as const)('no name of its %s is in two rows', (field) => {
    const names = COMPONENTS.flatMap((row) => (row[field] ?? []).map((name) => ({ name, id: row.id })));
    const twice = names.filter(({ name, id }) => names.some((other) => other.name === name && other.id !== id));
    expect(twice.filter(({ name }) => !['docker-compose'].includes(name))).toEqual([]);
  });
});

test.each([
  ['apt-get install -y nginx=1.18.0-0ubuntu1', 'nginx', '1.18.0', 'package'],
  ['yum install -y nginx-1.20.1-1.el7.ngx.x86_64', 'nginx', '1.20.1', 'package'],
  ['amazon-linux-extras install -y php8.2', 'php', '8.2', 'package'],
  ['amazon-linux-extras enable redis6 && yum install -y redis', 'redis', '6', 'package'],
  ['yum install -y php82-php-fpm', 'php', '8.2', 'package'],
  ['dnf install -y mariadb105-server', 'mariadb', '10.5', 'package'],
  ['dnf install -y mariadb1011-server', 'mariadb', '10.11', 'package'],
  ['apt-get install -y postgresql-14', 'postgresql', '14', 'package'],
  ['dnf module enable -y nodejs:18 && dnf install -y nodejs', 'nodejs', '18', 'package'],
  ['dnf install -y @nodejs:20', 'nodejs', '20', 'package'],
  ['yum install -y java-1.8.0-openjdk-devel', 'openjdk', '8', 'package'],
  ['apt-get install -y openjdk-17-jre-headless', 'openjdk', '17', 'package'],
  ['curl -fsSL https://deb.nodesource.com/setup_20.x | bash - && apt-get install -y nodejs', 'nodejs', '20', 'repository'],
  ['docker run -d postgres:15.4-alpine', 'postgresql', '15.4', 'container'],
  ['docker run -d docker.elastic.co/elasticsearch/elasticsearch:8.11.1', 'elasticsearch', '8.11.1', 'container'],
  ['docker run -d mcr.microsoft.com/mssql/server:2022-latest', 'mssqlserver', '2022', 'container'],
  ['pip install "django~=4.2.1"', 'django', '4.2.1', 'library'],
  ['npm install -g pm2@5.3.0', 'pm2', '5.3.0', 'library'],
  ['. ~/.nvm/nvm.sh; nvm install v18.19.0', 'nodejs', '18.19.0', 'repository'],
  ['pyenv install 3.11.4', 'python', '3.11.4', 'repository'],
  ['sdk install java 17.0.8-tem', 'eclipse-temurin', '17.0.8', 'repository'],
  ['wget https://archive.apache.org/dist/tomcat/tomcat-9/v9.0.85/bin/apache-tomcat-9.0.85.tar.gz', 'tomcat', '9.0.85', 'download'],
])('version and source: %s', (line, component, version, source) => {
  expect(shell(line).components.find((found) => found.component === component)).toMatchObject({ version, source });
});

test.each([
  'apt-get install -y postgresql-client-14 mysql-client mariadb-client redis-tools mongodb-mongosh',
  'yum install -y postgresql15 mysql mariadb openldap-clients bind-utils nfs-utils samba-client',
  'pip install redis pymongo psycopg2 kafka-python boto3',
  'npm install redis mongodb pg kafkajs',
  'aws elasticache describe-cache-clusters',
  'vault kv get secret/app; consul kv get x; curl http://nginx.example.com/',
  'echo "install nginx, apache2 and mysql-server by hand"',
  '# yum install -y httpd',
  'apt-get install -y libapache2-mod-security2-doc nginx-doc python3-redis php-redis-doc',
  'docker pull 111122223333.dkr.ecr.eu-west-1.amazonaws.com/nginx-exporter-x:1',
])('no server: %s', (line) => {
  expect(shell(line).components.filter((found) => !['docker', 'python', 'nodejs'].includes(found.component))).toEqual([]);
});

test.each([
  ['mkdir -p /srv/app/uploads', 'uploads'],
  ['echo "SESSION_DRIVER=file" >> /var/www/.env', 'sessions'],
  ['apt-get install -y mysql-server', 'database'],
  ['echo "0 3 * * * root /opt/backup.sh" > /etc/cron.d/backup', 'cron'],
  ['echo "fs-0a1b2c3d:/ /mnt efs tls 0 0" >> /etc/fstab', 'shared-file-system'],
  ['mount -t cifs //files.example.com/share /mnt', 'shared-file-system'],
  ['export API=http://10.1.2.3:8080/', 'hard-coded-address'],
])('state: %s is %s', (line, kind) => {
  expect(shell(line).state.map((fact) => fact.kind)).toContain(kind);
});

test.each([
  ['DATABASE_URL=postgres://u:${P}@db.example.com:5432/x', { host: 'db.example.com', port: 5432, kind: 'database' }],
  ['REDIS_HOST=shop.abc123.0001.euw1.cache.amazonaws.com', { host: 'shop.abc123.0001.euw1.cache.amazonaws.com', kind: 'cache' }],
  ['aws s3 sync s3://shop-assets/v1 /srv', { host: 'shop-assets.s3.amazonaws.com', kind: 's3' }],
  ['QUEUE=https://sqs.eu-west-1.amazonaws.com/111122223333/orders', { host: 'sqs.eu-west-1.amazonaws.com', kind: 'queue' }],
  ['curl -d @x https://api.stripe.com/v1/charges', { host: 'api.stripe.com', kind: 'http' }],
  ['DB_HOST=db-primary', { host: 'db-primary', kind: 'database' }],
  ['psql -h reports.example.com -p 5433 -U app', { host: 'reports.example.com', port: 5433, kind: 'database' }],
])('endpoint: %s', (line, endpoint) => {
  expect(shell(line).endpoints).toContainEqual(expect.objectContaining(endpoint));
});

test.each([
  'curl -fsSL https://deb.nodesource.com/setup_20.x | bash -',
  'apt-get update; wget https://nginx.org/keys/nginx_signing.key',
  'wget https://archive.apache.org/dist/kafka/3.5.1/kafka_2.13-3.5.1.tgz',
  'TOKEN=$(curl -X PUT http://169.254.169.254/latest/api/token)',
  'yum install -y https://s3.amazonaws.com/amazoncloudwatch-agent/amazon_linux/amd64/latest/amazon-cloudwatch-agent.rpm',
  'echo "deb https://packages.vendor.example.com/apt stable main" > /etc/apt/sources.list.d/v.list',
  'curl http://localhost:8080/health http://127.0.0.1/',
  'git clone https://github.com/example/shop.git',
])('no endpoint: %s', (line) => {
  expect(shell(line).endpoints).toEqual([]);
});

test('jobs of cron, timers and crontab, with their lines', () => {
  const found = shell(
    '(crontab -l; echo "*/10 * * * * /opt/poll.sh") | crontab -',
    'cat > /etc/systemd/system/clean.timer <<EOF', '[Timer]', 'OnCalendar=daily', 'Unit=clean.service', 'EOF',
    'echo "@reboot root /opt/start.sh" >> /etc/crontab',
  );
  expect(found.scheduledJobs).toEqual([
    { schedule: '*/10 * * * *', command: '/opt/poll.sh', line: 2 },
    { schedule: 'daily', command: 'clean.service', line: 5 },
    { schedule: '@reboot', command: '/opt/start.sh', line: 8 },
  ]);
});

test.each([
  [false, ['yum update -y', 'yum install -y httpd php', 'systemctl enable --now httpd']],
  [true, ['curl -fsSL https://get.example.com/install.sh | bash']],
  [true, ['yum groupinstall -y "Development Tools"', 'make && make install']],
  [true, ['apt-get install -y nodejs', 'git clone https://github.com/example/a.git', 'npm ci']],
  [false, ['systemctl start app']],
])('heavy is %s', (heavy, lines) => {
  const { bootstrap } = shell(...lines);
  expect(bootstrap.heavy).toBe(heavy);
  expect(bootstrap.reasons.length > 0 || !heavy).toBe(true);
});

test('evidence names the line, through here-documents, nested scripts and MIME parts', () => {
  const found = inspect(['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=B', '', '--B', 'Content-Type: text/x-shellscript', '', '#!/bin/bash', 'cat > /opt/a.sh <<EOF', '#!/bin/bash', 'yum install -y memcached', 'EOF', 'bash /opt/a.sh', '--B--'].join('\n'));
  expect(found.components).toMatchObject([{ component: 'memcached', evidence: [{ line: 10 }] }]);
});
