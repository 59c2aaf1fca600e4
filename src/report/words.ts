import type { CoverageOutcome, Gate, PhaseId, Severity, Verdict, WorkloadRole } from '../model/index.ts';
import type { Tone } from './table.ts';

export const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'] as const satisfies readonly Severity[];
export const SEVERITY: Readonly<Record<Severity, string>> = { critical: 'Critical', high: 'High', medium: 'Medium', low: 'Low', info: 'Info' };

export const PHASES = ['stabilise', 'decouple', 'migrate', 'optimise'] as const satisfies readonly PhaseId[];
export const PHASE: Readonly<Record<PhaseId, string>> = { stabilise: 'Stabilise', decouple: 'Decouple', migrate: 'Migrate', optimise: 'Optimise' };

/** Verdicts, the most urgent first. */
export const VERDICTS = ['exposed', 'exposed-restricted', 'exposed-partial', 'unknown', 'latent', 'not-exposed'] as const satisfies readonly Verdict[];
export const VERDICT: Readonly<Record<Verdict, { readonly word: string; readonly tone: Tone; readonly meaning: string }>> = {
  exposed: { word: 'Exposed', tone: 'critical', meaning: 'any internet host reaches it' },
  'exposed-restricted': { word: 'Restricted', tone: 'medium', meaning: 'only some public addresses reach it' },
  'exposed-partial': { word: 'Partial', tone: 'high', meaning: 'the reply path or a part of the range is closed' },
  unknown: { word: 'Unknown', tone: 'unknown', meaning: 'a datum that could change the verdict is missing' },
  latent: { word: 'Latent', tone: 'low', meaning: 'the security group would let it in, another gate is closed' },
  'not-exposed': { word: 'Closed', tone: 'good', meaning: 'no gate lets it in' },
};
export const GATE: Readonly<Record<Gate, string>> = { account: 'account setting', address: 'address', route: 'route', acl: 'network ACL', group: 'security group' };

/** Outcomes of calls, those that cost the reader knowledge first. */
export const OUTCOMES = ['denied', 'failed', 'throttled', 'partial', 'unsupported', 'skipped', 'ok'] as const satisfies readonly CoverageOutcome[];
export const OUTCOME: Readonly<Record<CoverageOutcome, { readonly word: string; readonly tone: Tone }>> = {
  denied: { word: 'Denied', tone: 'high' },
  failed: { word: 'Failed', tone: 'high' },
  throttled: { word: 'Throttled', tone: 'medium' },
  partial: { word: 'Partial', tone: 'medium' },
  unsupported: { word: 'Not offered here', tone: 'neutral' },
  skipped: { word: 'Not asked', tone: 'unknown' },
  ok: { word: 'Complete', tone: 'good' },
};

export const ROLE: Readonly<Record<WorkloadRole, string>> = {
  web: 'Web', app: 'Application', database: 'Database', cache: 'Cache', queue: 'Queue', batch: 'Batch', bastion: 'Bastion', nat: 'NAT', unknown: 'Unknown',
};

export const INTERRUPTS: Readonly<Record<'no' | 'brief' | 'yes', string>> = {
  no: 'no interruption', brief: 'a brief interruption', yes: 'interrupts service',
};

export const SOURCE: Readonly<Record<'aws' | 'dump' | 'terraform' | 'demo', string>> = {
  aws: 'live AWS', dump: 'a directory of AWS CLI JSON', terraform: 'a Terraform state', demo: 'the sample account',
};

const PORTS: Readonly<Record<number, string>> = {
  21: 'FTP', 22: 'SSH', 23: 'Telnet', 25: 'SMTP', 53: 'DNS', 80: 'HTTP', 443: 'HTTPS', 445: 'SMB', 1433: 'SQL Server', 1521: 'Oracle', 2049: 'NFS', 2375: 'Docker',
  3306: 'MySQL', 3389: 'RDP', 5432: 'PostgreSQL', 5601: 'Kibana', 5672: 'AMQP', 5900: 'VNC', 5985: 'WinRM', 6379: 'Redis', 8080: 'HTTP', 8443: 'HTTPS', 9092: 'Kafka',
  9200: 'Elasticsearch', 11211: 'Memcached', 27017: 'MongoDB',
};

/** `TCP 22 (SSH)`, `TCP 3307–3310`, `UDP, all ports`, `all protocols`. */
export function portRange(protocol: string, from: number, to: number): string {
  if (protocol === 'all') return 'all protocols';
  const name = protocol.toUpperCase();
  if (protocol === 'icmp') return name;
  if (from === -1 || (from === 0 && to === 65_535)) return `${name}, all ports`;
  if (from !== to) return `${name} ${from}–${to}`;
  const service = PORTS[from];
  return service ? `${name} ${from} (${service})` : `${name} ${from}`;
}
