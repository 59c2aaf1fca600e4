import * as z from 'zod';
import { Evidence } from './evidence.ts';

/**
 * - `exposed`: any internet host reaches it. `exposed-restricted`: only some public addresses do.
 * - `exposed-partial`: the reply path or a part of the range is closed.
 * - `latent`: the group would let it in, another gate is closed. `not-exposed`: no gate vector lets it in.
 * - `unknown`: a datum that could change the verdict is missing; `missing` names it.
 */
export const Verdict = z.enum(['exposed', 'exposed-restricted', 'exposed-partial', 'latent', 'not-exposed', 'unknown']);
export type Verdict = z.infer<typeof Verdict>;
export const Gate = z.enum(['address', 'route', 'acl', 'group', 'account']);
export type Gate = z.infer<typeof Gate>;

/** One row per address, protocol and port range. Ports are -1 to -1 where the protocol has none. */
export const Exposure = z.object({
  /** Who is reached: instance id, network interface id or load balancer ARN; through a balancer, the target. */
  resourceId: z.string(),
  networkInterfaceId: z.string().optional(),
  /** The address a client would use. */
  address: z.string(),
  privateAddress: z.string().optional(),
  family: z.enum(['ipv4', 'ipv6']),
  protocol: z.enum(['tcp', 'udp', 'icmp', 'all']),
  fromPort: z.number().int(),
  toPort: z.number().int(),
  /** Client CIDRs that pass the gates that are open. */
  sources: z.array(z.string()),
  verdict: Verdict,
  closedGates: z.array(Gate),
  /** `direct`, or the ARN of the load balancer (or accelerator) that the client talks to. */
  via: z.string(),
  /** Of a row whose protocol is `all` but which does not speak of every protocol: which, by IANA number: `50`, `0,2-5`. */
  protocolNumbers: z.string().optional(),
  /** Of an ICMP row that does not speak of every message: which, as `type` or `type/code`: `8`, `3/4`. */
  icmpTypes: z.string().optional(),
  /** Through a balancer: the port at which the target is reached. */
  targetPort: z.number().int().optional(),
  /** Below 1 where something on the path was not looked into; `notes` says what. Absent means 1. */
  confidence: z.number().min(0).max(1).optional(),
  /** What would decide an `unknown`, or complete the sources: the IAM action or the resource that is not there. */
  missing: z.array(z.string()).optional(),
  notes: z.array(z.string()).optional(),
});
export type Exposure = z.infer<typeof Exposure>;

/** An indirect internet path that is outside the VPC's own gates: looked for, or not looked for. */
export const IndirectPath = z.object({
  kind: z.string(),
  checked: z.boolean(),
  resourceIds: z.array(z.string()).default([]),
  reason: z.string().optional(),
});
export type IndirectPath = z.infer<typeof IndirectPath>;

export const Component = z.object({
  resourceId: z.string(),
  /** An endoflife.date slug where there is one, else the upstream name in kebab-case. */
  component: z.string(),
  version: z.string().optional(),
  ports: z.array(z.number().int()),
  /**
   * `package` (the distribution's own, whose end of life follows the distribution), `repository` (the upstream project's packages),
   * `library`, `download`, `service`, `container`, `configuration`, `command`, `feature` (of Windows), `image`, …
   */
  source: z.string(),
  confidence: z.number().min(0).max(1),
  evidence: z.array(Evidence),
});
export type Component = z.infer<typeof Component>;

export const StateFact = z.object({
  /** `uploads`, `sessions`, `database`, `cron`, `shared-file-system`, `hard-coded-address`, … */
  kind: z.string(),
  resourceId: z.string().optional(),
  evidence: z.array(Evidence),
});
export type StateFact = z.infer<typeof StateFact>;

/** What one user-data script or template says, besides components. */
export const BootFacts = z.object({
  resourceId: z.string(),
  format: z.enum(['shell', 'cloud-config', 'mime', 'powershell', 'unknown']),
  heavy: z.boolean(),
  reasons: z.array(z.string()),
  ports: z.array(z.number().int()),
  endpoints: z.array(z.object({ host: z.string(), port: z.number().int().optional(), kind: z.string(), line: z.number().int().optional() })),
  scheduledJobs: z.array(z.object({ schedule: z.string(), command: z.string(), line: z.number().int().optional() })),
  secrets: z.array(z.object({ kind: z.string(), line: z.number().int() })),
  state: z.array(StateFact),
});
export type BootFacts = z.infer<typeof BootFacts>;

