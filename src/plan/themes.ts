import type { Finding, PhaseId } from '../model/index.ts';
import { LARGE, MEDIUM, SMALL, type EffortModel } from './effort.ts';

/** One step's worth of findings: the rules that the same piece of work closes. */
export interface Theme {
  readonly id: string;
  readonly phase: PhaseId;
  readonly title: string;
  readonly why: string;
  readonly ruleIds: readonly string[];
  readonly preconditions: readonly string[];
  readonly rollback: string;
  readonly effort: EffortModel;
}

const UNDO = 'Put the setting back as it was; it takes effect at once.';

/** In the order in which steps of equal severity are done. A rule belongs to one theme at most, and a theme to the phase of its rules. */
export const THEMES: readonly Theme[] = [
  {
    id: 'close-open-ports', phase: 'stabilise', effort: SMALL, rollback: UNDO,
    title: 'Close admin and data ports to the internet',
    why: 'Whoever logs in from outside changes hosts by hand, and a database that answers the internet cannot be moved safely.',
    preconditions: ['People reach the hosts another way (Session Manager), tried before the port is closed', 'The clients of each data port are known'],
    ruleIds: ['admin-port-exposed', 'data-port-exposed', 'all-ports-open', 'database-publicly-accessible', 'public-snapshot-or-image'],
  },
  {
    id: 'serve-https', phase: 'stabilise', effort: MEDIUM, rollback: 'Forward on port 80 again; keep the HTTPS listener.',
    title: 'Serve only HTTPS, with a current TLS policy',
    why: 'Cookies and tokens cross the internet in clear, and the edge that the new platform inherits is decided here.',
    preconditions: ['A certificate for every host name', 'Clients that speak only old TLS or plain HTTP are known (access logs)'],
    ruleIds: ['http-listener-without-redirect', 'outdated-tls-policy', 'classic-outdated-tls-policy', 'certificate-near-expiry'],
  },
  {
    id: 'harden-entry', phase: 'stabilise', effort: SMALL, rollback: UNDO,
    title: 'Harden the entry point before two platforms share it',
    why: 'During the parallel run the balancer is the one thing that must not fail.',
    preconditions: [],
    ruleIds: ['invalid-headers-forwarded', 'weak-desync-mitigation', 'classic-weak-desync-mitigation', 'deletion-protection-off', 'public-balancer-without-waf', 'uneven-targets-without-cross-zone'],
  },
  {
    id: 'see-what-happens', phase: 'stabilise', effort: SMALL, rollback: 'Switch the log or alarm off again.',
    title: 'Switch on the logs, metrics and alarms that the plan relies on',
    why: 'Seams, dependencies and sizes are read from two to four weeks of them, and a canary without an alarm has nothing to stop it.',
    preconditions: ['A bucket with a retention period'],
    ruleIds: ['no-access-logs', 'classic-no-access-logs', 'no-flow-logs', 'no-entry-path-alarms', 'memory-not-measured', 'not-managed-by-ssm', 'no-multi-region-trail', 'threat-detection-off', 'missing-tags'],
  },
  {
    id: 'harden-instances', phase: 'stabilise', effort: MEDIUM, rollback: UNDO,
    title: 'Harden the instances that stay for now',
    why: 'They run until the last request has left them, and what is wrong with them is copied into images if nobody looks.',
    preconditions: ['SDKs that still use IMDSv1 are upgraded (MetadataNoToken is 0)'],
    ruleIds: ['imdsv1-allowed', 'metadata-hop-limit', 'launch-source-allows-imdsv1', 'no-instance-profile', 'powerful-instance-role'],
  },
  {
    id: 'supported-software', phase: 'stabilise', effort: LARGE, rollback: 'Launch from the old image again; keep it until the new one has run for a month.',
    title: 'Leave software that gets no security fixes',
    why: 'No image or container is built on it any more, so it blocks every later step as well as being a risk today.',
    preconditions: ['The application\'s own tests pass on the new version'],
    ruleIds: ['end-of-life-os', 'end-of-life-runtime', 'end-of-life-database-engine', 'unavailable-image', 'patches-missing'],
  },
  {
    id: 'close-side-doors', phase: 'stabilise', effort: SMALL, rollback: UNDO,
    title: 'Close the side doors past the load balancer',
    why: 'Traffic that does not pass the balancer is missed by every weight, log and web application firewall.',
    preconditions: ['Who uses the direct addresses is known'],
    ruleIds: ['load-balancer-bypass', 'subnet-assigns-public-address', 'launch-template-assigns-public-address', 'launch-configuration-assigns-public-address'],
  },
  {
    id: 'protect-data', phase: 'stabilise', effort: MEDIUM, rollback: 'Keep the encrypted or replicated copy, and point the application at the old one again.',
    title: 'Protect the data before it is moved',
    why: 'Without a backup that has been restored once, no step that touches data can be rolled back.',
    preconditions: ['A restore has been tried'],
    ruleIds: ['volume-not-encrypted', 'volume-without-backup', 'database-not-multi-az', 'short-database-backups', 'database-unprotected', 'cache-unprotected', 'standalone-cache', 'data-on-instance-store'],
  },
  {
    id: 'secrets-out', phase: 'stabilise', effort: MEDIUM, rollback: 'Keep the old secret valid until the new path has run for a week.',
    title: 'Take the secrets out of user data',
    why: 'Images are copied and read by many: configuration has to come from outside before one is built.',
    preconditions: ['Every secret that was found is replaced by a new one: it has been readable'],
    ruleIds: ['secret-in-user-data'],
  },
  {
    id: 'state-out', phase: 'decouple', effort: LARGE, rollback: 'Write to both places until the new one has proved itself; then read from the old one again.',
    title: 'Take sessions and files off the instances',
    why: 'Two platforms can only serve the same user when neither keeps state of its own.',
    preconditions: ['It is known what is written to local disk, and by whom'],
    ruleIds: ['sticky-sessions', 'classic-sticky-sessions', 'state-on-local-disk', 'shared-file-system'],
  },
  {
    id: 'database-out', phase: 'decouple', effort: LARGE, rollback: 'Until the switch: drop the replica. After it: only with replication in the other direction, so set that up first.',
    title: 'Take the database off the application\'s instance',
    why: 'A database that shares a host with the application can neither be backed up nor scaled by itself.',
    preconditions: ['A restore from backup has been tried', 'Every client of the database is known (flow logs)'],
    ruleIds: ['database-on-app-instance'],
  },
  {
    id: 'jobs-out', phase: 'decouple', effort: MEDIUM, rollback: 'Enable the cron entry again, after disabling the schedule.',
    title: 'Run scheduled jobs once, outside the web hosts',
    why: 'A cron entry runs on every copy: with two platforms it runs at least twice.',
    preconditions: ['Each job may run twice without harm, or is guarded by a lock'],
    ruleIds: ['local-cron'],
  },
  {
    id: 'reproducible-images', phase: 'decouple', effort: LARGE, rollback: 'Launch from the old image and user data again.',
    title: 'Replace boot scripts by images that a pipeline builds',
    why: 'What is put together at boot is slow to start, different each time, and cannot be tested before it serves.',
    preconditions: ['Secrets and addresses come from outside'],
    ruleIds: ['heavy-user-data', 'no-golden-image', 'slow-scale-out'],
  },
  {
    id: 'private-network', phase: 'decouple', effort: MEDIUM, rollback: 'The old subnets stay until the end: launch there again.',
    title: 'Move what serves into private subnets behind the balancer',
    why: 'Then the balancer is the only way in, and its weights really decide who serves.',
    preconditions: ['Private subnets with a way out (NAT or endpoints)', 'Partners that allow-list an address have the new one'],
    ruleIds: ['public-subnet-instance', 'instance-public-address', 'instance-is-public-identity', 'source-destination-check-disabled', 'plain-transport-to-targets'],
  },
  {
    id: 'replaceable-capacity', phase: 'stabilise', effort: MEDIUM, rollback: 'Set the group back to its fixed size.',
    title: 'Run in two zones, with instances that replace themselves',
    why: 'What has never been replaced is not known to be replaceable.',
    preconditions: ['No state on the instance'],
    ruleIds: ['pet-instance', 'single-zone-workload', 'single-zone-load-balancer', 'classic-single-zone-load-balancer', 'single-zone-auto-scaling-group', 'ec2-health-check-behind-load-balancer', 'launch-configuration-in-use', 'long-uptime', 'untracked-deployment'],
  },
  {
    id: 'modern-entry', phase: 'migrate', effort: MEDIUM, rollback: 'Point DNS back at the old balancer.',
    title: 'Prepare every entry point for the cutover',
    why: 'A part can only be cut off where each way in can send its requests elsewhere.',
    preconditions: ['DNS with a short time to live'],
    ruleIds: ['network-load-balancer-without-security-group', 'several-applications-on-instance', 'indirect-internet-path'],
  },
  {
    id: 'stop-waste', phase: 'optimise', effort: SMALL, rollback: 'Allocate or start it again; keep a snapshot for a month.',
    title: 'Stop paying for what nobody uses',
    why: 'It costs money every hour, and it makes the estate look larger than it is.',
    preconditions: ['The owner has been asked'],
    ruleIds: ['idle-elastic-ip', 'stopped-instance'],
  },
  {
    id: 'current-generation', phase: 'optimise', effort: SMALL, rollback: 'Change the type back.',
    title: 'Move what stays to current volumes and types, at the size that it needs',
    why: 'Newer generations give more for less, and the sizes of the new platform come from the same figures.',
    preconditions: ['Two weeks of metrics, memory included'],
    ruleIds: ['gp2-volume', 'previous-generation-instance', 'wrong-sized-instance', 'graviton-candidate', 'single-instance-type-group'],
  },
];

const BY_RULE = new Map(THEMES.flatMap((theme) => theme.ruleIds.map((ruleId) => [ruleId, theme])));

/** The theme of a finding's rule; a rule that belongs to none is a step of its own. */
export function themeOf(finding: Pick<Finding, 'ruleId' | 'phase' | 'remediation' | 'title'>): Theme {
  return BY_RULE.get(finding.ruleId) ?? {
    id: finding.ruleId,
    phase: finding.phase,
    title: finding.remediation.summary,
    why: `Until then this does not hold: ${finding.title}.`,
    ruleIds: [finding.ruleId],
    preconditions: [],
    rollback: 'Put the setting back as it was.',
    effort: finding.remediation.interrupts === 'no' ? SMALL : MEDIUM,
  };
}
