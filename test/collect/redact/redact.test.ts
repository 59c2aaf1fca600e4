import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { decodeUserData, redactJson, redactTags, redactText, redactTextThoroughly, toUserDataResource, userDataReader } from '../../../src/collect/redact/index.ts';
import { CANARIES } from './canaries.ts';

const SOURCE = { id: 'i-0abc', of: 'instance', account: '111122223333', region: 'eu-west-1', key: 'k' } as const;
const base64 = (text: string | Buffer): string => Buffer.from(text).toString('base64');

/** Whether a canary, or what it holds in base64, is in the text in any of the encodings that an output may use. */
function leaks(output: string, value: string): boolean {
  return [value, base64(value), JSON.stringify(value).slice(1, -1), value.split('\n')[0] ?? value].some((form) => output.includes(form));
}

describe('canaries', () => {
  test('there are forty and more', () => expect(CANARIES.length).toBeGreaterThanOrEqual(40));

  test.each(CANARIES)('$name is found on its line and gone from the text', async ({ value, line }) => {
    const script = `#!/bin/bash\nset -e\n${line}\necho done\n`;
    for (const redacted of [redactText(script), await redactTextThoroughly(script)]) {
      expect(leaks(redacted.text, value)).toBe(false);
      expect(redacted.text.split('\n').length).toBe(script.split('\n').length);
      expect(redacted.secrets.length).toBeGreaterThan(0);
      const lines = redacted.secrets.map((secret) => secret.line);
      expect(Math.min(...lines)).toBeGreaterThanOrEqual(3);
      expect(Math.max(...lines)).toBeLessThanOrEqual(2 + line.split('\n').length);
    }
  });

  const all = `#!/bin/bash\n${CANARIES.map((canary) => canary.line).join('\n')}\n`;
  test.each([
    ['plain', base64(all)],
    ['gzip', base64(gzipSync(all))],
    ['gzip cut short', base64(gzipSync(all).subarray(0, 1500))],
    ['mime', base64(`Content-Type: multipart/mixed; boundary="B"\nMIME-Version: 1.0\n\n--B\nContent-Type: text/x-shellscript\n\n${all}\n--B\nContent-Type: text/x-shellscript\nContent-Transfer-Encoding: base64\n\n${base64(all)}\n--B--\n`)],
    ['write_files', base64(`#cloud-config\nwrite_files:\n  - path: /opt/a.sh\n    encoding: b64\n    content: ${base64(all)}\n  - path: /opt/b.sh\n    encoding: gz+b64\n    content: ${base64(gzipSync(all))}\n`)],
  ])('no value is left in the resource: %s', async (_, encoded) => {
    const resource = await toUserDataResource({ ...SOURCE, base64: encoded });
    const output = JSON.stringify(resource);
    const nested = [...output.matchAll(/[A-Za-z0-9+/]{40,}={0,2}/g)].map((match) => Buffer.from(match[0], 'base64').toString('utf8')).join('\n');
    expect(CANARIES.filter((canary) => leaks(output, canary.value) || leaks(nested, canary.value)).map((canary) => canary.name)).toEqual([]);
    expect(resource.secrets.length).toBeGreaterThan(0);
  });

  test('no value is left in tags', () => {
    const tags = Object.fromEntries(CANARIES.map((canary) => [canary.name, canary.line]));
    const redacted = redactTags({ ...tags, 'db-password': 'Sup3rCanary-tag', Name: 'shop-web-1', 'secret name': '${var.x}' });
    const output = JSON.stringify(redacted);
    expect(CANARIES.filter((canary) => leaks(output, canary.value)).map((canary) => canary.name)).toEqual([]);
    expect(output).not.toContain('Sup3rCanary-tag');
    expect(redacted.tags['Name']).toBe('shop-web-1');
  });

  test('no value is left in a launch template', () => {
    const template = { LaunchTemplateData: { ImageId: 'ami-0abc', TagSpecifications: [{ Tags: CANARIES.map((canary) => ({ Key: 'note', Value: canary.line })) }] } };
    const output = JSON.stringify(redactJson(template));
    expect(CANARIES.filter((canary) => leaks(output, canary.value)).map((canary) => canary.name)).toEqual([]);
    expect(output).toContain('ami-0abc');
  });
});