export const WorkloadRole = z.enum(['web', 'app', 'database', 'cache', 'queue', 'batch', 'bastion', 'nat', 'unknown']);
export type WorkloadRole = z.infer<typeof WorkloadRole>;

export const Seam = z.object({ kind: z.string(), description: z.string(), evidence: z.array(Evidence), confidence: z.number().min(0).max(1) });
export type Seam = z.infer<typeof Seam>;

export const Workload = z.object({
  id: z.string(),
  name: z.string(),
  role: WorkloadRole,
  /** How sure the role is, 0 to 1; `confidence` is the grouping's. */
  roleConfidence: z.number().min(0).max(1).optional(),
  instanceIds: z.array(z.string()),
  /** `auto-scaling-group`, `target-group`, `user-data`, `tags`, `security-groups`, `instance`. */
  groupedBy: z.string(),
  confidence: z.number().min(0).max(1),
  state: z.array(StateFact),
  seams: z.array(Seam).default([]),
});
export type Workload = z.infer<typeof Workload>;

/**
 * `from` and `to` are workload ids, ARNs of balancers, databases, caches and file systems, `group:<security group>` where a group
 * has too many members to name them, `aws:<service>` or `external:<host>`.
 */
export const Dependency = z.object({
  from: z.string(),
  to: z.string(),
  protocol: z.string(),
  port: z.number().int(),
  basis: z.enum(['permitted', 'observed', 'configured']),
  bytes: z.number().optional(),
  packets: z.number().optional(),
  firstSeen: z.string().optional(),
  lastSeen: z.string().optional(),
  confidence: z.number().min(0).max(1),
});
export type Dependency = z.infer<typeof Dependency>;

/** What stops a resource first, and at what load. Where the load never moved there is no claim, and so no row. */
/** Nodes that need each other in a cycle, and so move together. */
export const MoveGroup = z.object({ id: z.string(), members: z.array(z.string()), confidence: z.number().min(0).max(1) });
export type MoveGroup = z.infer<typeof MoveGroup>;

/** A node that many use and that stays where it is: names, time, directory, monitoring. Kept out of move groups. */
export const SharedService = z.object({ id: z.string(), kind: z.enum(['dns', 'ntp', 'directory', 'monitoring']), evidence: z.array(Evidence) });
export type SharedService = z.infer<typeof SharedService>;

export const Bottleneck = z.object({
  resourceId: z.string(),
  /** `cpu`, `cpu-credits`, `memory`, `network`, `ebs`, `connections`, `database`, `single-zone`, `scaling`, `bootstrap`. */
  dimension: z.string(),
  evidence: z.array(Evidence),
  confidence: z.number().min(0).max(1),
  workloadId: z.string().optional(),
  /** The load at which the limit is reached, as multiples of the window's peak; `high` null where no upper bound can be given. */
  loadMultiple: z.object({ low: z.number(), high: z.number().nullable() }).optional(),
  /** One sentence that stands by itself. */
  statement: z.string().optional(),
  /** 1 is what stops the workload first; rows without an order have no known load. */
  order: z.number().int().optional(),
});
export type Bottleneck = z.infer<typeof Bottleneck>;

/** A subnet is public when its effective route table sends some internet address to an attached internet gateway. */
export const SubnetKind = z.object({
  subnetId: z.string(),
  kind: z.enum(['public', 'private', 'isolated', 'unknown']),
  routeTableId: z.string().optional(),
  reason: z.string(),
});
export type SubnetKind = z.infer<typeof SubnetKind>;

export const Insight = z.object({
  subnets: z.array(SubnetKind).default([]),
  exposures: z.array(Exposure).default([]),
  indirectPaths: z.array(IndirectPath).default([]),
  components: z.array(Component).default([]),
  boot: z.array(BootFacts).default([]),
  workloads: z.array(Workload).default([]),
  dependencies: z.array(Dependency).default([]),
  moveGroups: z.array(MoveGroup).optional(),
  sharedServices: z.array(SharedService).optional(),
  bottlenecks: z.array(Bottleneck).default([]),
});
export type Insight = z.infer<typeof Insight>;
