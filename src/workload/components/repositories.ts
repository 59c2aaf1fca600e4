/** Where upstream projects publish: what a URL of theirs says about what is installed from it, and in which version. */
export interface Repository {
  readonly pattern: RegExp;
  readonly id: string;
  /** Running or installing from the URL installs the program; else it only says whose clock the package follows. */
  readonly installs?: true;
}

export const REPOSITORIES: readonly Repository[] = [
  { id: 'nodejs', pattern: /nodesource\.com\/(?:setup_|pub_|node_)(?<version>\d+)?/ },
  { id: 'nodejs', pattern: /nodejs\.org\/dist\/(?:latest-)?v(?<version>\d+(?:\.\d+)*)/, installs: true },
  { id: 'php', pattern: /rpms\.remirepo\.net|packages\.sury\.org\/php|ppa:ondrej\/php|ppa\.launchpad(?:content)?\.net\/ondrej\/php/ },
  { id: 'docker', pattern: /(?:get|test)\.docker\.com\b/, installs: true },
  { id: 'docker', pattern: /download\.docker\.com\/linux/ },
  { id: 'docker-compose', pattern: /github\.com\/docker\/compose\/releases\/(?:latest\/download|download\/v?(?<version>[\d.]+))/, installs: true },
  { id: 'postgresql', pattern: /apt\.postgresql\.org|yum\.postgresql\.org/ },
  { id: 'mongodb', pattern: /repo\.mongodb\.(?:org|com)\/.*?mongodb-(?:org|enterprise)\/(?<version>\d+\.\d+)/ },
  { id: 'mysql', pattern: /(?:dev|repo)\.mysql\.com.*?mysql(?<squashed>\d{2})-community/ },
  { id: 'mariadb', pattern: /mariadb_repo_setup|mirror\.mariadb\.org\/repo\/(?<version>\d+\.\d+)|yum\.mariadb\.org\/(?<version2>\d+\.\d+)/ },
  { id: 'nginx', pattern: /nginx\.org\/packages/ },
  { id: 'redis', pattern: /packages\.redis\.io/ },
  { id: 'k3s', pattern: /get\.k3s\.io/, installs: true },
  { id: 'rke2', pattern: /get\.rke2\.io/, installs: true },
  { id: 'jenkins', pattern: /pkg\.jenkins\.io/ },
  { id: 'elasticsearch', pattern: /artifacts\.elastic\.co\/packages\/(?<version>\d+)\.x/ },
  { id: 'gitlab-runner', pattern: /runner\/gitlab-runner\/script|gitlab-runner-downloads/, installs: true },
  { id: 'rabbitmq', pattern: /packagecloud\.io\/(?:install\/repositories\/)?rabbitmq\/rabbitmq-server|ppa1\.novemberain\.com\/rabbitmq/ },
  { id: 'datadog-agent', pattern: /(?:s3\.amazonaws\.com\/dd-agent|install\.datadoghq\.com)\/scripts\/install/, installs: true },
  { id: 'newrelic-infra', pattern: /download\.newrelic\.com\/install\/newrelic-cli/, installs: true },
  { id: 'codedeploy-agent', pattern: /aws-codedeploy-[\w-]+(?:\.s3[\w.-]*\.amazonaws\.com)?\/latest\/(?:install|codedeploy-agent)|aws-codedeploy-\$?\{?[\w.:-]+\}?[^\s]*\/latest\/(?:install|codedeploy-agent)/i, installs: true },
  { id: 'amazon-cloudwatch-agent', pattern: /amazoncloudwatch-agent(?:-[\w-]+)?[./][^\s]*amazon-cloudwatch-agent\.(?:rpm|deb|msi|pkg)/i, installs: true },
  { id: 'amazon-ssm-agent', pattern: /amazon-ssm[\w${}:.-]*[./][^\s]*(?:amazon-ssm-agent\.(?:rpm|deb)|amazonssmagentsetup\.exe)/i, installs: true },
  { id: 'amazon-inspector-agent', pattern: /inspector-agent[\w.-]*\/linux\/latest\/install|d1wk0tztpsntt1\.cloudfront\.net\/linux\/latest\/install/, installs: true },
  { id: 'awslogs', pattern: /awslogs-agent-setup\.py/, installs: true },
  { id: 'aws-xray-daemon', pattern: /aws-xray-assets[^\s]*xray[\w-]*\.(?:rpm|deb|zip)/, installs: true },
  { id: 'splunk', pattern: /download\.splunk\.com\/products\/splunk\/releases\/(?<version>[\d.]+)/, installs: true },
  { id: 'splunk-universal-forwarder', pattern: /download\.splunk\.com\/products\/universalforwarder\/releases\/(?<version>[\d.]+)/, installs: true },
  { id: 'tailscale', pattern: /tailscale\.com\/install\.sh/, installs: true },
  { id: 'netdata', pattern: /(?:my-netdata\.io|get\.netdata\.cloud)\/kickstart/, installs: true },
  { id: 'ollama', pattern: /ollama\.(?:com|ai)\/install\.sh/, installs: true },
  { id: 'code-server', pattern: /code-server\.dev\/install\.sh/, installs: true },
  { id: 'deno', pattern: /deno\.land\/(?:x\/)?install/, installs: true },
  { id: 'bun', pattern: /bun\.sh\/install/, installs: true },
  { id: 'rust', pattern: /sh\.rustup\.rs/, installs: true },
  { id: 'chef-infra-client', pattern: /omnitruck\.chef\.io|chef\.io\/chef\/install\.sh/, installs: true },
  { id: 'salt', pattern: /bootstrap\.saltproject\.io|bootstrap\.saltstack\.com/, installs: true },
  { id: 'puppet', pattern: /(?:apt|yum)\.puppet(?:labs)?\.com/ },
  { id: 'wordpress', pattern: /wordpress\.org\/(?:latest|wordpress-(?<version>[\d.]*\d))/, installs: true },
  { id: 'drupal', pattern: /(?:ftp\.drupal\.org|drupal\.org\/download).*?drupal[-/](?<version>\d[\d.]*\d)?/, installs: true },
  { id: 'dotnet', pattern: /(?:dot\.net\/v1|dotnet\.microsoft\.com\/download\/dotnet\/scripts\/v1)\/dotnet-install/, installs: true },
  { id: 'oracle-jdk', pattern: /download\.oracle\.com\/(?:java\/(?<version>\d+)|otn[\w-]*\/java)/, installs: true },
  { id: 'amazon-corretto', pattern: /corretto\.aws\/downloads\/(?:latest|resources)\/(?:amazon-corretto-)?(?<version>\d+)/, installs: true },
  { id: 'eclipse-temurin', pattern: /adoptium\/temurin(?<version>\d+)-binaries|AdoptOpenJDK\/openjdk(?<version2>\d+)-binaries/i, installs: true },
  { id: 'go', pattern: /(?:go\.dev|golang\.org|dl\.google\.com)(?:\/dl|\/go)?\/go(?<version>\d+\.\d+(?:\.\d+)?)\./, installs: true },
  { id: 'python', pattern: /python\.org\/ftp\/python\/(?<version>[\d.]*\d)/, installs: true },
  { id: 'tomcat', pattern: /\/tomcat-\d+\/v(?<version>[\d.]*\d)\//, installs: true },
  { id: 'apache-kafka', pattern: /kafka\/(?<version>\d+\.\d+\.\d+)\/kafka_/, installs: true },
  { id: 'solr', pattern: /solr\/(?<version>\d+\.\d+\.\d+)\/solr-/, installs: true },
  { id: 'minio', pattern: /dl\.min(?:\.)?io\/server\/minio/, installs: true },
  { id: 'openvpn', pattern: /openvpn-install\.sh/, installs: true },
  { id: 'mssqlserver', pattern: /packages\.microsoft\.com\/config\/[\w/.]+\/mssql-server-(?<version>\d{4})/ },
  { id: 'plesk', pattern: /autoinstall\.plesk\.com/, installs: true },
  { id: 'wazuh-agent', pattern: /packages\.wazuh\.com\/.*wazuh-agent/, installs: true },
  { id: 'github-actions-runner', pattern: /actions\/runner\/releases\/download\/v(?<version>[\d.]*\d)/, installs: true },
  { id: 'node-exporter', pattern: /node_exporter\/releases\/download\/v(?<version>[\d.]*\d)/, installs: true },
  { id: 'prometheus', pattern: /prometheus\/prometheus\/releases\/download\/v(?<version>[\d.]*\d)/, installs: true },
];

export function findRepository(text: string): { id: string; version?: string; installs: boolean } | undefined {
  for (const repository of REPOSITORIES) {
    const found = repository.pattern.exec(text);
    if (!found) continue;
    const squashed = found.groups?.['squashed'];
    const version = found.groups?.['version'] ?? found.groups?.['version2'] ?? (squashed === undefined ? undefined : `${squashed.slice(0, 1)}.${squashed.slice(1)}`);
    return { id: repository.id, installs: repository.installs === true, ...(version === undefined ? {} : { version }) };
  }
  return undefined;
}
