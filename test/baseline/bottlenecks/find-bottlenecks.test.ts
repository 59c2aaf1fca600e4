import { describe, expect, it } from 'vitest';
import { findBottlenecks } from '../../../src/baseline/bottlenecks/find-bottlenecks.ts';
import type { Baseline, Insight, Resources, Workload } from '../../../src/model/index.ts';
import { correlation } from '../sample-correlation.ts';
import { base, estateOf, figure, instance, M5_LARGE, T3_MEDIUM } from '../sample-estate.ts';

const WEB = 'i-0a1';
const workload: Workload = { id: 'w-web', name: 'web', role: 'web', instanceIds: [WEB], groupedBy: 'instance', confidence: 1, state: [], seams: [] };

function found(resources: Resources, baseline: Partial<Baseline>, insight: Partial<Pick<Insight, 'boot' | 'dependencies' | 'workloads'>> = {}) {
  return findBottlenecks({
    estate: estateOf({ instance: [instance(WEB)], instanceType: [M5_LARGE, T3_MEDIUM], ...resources }),
    baseline: { utilisation: [], series: [], ...baseline },
    insight: { workloads: [workload], boot: [], dependencies: [], ...insight },
  });
}

const dimensions = (rows: ReturnType<typeof found>) => rows.map(({ dimension }) => dimension);

