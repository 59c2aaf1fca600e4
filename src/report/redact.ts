import { KIND_NAMES, type Run } from '../model/index.ts';
import { Pseudonyms } from './pseudonyms.ts';
import { PHASES } from './words.ts';

/**
 * Fields whose values are words of the tool or of AWS, the same in every account. Everything else that is text may name
 * something of the account.
 */
const PUBLIC_FIELDS = new Set([
  'schemaVersion', 'version', 'createdAt', 'collectedAt', 'startedAt', 'region', 'regions', 'partition', 'outcome', 'severity', 'verdict', 'closedGates', 'family', 'protocol', 'role', 'groupedBy', 'basis', 'readiness', 'phase', 'ruleId', 'kind', 'dimension',
  'component', 'service', 'operation', 'action', 'metric', 'namespace', 'stat', 'unit', 'start', 'end', 'month', 'months', 'currency', 'category', 'netAmortised', 'unblended', 'framework', 'interrupts', 'format', 'source', 'profile', 'arrival', 'loop', 'encoding', 'of',
  'AvailabilityZone', 'AvailabilityZoneId', 'InstanceType', 'State', 'Type', 'Scheme', 'Engine', 'EngineVersion', 'VolumeType', 'Protocol', 'IpProtocol', 'Architecture', 'PlatformDetails', 'ZoneName', 'LaunchTime', 'blueprint', 'services', 'DBInstanceClass', 'CacheNodeType', 'HttpTokens', 'SslPolicy',
]);
/** Fields whose text is dropped: it is free text of the account, and nothing in a report needs it. */
const DROPPED_FIELDS = new Set(['parts', 'fingerprint', 'message']);
/** Fields that hold names, whatever they look like. */
const NAME_FIELDS = new Set([
  'Name', 'resourceName', 'alias', 'LoadBalancerName', 'TargetGroupName', 'DBInstanceIdentifier', 'DBClusterIdentifier', 'AutoScalingGroupName', 'GroupName', 'KeyName', 'LaunchTemplateName', 'LaunchConfigurationName', 'CacheClusterId', 'ReplicationGroupId', 'FileSystemName',
  'PrefixListName', 'by', 'host', 'DNSName', 'Address', 'PublicDnsName', 'PrivateDnsName', 'DomainName', 'RoleName', 'PolicyName', 'InstanceProfileName', 'BucketName', 'LogGroupName',
]);

