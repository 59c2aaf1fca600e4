/** Secrets planted for tests, each in the line that a script would hold it in. Made up; none was ever valid. */
export interface Canary {
  readonly name: string;
  /** What must never be seen again. */
  readonly value: string;
  readonly line: string;
}

const hex = (n: number): string => 'c0ffee1234567890abcdef0987654321deadbeefcafebabe0123456789abcdef'.slice(0, n);
const mixed = (n: number): string => 'Zk9vR2mWq7LtX4bNc8HyJ1pDs6FgA3eUoKi5TzVhBxQrEwYnMlPjGdSaCf0uI2'.slice(0, n);
/** Joined at run time, so that this file holds no token a scanner would stop at. */
const join = (...parts: string[]): string => parts.join('');

function canary(name: string, value: string, around: (value: string) => string): Canary {
  return { name, value, line: around(value) };
}

const keyBody = `MIIEowIBAAKCAQEA${mixed(48)}`;

export const CANARIES: readonly Canary[] = [
  canary('access key id', join('AKIA', 'Q7ZL4CANARY2X5WE'), (v) => `export AWS_ACCESS_KEY_ID=${v}`),
  canary('temporary key id', join('ASIA', 'Q7ZL4CANARY2X5WF'), (v) => `aws configure set aws_access_key_id ${v}`),
  canary('secret access key', 'wJalrCANARYMI/K7MDENG+bPxRfiCYzzEXAMPLEa', (v) => `export AWS_SECRET_ACCESS_KEY="${v}"`),
  canary('secret access key by configure', 'xJalrCANARYMI/K7MDENG+bPxRfiCYzzEXAMPLEb', (v) => `aws configure set aws_secret_access_key ${v} --profile app`),
  canary('private key', keyBody, (v) => `cat > /etc/ssl/key.pem <<KEY\n-----BEGIN RSA PRIVATE KEY-----\n${v}\n-----END RSA PRIVATE KEY-----\nKEY`),
  canary('openssh key', `b3BlbnNzaC1rZXkt${mixed(40)}`, (v) => `echo "-----BEGIN OPENSSH PRIVATE KEY-----\n${v}\n-----END OPENSSH PRIVATE KEY-----" > ~/.ssh/id_rsa`),
  canary('private key in base64', Buffer.from(`-----BEGIN PRIVATE KEY-----\n${keyBody}x\n-----END PRIVATE KEY-----\n`).toString('base64'), (v) => `echo ${v} | base64 -d > /etc/key.pem`),
  canary('env password', 'Sup3rCanary-env', (v) => `DB_PASSWORD=${v}`),
  canary('exported password', 'Sup3r Canary exported', (v) => `export MYSQL_ROOT_PASSWORD='${v}'`),
  canary('yaml password', 'Sup3rCanary-yaml', (v) => `spring:\n  datasource:\n    password: ${v}`),
  canary('json password', 'Sup3rCanary-json', (v) => `{"username": "app", "dbPassword": "${v}"}`),
  canary('php define', 'Sup3rCanary-php', (v) => `define( 'DB_PASSWORD', '${v}' );`),
  canary('properties password', 'Sup3rCanary-props', (v) => `spring.datasource.password=${v}`),
  canary('postgres url', 'Sup3rCanary-pg', (v) => `DATABASE_URL=postgres://app:${v}@db.example.com:5432/shop`),
  canary('mongo url', 'Sup3rCanary-mongo', (v) => `mongodb+srv://svc:${v}@cluster0.example.com/shop?retryWrites=true`),
  canary('redis url', 'Sup3rCanary-redis', (v) => `REDIS_URL="redis://:${v}@cache.example.com:6379/0"`),
  canary('url userinfo', 'Sup3rCanary-git', (v) => `git clone https://deploy:${v}@git.example.com/shop.git`),
  canary('mysql -p', 'Sup3rCanary-mysqlp', (v) => `mysql -u root -p${v} -e 'show databases'`),
  canary('--password', 'Sup3rCanary-flag', (v) => `wp core config --dbuser=wp --dbpass=wpx --password ${v}`),
  canary('--password=', 'Sup3rCanary-flageq', (v) => `mongodump --host db.example.com --password=${v}`),
  canary('IDENTIFIED BY', 'Sup3rCanary-ident', (v) => `mysql -e "CREATE USER 'wp'@'%' IDENTIFIED BY '${v}';"`),
  canary('ALTER USER', 'Sup3rCanary-alter', (v) => `sudo -u postgres psql -c "ALTER USER postgres WITH ENCRYPTED PASSWORD '${v}';"`),
  canary('PGPASSWORD', 'Sup3rCanary-pgpass', (v) => `PGPASSWORD="${v}" psql -h db.example.com -U app shop`),
  canary('docker login', 'Sup3rCanary-docker', (v) => `docker login -u ci -p ${v} registry.example.com`),
  canary('chpasswd', 'Sup3rCanary-chpasswd', (v) => `echo "ubuntu:${v}" | chpasswd`),
  canary('bearer', mixed(30), (v) => `curl -H "Authorization: Bearer ${v}" https://api.example.com/v1/boot`),
  canary('curl -u', 'Sup3rCanary-curlu', (v) => `curl -s -u admin:${v} https://ci.example.com/jar -o app.jar`),
  canary('github', join('ghp', '_', mixed(36)), (v) => `git clone https://${v}@github.com/example/shop.git`),
  canary('gitlab', join('glpat', '-', mixed(20)), (v) => `gitlab-runner register --non-interactive -r ${v}`),
  canary('slack', join('xoxb', '-123456789012-', mixed(24)), (v) => `notify ${v}`),
  canary('stripe', join('sk', '_live_', mixed(24)), (v) => `echo "stripe=${v}" >> .env`),
  canary('twilio', join('SK', hex(32)), (v) => `twilio ${v}`),
  canary('sendgrid', join('SG', '.', mixed(22), '.', mixed(43)), (v) => `relay ${v}`),
  canary('npm', join('npm', '_', mixed(36)), (v) => `echo "//registry.npmjs.org/:_authToken=${v}" > ~/.npmrc`),
  canary('google', join('AIza', mixed(35)), (v) => `maps ${v}`),
  canary('anthropic', join('sk', '-ant-api03-', mixed(40)), (v) => `run ${v}`),
  canary('openai', join('sk', '-proj-', mixed(40)), (v) => `run ${v}`),
  canary('huggingface', join('hf', '_', mixed(34)), (v) => `huggingface-cli login --add ${v}`),
  canary('vault', join('hvs', '.', mixed(24)), (v) => `vault login ${v}`),
  canary('jwt', join('eyJhbGciOiJIUzI1NiJ9', '.eyJzdWIiOiJjYW5hcnkifQ.', mixed(30)), (v) => `curl -b session=${v} https://api.example.com`),
  canary('htpasswd', join('$apr1$', 'c4n4ry12$', mixed(22)), (v) => `cat > /etc/nginx/.htpasswd <<'H'\nadmin:${v}\nH`),
  canary('htpasswd -b', 'Sup3rCanary-ht', (v) => `htpasswd -bc /etc/nginx/.htpasswd admin ${v}`),
  canary('nested base64', Buffer.from('#!/bin/sh\nexport API_TOKEN=Sup3rCanary-nested-token\n').toString('base64'), (v) => `    content: ${v}`),
  canary('rabbitmq', 'Sup3rCanary-rabbit', (v) => `rabbitmqctl add_user shop ${v}`),
  canary('requirepass', 'Sup3rCanary-requirepass', (v) => `echo "requirepass ${v}" >> /etc/redis/redis.conf`),
  canary('powershell', 'Sup3rCanary-ps', (v) => `$p = ConvertTo-SecureString "${v}" -AsPlainText -Force`),
  canary('net user', 'Sup3rCanary-netuser!', (v) => `net user Administrator "${v}"`),
  canary('connection string', 'Sup3rCanary-mssql', (v) => `$cs = "Server=db.example.com;Database=shop;User Id=sa;Password=${v};"`),
  canary('systemd environment', 'Sup3rCanary-unit', (v) => `Environment="SECRET_KEY_BASE=${v}"`),
  canary('docker -e', 'Sup3rCanary-dashe', (v) => `docker run -d -e POSTGRES_PASSWORD=${v} postgres:13`),
  canary('laravel key', `base64:${mixed(43)}=`, (v) => `APP_KEY=${v}`),
  canary('slack webhook', `T01234567/B01234567/${mixed(24)}`, (v) => `curl -X POST https://hooks.slack.com/services/${v}`),
  canary('pgpass', 'Sup3rCanary-pgpassfile', (v) => `db.example.com:5432:shop:app:${v}`),
  canary('smb mount', 'Sup3rCanary-smb', (v) => `mount -t cifs //fs.example.com/share /mnt -o username=svc,password=${v},vers=3.0`),
  canary('newrelic', `${hex(36)}NRAL`, (v) => `NEW_RELIC_LICENSE_KEY=${v} newrelic install`),
];
