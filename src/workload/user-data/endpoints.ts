import type { FactSheet } from './facts.ts';
import type { LinedText } from '../shell/text.ts';
import { kindOfName } from '../configuration/settings.ts';

/** Where packages, releases and keys are published: needed to boot, not called by what runs. */
const MIRROR = new RegExp(String.raw`(?:^|\.)(?:${[
  'ubuntu.com', 'debian.org', 'canonical.com', 'launchpad.net', 'launchpadcontent.net', 'centos.org', 'fedoraproject.org', 'redhat.com', 'rockylinux.org', 'almalinux.org', 'amazonlinux.com', 'alpinelinux.org', 'opensuse.org', 'suse.com', 'archlinux.org',
  'nodesource.com', 'nodejs.org', 'npmjs.org', 'npmjs.com', 'yarnpkg.com', 'pypi.org', 'pythonhosted.org', 'pypa.io', 'python.org', 'rubygems.org', 'ruby-lang.org', 'rvm.io', 'packagist.org', 'getcomposer.org', 'php.net', 'remirepo.net', 'sury.org', 'pecl.php.net',
  'docker.com', 'docker.io', 'docker.elastic.co', 'quay.io', 'ghcr.io', 'gcr.io', 'k8s.io', 'k3s.io', 'rke2.io', 'helm.sh', 'mcr.microsoft.com', 'packages.microsoft.com', 'download.microsoft.com', 'download.visualstudio.microsoft.com', 'dot.net', 'go.microsoft.com', 'aka.ms', 'chocolatey.org', 'powershellgallery.com', 'windowsupdate.com',
  'github.com', 'githubusercontent.com', 'gitlab.com', 'bitbucket.org', 'sourceforge.net', 'apache.org', 'maven.org', 'gradle.org', 'sdkman.io', 'jenkins.io', 'jenkins-ci.org', 'elastic.co', 'opensearch.org', 'mongodb.org', 'repo.mongodb.com', 'fastdl.mongodb.org', 'downloads.mongodb.com', 'dev.mysql.com', 'repo.mysql.com', 'cdn.mysql.com', 'percona.com', 'mariadb.org', 'mariadb.com', 'postgresql.org', 'nginx.org', 'nginx.com', 'redis.io', 'rabbitmq.com', 'packagecloud.io', 'confluent.io', 'influxdata.com', 'grafana.com', 'wordpress.org', 'drupal.org', 'joomla.org', 'hashicorp.com', 'cloudflare.com/ips',
  'go.dev', 'golang.org', 'rustup.rs', 'crates.io', 'dl.google.com', 'storage.googleapis.com', 'packages.cloud.google.com', 'corretto.aws', 'adoptium.net', 'oracle.com', 'azul.com', 'tailscale.com/install.sh', 'chef.io', 'puppet.com', 'puppetlabs.com', 'saltproject.io', 'saltstack.com', 'certbot.eff.org', 'eff.org', 'letsencrypt.org', 'keyserver.ubuntu.com', 'pgp.mit.edu', 'keys.openpgp.org',
  'w3.org', 'xmlsoap.org', 'schemas.microsoft.com', 'java.sun.com', 'springframework.org', 'amazontrust.com', 'erlang-solutions.com', 'datadoghq.com/scripts', 'download.newrelic.com', 'download.splunk.com', 'zabbix.com', 'sonarsource.com', 'nginx.org', 'varnish-cache.org', 'haproxy.org', 'wkhtmltopdf.org', 'imagemagick.org', 'ffmpeg.org', 'zlib.net', 'openssl.org', 'pcre.org', 'anaconda.com', 'min.io', 'fluentbit.io', 'treasuredata.com', 'phusionpassenger.com', 'caddyserver.com', 'cloudsmith.io', 'atlassian.com/software', 'product-downloads.atlassian.com', 'sonatype.com', 'jfrog.io', 'bintray.com', 'gravitational.com', 'percona.com', 'sqlite.org', 'awscli.amazonaws.com', 'checkip.amazonaws.com', 'ifconfig.me', 'icanhazip.com', 'ipinfo.io', 'api.ipify.org', 'bun.sh', 'deno.land',
].map((host) => host.replaceAll('.', String.raw`\.`)).join('|')})(?:$|[:/])`, 'i');