describe('findBottlenecks', () => {
  it('says what stops a workload first and at what load', () => {
    const rows = found({}, {
      correlations: [
        correlation({ resourceId: WEB, slope: 0.5, intercept: 5 }),
        correlation({ resourceId: WEB, metric: 'NetworkOut', unit: 'B/s', slope: 1e5, intercept: 0, residualSd: 1e5 }),
      ],
    });
    expect(rows[0]).toMatchObject({ dimension: 'cpu', order: 1, workloadId: 'w-web', resourceId: WEB });
    // (80 - 5) / 0.5 = 150 requests/s, 1.5 × the peak of 100, give or take 2 × 1 / 0.5 / 100.
    expect(rows[0]?.loadMultiple?.low).toBeCloseTo(1.46, 1);
    expect(rows[0]?.loadMultiple?.high).toBeCloseTo(1.54, 1);
    expect(rows[0]?.statement).toBe('At about 1.5 × today\'s peak the CPU of `web` reaches 80 %.');
    // 93.75 MB/s / 0.1 MB per request = 937.5 requests/s.
    expect(rows[1]).toMatchObject({ dimension: 'network', order: 2 });
    expect(rows[1]?.loadMultiple?.low).toBeCloseTo(9.3, 0);
  });

  it('adds what is read and what is written before it meets the volume allowance', () => {
    const rows = found({}, { correlations: ['EBSReadBytes', 'EBSWriteBytes'].map((metric) => correlation({ resourceId: WEB, metric, unit: 'B/s', slope: 2e5, intercept: 0, residualSd: 0 })) });
    // 81.25 MB/s over 0.4 MB/s per request/s is 203 requests/s.
    expect(rows.find(({ dimension }) => dimension === 'ebs')?.loadMultiple?.low).toBeCloseTo(2.03, 2);
  });

  it('makes no claim about load where the load never moved', () => {
    const rows = found({}, { correlations: [correlation({ resourceId: WEB, loadSumOfSquares: 10 })] });
    expect(rows.filter(({ loadMultiple }) => loadMultiple)).toEqual([]);
  });

  it('lets the instance that is reached first speak for its workload', () => {
    const rows = found({ instance: [instance(WEB), instance('i-0b2')] }, { correlations: [correlation({ resourceId: WEB }), correlation({ resourceId: 'i-0b2', slope: 0.6 })] }, { workloads: [{ ...workload, instanceIds: [WEB, 'i-0b2'] }] });
    expect(rows.filter(({ dimension }) => dimension === 'cpu')).toMatchObject([{ resourceId: 'i-0b2' }]);
  });

  it('counts on a group that can grow', () => {
    const group = { ...base('web'), AutoScalingGroupName: 'web', MinSize: 1, MaxSize: 4, DesiredCapacity: 1, Instances: [{ InstanceId: WEB }], AvailabilityZones: ['us-east-1a', 'us-east-1b'] };
    const policy = { ...base('p'), AutoScalingGroupName: 'web', PolicyName: 'p' };
    const baseline = { correlations: [correlation({ resourceId: WEB, residualSd: 0 })] };
    const [alone] = found({}, baseline);
    const [grown] = found({ autoScalingGroup: [group], scalingPolicy: [policy] }, baseline);
    expect(grown?.loadMultiple?.low).toBeCloseTo((alone?.loadMultiple?.low ?? 0) * 4, 1);
    expect(grown?.evidence.map(({ text }) => text).join()).toContain('grows to 4');
  });

  it('follows a dependency to the database', () => {
    const database = { ...base('shop'), DBInstanceIdentifier: 'shop', Engine: 'mysql', DBInstanceClass: 'db.m5.large' };
    const baseline = { correlations: [correlation({ resourceId: 'shop', slope: 0.7, intercept: 0, residualSd: 0 }), correlation({ resourceId: 'shop', metric: 'DatabaseConnections', unit: 'Count', slope: 5, intercept: 0, residualSd: 0 })] };
    const dependencies = [{ from: 'w-web', to: 'shop', protocol: 'tcp', port: 3306, basis: 'configured' as const, confidence: 1 }];
    const rows = found({ dbInstance: [database] }, baseline, { dependencies });
    expect(rows.find(({ dimension }) => dimension === 'database')).toMatchObject({ resourceId: 'shop', loadMultiple: { low: 1.14 } });
    // 8 GiB / 12,582,880 = 682 connections over 5 per request/s.
    expect(rows.find(({ dimension }) => dimension === 'connections')?.loadMultiple?.low).toBeCloseTo(1.36, 2);
    expect(dimensions(found({ dbInstance: [database] }, baseline))).not.toContain('database');
  });

  it('knows a standard T instance that has run out of credits, and when one will', () => {
    const t3 = { instance: [instance(WEB, { InstanceType: 't3.medium' })], instanceCreditSpecification: [{ ...base(WEB), InstanceId: WEB, CpuCredits: 'standard' }] };
    expect(found(t3, { utilisation: [figure(WEB, 'CPUCreditBalance', 'Minimum', 0)] })[0]).toMatchObject({ dimension: 'cpu-credits', loadMultiple: { low: 1, high: 1 }, order: 1 });
    // Mean CPU 5 + 0.1 × 60 = 11 %; 20 % is met at a mean load of 150, 2.5 × the mean.
    const later = found(t3, { correlations: [correlation({ resourceId: WEB, slope: 0.1, residualSd: 0 })] }).find(({ dimension }) => dimension === 'cpu-credits');
    expect(later?.loadMultiple?.low).toBeCloseTo(2.5, 2);
  });

  it.each<[string, Resources, Partial<Baseline>, string, RegExp]>([
    ['one zone', {}, {}, 'single-zone', /us-east-1a/],
    ['two zones', { instance: [instance(WEB), instance('i-0b2', { Placement: { AvailabilityZone: 'us-east-1b' } })] }, {}, 'single-zone', /^no row$/],
    ['no group', {}, {}, 'scaling', /not in an Auto Scaling group/],
    ['memory not measured', {}, {}, 'memory', /not known/],
    ['memory measured', {}, { utilisation: [figure(WEB, 'mem_used_percent', 'Maximum', 50)] }, 'memory', /^no row$/],
    ['memory full', {}, { utilisation: [figure(WEB, 'mem_used_percent', 'Maximum', 96)] }, 'memory', /full/],
  ])('%s', (_, resources, baseline, dimension, statement) => {
    const workloads = [{ ...workload, instanceIds: [WEB, 'i-0b2'] }];
    expect(found(resources, baseline, { workloads }).find((row) => row.dimension === dimension)?.statement ?? 'no row').toMatch(statement);
  });

  const policies = { service: 'autoscaling', operation: 'DescribePolicies', region: 'us-east-1', account: '111122223333', outcome: 'ok' as const, items: 0, pages: 1, action: 'autoscaling:DescribePolicies' };
  it.each<[string, Record<string, unknown>, boolean, RegExp]>([
    ['a fixed size', { MinSize: 2, MaxSize: 2 }, true, /minimum and maximum 2/],
    ['at its maximum', { MinSize: 1, MaxSize: 2, DesiredCapacity: 2 }, true, /at its maximum/],
    ['launches suspended', { MinSize: 1, MaxSize: 4, SuspendedProcesses: [{ ProcessName: 'Launch' }] }, true, /suspended Launch/],
    ['no policy', { MinSize: 1, MaxSize: 4 }, true, /no scaling policy/],
    ['policies not asked for', { MinSize: 1, MaxSize: 4 }, false, /^no row$/],
  ])('a group that does not grow: %s', (_, more, asked, statement) => {
    const rows = findBottlenecks({
      estate: estateOf({ instance: [instance(WEB)], autoScalingGroup: [{ ...base('web'), AutoScalingGroupName: 'web', Instances: [{ InstanceId: WEB }], ...more }] }, asked ? [policies] : []),
      baseline: { utilisation: [], series: [] }, insight: { workloads: [workload], boot: [], dependencies: [] },
    });
    expect(rows.find(({ dimension }) => dimension === 'scaling')?.statement ?? 'no row').toMatch(statement);
  });

  it('knows a slow bootstrap', () => {
    const boot = { resourceId: WEB, format: 'shell' as const, heavy: true, reasons: ['compiles PHP'], ports: [], endpoints: [], scheduledJobs: [], secrets: [], state: [] };
    expect(found({}, {}, { boot: [boot] }).find(({ dimension }) => dimension === 'bootstrap')?.evidence).toEqual([{ text: 'compiles PHP', basis: 'text', resourceId: WEB }]);
  });
});
