import { AccountDraft } from './account-draft.ts';
import { addBalancer, addHttpListener, addTargetGroup, balancerArn } from './parts/balancer.ts';
import { addInstance } from './parts/instance.ts';
import { addDefaultNetworkAcl, addGroup, addRouteTable, addSubnet, addVpc } from './parts/network.ts';
import { instanceTypes } from './parts/instance-types.ts';
import { SAMPLE_NOW } from './now.ts';
import type { SampleAccount } from './sample-account.ts';
import type { MetricSeries } from '../metrics/series.ts';
import { uniform } from '../metrics/wave.ts';

export interface GenerateOptions {
  /** Instances, each with an interface and a volume. */
  readonly instances: number;
  /** Security groups; one per 20 instances where absent. */
  readonly groups?: number;
  /** Load balancers with a listener, a rule and a target group each; one per 50 instances where absent. */
  readonly balancers?: number;
  readonly subnets?: number;
  /** Twelve digits. */
  readonly id?: string;
  readonly region?: string;
  readonly seed?: number;
  readonly now?: Date;
  /** CPU and network metrics of every instance. */
  readonly metrics?: boolean;
}

const TYPES = ['m5.large', 'm5.xlarge', 'm4.large', 't3.medium', 't2.medium', 'm6i.large'];

/** Makes an account of any size for tests of paging and speed: the same for the same options. One reservation per instance. */
export function generateAccount(options: GenerateOptions): SampleAccount {
  const { instances, id = '222233334444', region = 'us-east-1', seed = 1, now = SAMPLE_NOW } = options;
  const draft = new AccountDraft(id, region);
  const name = `generated-${seed}`;
  const cidr = '10.0.0.0/8';
  const { vpc, gateway } = addVpc(draft, name, cidr);
  const subnets = Array.from({ length: options.subnets ?? 4 }, (_, at) => addSubnet(draft, {
    vpc, name: `${name}-${at}`, cidr: `10.${at}.0.0/16`, zone: `${region}${'abcd'[at % 4] ?? 'a'}`, zoneId: `use1-az${(at % 4) + 1}`, free: 60_000,
  }));
  addRouteTable(draft, { vpc, name: `${name}-main`, cidr, gateway, main: true, subnets: [] });
  addDefaultNetworkAcl(draft, vpc, subnets);
  const groups = Array.from({ length: options.groups ?? Math.ceil(instances / 20) }, (_, at) => addGroup(draft, vpc, `${name}-${at}`, `group ${at}`, [
    { protocol: 'tcp', from: 80 + (at % 400), cidrs: [{ cidr: at % 7 === 0 ? '0.0.0.0/0' : `10.${at % 250}.0.0/16` }] },
  ]));
  const fallback = groups[0] ?? addGroup(draft, vpc, 'default', 'default VPC security group', []);

  const ids = Array.from({ length: instances }, (_, at) => {
    const subnetAt = at % subnets.length;
    const pick = (salt: number, count: number): number => Math.floor(uniform(seed + salt, at) * count);
    return addInstance(draft, {
      name: `${name}-${at}`, type: TYPES[pick(1, TYPES.length)] ?? 'm5.large', image: draft.id('ami', `image-${pick(2, 5)}`), vpc,
      subnet: subnets[subnetAt] ?? '', zone: `${region}${'abcd'[subnetAt % 4] ?? 'a'}`,
      privateIp: `10.${subnetAt}.${Math.floor(at / 250) % 250}.${(at % 250) + 1}`, groups: [groups[pick(3, groups.length)] ?? fallback],
      ...(at % 3 === 0 ? { publicIp: `198.51.100.${(at % 250) + 1}` } : {}),
      volumes: [{ sizeGiB: 8 + pick(4, 200), type: at % 2 === 0 ? 'gp2' : 'gp3', encrypted: at % 5 === 0, device: '/dev/xvda' }],
      launched: new Date(now.getTime() - pick(5, 1000) * 86_400_000).toISOString(), tags: { Service: `service-${at % 40}` },
      userData: `#!/bin/bash\nyum install -y nginx\nsystemctl enable --now nginx\n# ${at % 40}\n`,
    });
  });
  for (let at = 0; at < (options.balancers ?? Math.ceil(instances / 50)); at += 1) {
    const balancer = balancerArn(draft, `${name}-${at}`);
    const target = addTargetGroup(draft, { name: `${name}-${at}`, port: 80, vpc, balancer, healthPath: '/health', targets: ids.slice(at * 50, at * 50 + 50).map((one) => ({ id: one })) });
    addBalancer(draft, {
      name: `${name}-${at}`, vpc, created: now.toISOString(), groups: [fallback], tags: { Name: `${name}-${at}` },
      nodes: [{ subnet: subnets[0] ?? '', zone: `${region}a`, privateIp: `10.0.251.${(at % 250) + 1}`, publicIp: `203.0.113.${(at % 250) + 1}` }],
    });
    addHttpListener(draft, { balancer, port: 80, defaultTarget: target, paths: [{ priority: 1, patterns: ['/api/*'], target }] });
  }
  for (const type of instanceTypes()) draft.add('ec2-describe-instance-types', 'InstanceTypes', type);
  return { name, id, now, regions: [region], answers: draft.answers(), metrics: options.metrics === true ? metricsOf(ids, seed) : [], cost: [] };
}

function metricsOf(ids: readonly string[], seed: number): readonly MetricSeries[] {
  return ids.flatMap((InstanceId, at) => ([['CPUUtilization', 'Percent', 5, 40], ['NetworkIn', 'Bytes', 1e6, 2e7], ['NetworkOut', 'Bytes', 1e6, 4e7]] as const)
    .map(([metric, unit, base, peak], which): MetricSeries => ({
      namespace: 'AWS/EC2', metric, dimensions: { InstanceId }, unit, resolutionSec: 300,
      wave: { base, peak, peakHour: at % 24, weekend: 0.5, noise: 0.1, seed: seed + at * 3 + which },
    })));
}