/** Buckets of AWS from which its agents are installed. */
const AGENT_BUCKET = /^(?:amazoncloudwatch-agent|amazon-ssm|aws-codedeploy|aws-xray-assets|cloudformation-examples|ec2-downloads-windows|amazon-ecs-agent|ec2-windows-|aws-cli|inspector-agent|awslogs|aws-elasticbeanstalk|amazon-eks|dd-agent|patch-baseline|session-manager-downloads|nvme|ec2-linux-nvidia|ec2-instance-connect|aws-otel-collector|rds-downloads|truststore\.pki)/i;
const REPOSITORY_LINE = /(?:^\s*|["'])deb(?:-src)?\s|^\s*(?:baseurl\s*=|mirrorlist\s*=|metalink\s*=|gpgkey\s*=)|rpm\s+--import|apt-key|add-apt-repository|yum-config-manager|zypper\s+(?:ar|addrepo)|signed-by=/;
/** What a script from the internet is fetched from, to be run at once. */
const RUN_AT_ONCE = /\b(?:curl|wget)\b[^|]*\|\s*(?:sudo\s+)?(?:-\S+\s+)?(?:[A-Z_]+=\S+\s+)*(?:bash|sh|zsh|python3?|perl|ruby|php)\b/;
const KEY_OR_REPOSITORY = /\.(?:gpg|asc|key|repo|list|pub)(?:$|[?#])/i;

const URL_PATTERN = /\b([a-z][a-z0-9+.-]{1,30}):\/\/(?:(?:[^\s/@'"<>]|\[redacted:[\w-]+\])*@)?(\[[0-9a-f:]+\]|[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)(?::(\d{2,5}))?(\/[^\s'"<>)]*)?/gi;
const AWS_HOST = /(?<![\w./-])([A-Za-z0-9][\w.-]*\.(?:rds|cache|elb|es|aos|kafka|kafka-serverless|mq|redshift|docdb|neptune|efs|fsx|memorydb|dax|elasticbeanstalk|execute-api|opensearch|compute|sqs|sns|s3)[\w.-]*\.amazonaws\.com(?:\.cn)?|[A-Za-z0-9][\w-]*\.[\w.-]*\.(?:cache|kafka)\.amazonaws\.com)(?::(\d{2,5}))?/gi;
const S3 = /\bs3[an]?:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?=[/\s'"]|$)/gi;
const BUCKET_OPTION = /--bucket[ =]([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\b/gi;
const ADDRESS = /(?<![\w.:/-])((?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3})(?::(\d{2,5}))?(?![\w.-]|\/\d)/g;
const INTERNAL_NAME = /(?<![\w.-])(ip-\d+-\d+-\d+-\d+\.(?:[\w-]+\.)?(?:ec2|compute)\.internal|ec2-\d+-\d+-\d+-\d+\.[\w.-]*amazonaws\.com)(?::(\d{2,5}))?/gi;
const DSN = /(?:\btcp\(|jdbc:oracle:thin:@(?:\/\/)?|(?:Server|Data Source|Host|Address)\s*=\s*(?:tcp:)?)([A-Za-z0-9][\w.-]*\.[\w.-]*\w)(?:[:,](\d{2,5}))?/gi;

const LOCAL = /^(?:localhost|127\.|0\.0\.0\.0|169\.254\.|255\.|\[|::1|224\.|metadata\.google)/i;

/**
 * Finds the hosts that a script or configuration names, in the text as it stands: URLs, AWS names, addresses, buckets.
 * Package mirrors and the like are no endpoints. Comments are skipped.
 */
export function findEndpoints(content: LinedText, sheet: FactSheet): void {
  content.text.split('\n').forEach((text, index) => {
    if (/^\s*(?:#(?!!)|\/\/|::|rem\s)/i.test(text) || REPOSITORY_LINE.test(text) || text.length > 20_000) return;
    const line = content.lines[index] ?? 1;
    if (text.includes('://') && !RUN_AT_ONCE.test(text)) urls(text, line, sheet);
    if (/amazonaws\.com/i.test(text)) each(AWS_HOST, text, (host, port) => amazon(host, port, line, sheet));
    each(BUCKET_OPTION, text, (bucket) => bucketOf(bucket, line, sheet));
    each(INTERNAL_NAME, text, (host, port) => hardCoded(host, port, text, line, sheet));
    if (/\d\.\d+\.\d+\.\d/.test(text)) each(ADDRESS, text, (host, port) => hardCoded(host, port, text, line, sheet));
    each(DSN, text, (host, port) => add(host, port, kindOfName('DB', port), line, sheet));
  });
}

function each(pattern: RegExp, text: string, report: (first: string, second: string | undefined) => void): void {
  for (const match of text.matchAll(pattern)) report(match[1] ?? '', match[2]);
}

function urls(text: string, line: number, sheet: FactSheet): void {
  each(S3, text, (bucket) => bucketOf(bucket, line, sheet));
  for (const match of text.matchAll(URL_PATTERN)) {
    const [url, scheme = '', host = '', port, path = ''] = match;
    const after = text[match.index + url.length] ?? '';
    if (/^(?:s3[an]?|file|unix|tcp4?|udp)$/i.test(scheme) && scheme.toLowerCase().startsWith('s3')) continue;
    if (LOCAL.test(host) || (!host.includes('.') && !/^(?:mysql|postgres|postgresql|redis|rediss|amqp|amqps|mongodb|kafka|jdbc:\w+)/i.test(scheme)) || (/[${]/.test(after) && !path)) continue;
    if (/\d$/.test(host) && /^\d+(?:\.\d+){3}$/.test(host)) {
      hardCoded(host, port, text, line, sheet);
      continue;
    }
    if (/amazonaws\.com/i.test(host)) {
      amazon(host, port, line, sheet, path);
      continue;
    }
    if (/^https?$/i.test(scheme) && (MIRROR.test(`${host}${path}`) || MIRROR.test(host) || KEY_OR_REPOSITORY.test(path))) continue;
    if (/^(?:git|ssh)/i.test(scheme) && MIRROR.test(host)) continue;
    add(host, port, kindOfScheme(scheme, port), line, sheet);
  }
}

function kindOfScheme(scheme: string, port: string | undefined): string {
  if (/^https?$/i.test(scheme)) return /^(?:9200)$/.test(port ?? '') ? 'search' : 'http';
  return kindOfName(scheme, port);
}

function amazon(host: string, port: string | undefined, line: number, sheet: FactSheet, path = ''): void {
  const lower = host.toLowerCase();
  if (AGENT_BUCKET.test(lower) || MIRROR.test(lower) || AGENT_BUCKET.test(path.slice(1)) || /^(?:packages|repo|cdn|amazonlinux)[\w.-]*\.amazonaws\.com$|\.dkr\.ecr\./.test(lower)) return;
  const bucket = /^([\w.-]+)\.s3[.-][\w.-]*amazonaws\.com/.exec(lower)?.[1] ?? (/^s3[.-]?[\w-]*\.amazonaws\.com|^s3\.[\w-]+\.amazonaws\.com/.test(lower) ? /^\/([a-z0-9][a-z0-9.-]+)/.exec(path)?.[1] : undefined);
  if (bucket !== undefined) {
    bucketOf(bucket, line, sheet);
    return;
  }
  if (/^s3[.-]/.test(lower)) return;
  const kind = /\.rds\.|docdb|neptune|redshift/.test(lower) ? 'database' : /\.cache\.|memorydb|\.dax/.test(lower) ? 'cache' : /kafka|\.mq\.|^sqs\.|\.sqs\.|^queue\./.test(lower) ? 'queue'
    : /\.es\.|\.aos\./.test(lower) ? 'search' : /\.elb\./.test(lower) ? 'load-balancer' : /\.efs\.|\.fsx\./.test(lower) ? 'file-system' : 'aws-service';
  if (/\.compute[\w.-]*\.amazonaws\.com/.test(lower) || kind === 'database') sheet.state('hard-coded-address', host, line);
  add(host, port, kind, line, sheet);
}

function bucketOf(bucket: string, line: number, sheet: FactSheet): void {
  if (!AGENT_BUCKET.test(bucket)) sheet.endpoint({ host: `${bucket}.s3.amazonaws.com`, kind: 's3', line });
}

function hardCoded(host: string, port: string | undefined, text: string, line: number, sheet: FactSheet): void {
  if (LOCAL.test(host) || /^(?:1\.1\.1\.1|1\.0\.0\.1|8\.8\.[48]\.[48]|9\.9\.9\.9)$/.test(host) || /version|VERSION/.test(text) || host.startsWith('0.')) return;
  sheet.state('hard-coded-address', text, line);
  add(host, port, kindOfName('', port), line, sheet);
}

function add(host: string, port: string | undefined, kind: string, line: number, sheet: FactSheet): void {
  if (LOCAL.test(host) || MIRROR.test(host) || host.length > 253) return;
  sheet.endpoint({ host: host.toLowerCase(), kind, line, ...(port === undefined ? {} : { port: Number(port) }) });
}