test.each([
  'DB_PASSWORD=${DB_PASSWORD}',
  'export DB_PASSWORD="$(aws secretsmanager get-secret-value --secret-id prod/db --query SecretString --output text)"',
  'DB_PASSWORD=$(aws ssm get-parameter --name /prod/db/password --with-decryption --query Parameter.Value --output text)',
  'password: <password>',
  'password: {{ vault_db_password }}',
  'TOKEN=$(curl -s -X PUT "http://169.254.169.254/latest/api/token" -H "X-aws-ec2-metadata-token-ttl-seconds: 21600")',
  'curl -H "X-aws-ec2-metadata-token: $TOKEN" http://169.254.169.254/latest/meta-data/instance-id',
  'SECRET_ARN=arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/db-AbCdEf',
  'DB_PASSWORD_FILE=/run/secrets/db',
  'PasswordAuthentication no',
  'ssh_pwauth: true',
  'lock_passwd: true',
  'mysql -u root -p"$DB_PASSWORD" -e "select 1"',
  'mysql -h db.example.com -u app -p shop < dump.sql',
  'DATABASE_URL=postgres://app:${DB_PASSWORD}@db.example.com:5432/shop',
  'docker run -p 80:3000 -e PORT=3000 example/shop',
  'echo "Pass the salt"; cd "$PWD"; PWD=/opt/app',
  'DB_PASSWORD={{resolve:secretsmanager:prod/db:SecretString:password}}',
  'password = "${var.db_password}"',
  'IDENTIFIED BY \'$DB_PASSWORD\';',
  '-----BEGIN CERTIFICATE-----\nMIIDdzCCAl+gAwIBAgIEAgAAuTANBgkqhkiG9w0BAQUFADBaMQswCQYDVQQGEwJJ\n-----END CERTIFICATE-----',
  '-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA\n-----END PUBLIC KEY-----',
  'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQC7 admin@example.com',
  'MYSQL_RANDOM_ROOT_PASSWORD=yes',
  'wget https://example.com/apache-tomcat-9.0.85.tar.gz',
  'git clone git@github.com:example/shop.git',
  'location ~ \\.php$ { fastcgi_pass unix:/run/php/php8.1-fpm.sock; }',
  'proxy_pass http://127.0.0.1:3000;',
  'aws secretsmanager get-secret-value --secret-id prod/db',
  'sudo passwd -l root',
  'openssl rand -base64 32 > /etc/secret.key',
  'kubectl create secret generic db --from-file=/etc/db',
  'net user svc /add',
  'docker login --username AWS --password-stdin 111122223333.dkr.ecr.eu-west-1.amazonaws.com',
])('no secret in: %s', (line) => {
  expect(redactText(line)).toEqual({ text: line, secrets: [] });
});

test('a literal that anyone could guess is a secret all the same', () => {
  expect(redactText('DB_PASSWORD=changeme').secrets).toEqual([{ kind: 'password', line: 1 }]);
});

test('a URL keeps its host', () => {
  expect(redactText('postgres://app:hunter22@db.example.com:5432/shop').text).toBe('postgres://app:[redacted:basic-auth]@db.example.com:5432/shop');
});

test('redacting twice changes nothing', () => {
  const once = redactText(CANARIES.map((canary) => canary.line).join('\n')).text;
  expect(redactText(once)).toEqual({ text: once, secrets: [] });
});

describe('decoding', () => {
  test.each([
    ['nothing', '', 'empty'],
    ['white space', base64(' \n'), 'empty'],
    ['a script', base64('#!/bin/sh\necho'), 'plain'],
    ['gzip', base64(gzipSync('#!/bin/sh\necho')), 'gzip'],
    ['bytes', base64(Buffer.from([0, 1, 2, 3, 200, 201, 255, 0])), 'binary'],
    ['a truncated gzip', base64(gzipSync('#!/bin/sh\n'.repeat(50)).subarray(0, 25)), 'binary'],
    ['gzip of nothing else', base64(Buffer.from([0x1f, 0x8b, 8])), 'binary'],
    ['not base64', '%%%%', 'binary'],
  ])('%s', (_, encoded, encoding) => {
    expect(decodeUserData(encoded).encoding).toBe(encoding);
  });

  test('a gzip bomb is refused', () => {
    expect(decodeUserData(base64(gzipSync(Buffer.alloc(64 * 1024 * 1024, 'a')))).encoding).toBe('binary');
  });

  test('a truncated gzip gives what could be read', () => {
    const random = Array.from({ length: 400 }, (_, i) => `echo line ${(i * 7919) % 1000} of ${i}`).join('\n');
    const decoded = decodeUserData(base64(gzipSync(`#!/bin/sh\n${random}`).subarray(0, 900)));
    expect(decoded.parts[0]?.text.startsWith('#!/bin/sh\necho line')).toBe(true);
    expect(decoded.note).toMatch(/gzip is broken/);
  });

  test('nested multipart, base64 parts and lines', () => {
    const message = ['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=outer', '', '--outer', 'Content-Type: multipart/mixed; boundary="inner"', '', '--inner', 'Content-Type: text/x-shellscript', '', '#!/bin/sh', 'a', '--inner--', '--outer', 'Content-Type: text/cloud-config', 'Content-Transfer-Encoding: base64', '', base64('#cloud-config\nb: 1'), '--outer--', ''].join('\n');
    expect(decodeUserData(base64(message)).parts).toEqual([
      { contentType: 'text/x-shellscript', text: '#!/bin/sh\na', line: 10 },
      { contentType: 'text/cloud-config', text: '#cloud-config\nb: 1', line: 17 },
    ]);
  });
});

test('equal scripts have equal fingerprints under one key, and different ones under two', async () => {
  const read = userDataReader('one');
  const a = await read({ ...SOURCE, base64: base64('#!/bin/sh\necho') });
  const b = await read({ ...SOURCE, id: 'i-0def', base64: base64(gzipSync('#!/bin/sh\necho')) });
  const c = await toUserDataResource({ ...SOURCE, base64: base64('#!/bin/sh\necho'), key: 'two' });
  expect(a.fingerprint).toBe(b.fingerprint);
  expect(a.fingerprint).not.toBe(c.fingerprint);
});