const ARN = /\barn:[a-z-]+:([a-z0-9-]*):([a-z0-9-]*):(\d{12}|aws)?:([^\s,;"']+)/g;
const ACCOUNT = /(?<![\d.])\d{12}(?![\d.])/g;
const IPV4 = /(?<![\d.])(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?![\d.]*\d)/g;
const IPV6 = /(?<![\w:])(?:[0-9a-f]{1,4}:){2,7}[0-9a-f]{0,4}(?::[0-9a-f]{1,4})*(?![\w:])/gi;
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const HOST = /\b(?!(?:db|cache)\.[a-z0-9]+\.[a-z0-9]+\b)(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.){2,}[a-z]{2,24}\b/gi;
/** An AWS id: a prefix and eight or more letters and digits: `i-0abc…`, `subnet-…`, `eipalloc-…`. */
const AWS_ID = /\b(i|vpc|subnet|sg|rtb|acl|igw|eigw|nat|eni|vol|snap|ami|lt|pcx|vpce|eipalloc|eipassoc|pl|fl|tgw|fs|fsmt|eice|r|dopt|lgw|cagw)-(?=[a-z]*\d)[0-9a-z]{4,}\b/g;
const AWS_ID_ONLY = new RegExp(`^${AWS_ID.source}$`);
/** Hosts that say nothing on the account. */
const PUBLIC_HOST = /(^|\.)(docs\.aws\.amazon\.com|aws\.amazon\.com|endoflife\.date)$/i;

/**
 * The run with account ids, addresses, ids, names, hosts and ARNs replaced by pseudonyms. The same value has the same
 * pseudonym throughout one run, so that what belongs together still does; pseudonyms follow the order of the values, not their
 * content, so that nothing can be guessed from them. Free text of the account (scripts, messages of AWS) is dropped.
 */
export function redactRun(run: Run): Run {
  const pseudonyms = new Pseudonyms();
  const names = collectNames(run);
  const words = [...names].filter((name) => !/^[\w.-]+$/.test(name)).sort((a, b) => b.length - a.length);
  const single = new Set([...names].filter((name) => /^[\w.-]+$/.test(name)));
  const id = (match: string) => `${/^[a-z]+/.exec(match)?.[0] ?? 'id'}-${pseudonyms.of('id', match).slice(3).padStart(8, '0')}`;
  /** Types stay (`instance/…`, `loadbalancer/app/…`), ids and names become theirs, anything else a number. */
  const arnPart = (part: string, index: number): string => {
    if (/^[/:]?$/.test(part) || (index === 0 && /^[a-z-]+$/.test(part)) || ['app', 'net', 'gwy'].includes(part)) return part;
    if (single.has(part)) return pseudonyms.of('name', part);
    return AWS_ID_ONLY.test(part) ? id(part) : pseudonyms.of('resource', part);
  };
  const text = (value: string, replaceNames = true): string => {
    if (!replaceNames) return patterns(value);
    if (names.has(value)) return pseudonyms.of('name', value);
    let out = value;
    for (const name of words) if (out.includes(name)) out = out.replaceAll(name, pseudonyms.of('name', name));
    return patterns(out).replace(/[\w.-]+/g, (word) => (single.has(word) ? pseudonyms.of('name', word) : word));
  };
  const patterns = (value: string): string => {
    let out = value.replace(EMAIL, (match) => `${pseudonyms.of('person', match)}@example.com`);
    out = out.replace(ARN, (_, service: string, region: string, account: string | undefined, resource: string) => {
      const owner = account === undefined || account === 'aws' ? account ?? '' : pseudonyms.account(account);
      return `arn:aws:${service}:${region}:${owner}:${resource.split(/([/:])/).map((part, index) => arnPart(part, index)).join('')}`;
    });
    out = out.replace(ACCOUNT, (match) => pseudonyms.account(match));
    out = out.replace(HOST, (match) => (PUBLIC_HOST.test(match) || match.endsWith('.example.com') ? match : `${pseudonyms.of('host', match)}.example.com`));
    out = out.replace(IPV4, (match, a: string, b: string) => pseudonyms.address(match, Number(a), Number(b)));
    out = out.replace(IPV6, (match) => (match.includes('::') || match.split(':').length > 5 ? pseudonyms.ipv6(match) : match));
    return out.replace(AWS_ID, id);
  };
  const walk = (value: unknown, field: string, parent = ''): unknown => {
    if (typeof value === 'string') return PUBLIC_FIELDS.has(field) || parent === 'State' || PHASES.some((phase) => phase === value) ? value : NAME_FIELDS.has(field) && value !== '' ? pseudonyms.of('name', value) : text(value);
    if (Array.isArray(value)) return DROPPED_FIELDS.has(field) ? [] : value.map((item) => walk(item, field));
    if (typeof value !== 'object' || value === null) return value;
    if (field === 'tags') return Object.fromEntries(Object.entries(value).map(([name, item]) => [name === 'Name' ? name : pseudonyms.of('tag', name), pseudonyms.of('name', String(item))]));
    if (field === 'environment') return Object.fromEntries(Object.entries(value).filter(([, item]) => typeof item !== 'string'));
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, DROPPED_FIELDS.has(name) && typeof item === 'string' ? '[removed for sharing]' : walk(item, name, field)]));
  };
  const { findings, ...rest } = run;
  return {
    ...walk(rest, '') as Omit<Run, 'findings'>,
    findings: findings.map((finding) => {
      const { title, remediation, controls, ...own } = finding;
      // A rule's own words are the same for every account; only patterns are looked for in them, in case a command names an id.
      const command = remediation.command === undefined ? {} : { command: text(remediation.command, false) };
      return { ...walk(own, '') as Omit<Run['findings'][number], 'title' | 'remediation' | 'controls'>, title, remediation: { ...remediation, ...command }, controls };
    }),
  };
}

/** Every name that the estate and the workloads give to something; names that are too short to stand for themselves are left. */
function collectNames(run: Run): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (value: unknown) => {
    if (typeof value === 'string' && value.length >= 3 && !/^\d+$/.test(value)) names.add(value);
  };
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item);
    else if (typeof value === 'object' && value !== null) {
      for (const [field, item] of Object.entries(value)) {
        if (field === 'State') continue;
        if (NAME_FIELDS.has(field)) add(item);
        else if (field === 'tags' && typeof item === 'object' && item !== null) add(Object.entries(item).find(([name]) => name === 'Name')?.[1]);
        else visit(item);
      }
    }
  };
  for (const kind of KIND_NAMES) visit(run.estate.resources[kind] ?? []);
  visit(run.estate.accounts);
  visit(run.findings.map((finding) => ({ resourceName: finding.resourceName, mute: finding.mute })));
  for (const workload of run.insight.workloads) for (const value of [workload.id, workload.name]) add(value);
  return names;
}
