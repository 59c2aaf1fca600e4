import { describe, expect, it } from 'vitest';
import { rightSize } from '../../../src/baseline/right-sizing/right-size.ts';
import { DEFAULT_SIZING } from '../../../src/baseline/right-sizing/sizing-settings.ts';
import { base, estateOf, figure, instance, M5_LARGE, T3_MEDIUM } from '../sample-estate.ts';

const ID = 'i-0a1';

interface Case { cpu?: number | null; memory?: number | null; network?: number; coverage?: number }

function figuresOf({ cpu = 50, memory = null, network = 1e6, coverage = 1 }: Case) {
  return [
    figure(ID, 'CPUUtilization', 'p99.5 of Maximum', cpu, cpu === null ? {} : { coverage }),
    figure(ID, 'mem_used_percent', 'Maximum', memory, { namespace: 'CWAgent' }),
    figure(ID, 'NetworkIn', 'p95', network / 10, { unit: 'B/s' }), figure(ID, 'NetworkOut', 'p95', network, { unit: 'B/s' }),
  ];
}

function sized(given: Case, settings = DEFAULT_SIZING) {
  const [one] = rightSize(estateOf({ instance: [instance(ID)], instanceType: [M5_LARGE] }), figuresOf(given), settings);
  return one;
}

describe('the verdict on an m5.large', () => {
  it.each<[string, Case, string, string, string | undefined]>([
    ['idle, memory measured', { cpu: 10, memory: 20 }, 'over', 'low', 'cpu'],
    ['idle, memory not measured', { cpu: 10 }, 'over', 'low', 'cpu'],
    ['idle CPU, full memory', { cpu: 10, memory: 85 }, 'under', 'high', 'memory'],
    ['idle CPU, much network', { cpu: 10, network: 60e6 }, 'fits', 'medium', 'network'],
    ['as busy as it should be', { cpu: 55, memory: 50 }, 'fits', 'low', 'cpu'],
    ['close to the headroom', { cpu: 79 }, 'fits', 'medium', 'cpu'],
    ['into the headroom', { cpu: 81 }, 'under', 'high', 'cpu'],
    ['three days of data', { cpu: 10, coverage: 3 / 14 }, 'unknown', 'unknown', undefined],
    ['just under the floor', { cpu: 10, coverage: 0.6999 }, 'unknown', 'unknown', undefined],
    ['at the floor', { cpu: 10, coverage: 0.7 }, 'over', 'low', 'cpu'],
    ['no data', { cpu: null }, 'unknown', 'unknown', undefined],
  ])('%s', (_, given, verdict, risk, limitedBy) => expect(sized(given)).toMatchObject({ verdict, risk, ...(limitedBy ? { limitedBy } : {}) }));

  it('says that memory is not measured, and asks for none', () => {
    const one = sized({ cpu: 10 });
    expect(one?.reason).toMatch(/agent/);
    expect(one?.dimensions.find(({ dimension }) => dimension === 'memory')).toMatchObject({ measured: null, required: null, risk: 'unknown' });
  });

  it('gives the reason in place of advice below the floor', () => {
    expect(sized({ cpu: 10, coverage: 0.6996 })).toMatchObject({ reason: 'CPUUtilization covers 69.9 % of the window; 70 % are needed for advice', dimensions: [{ measured: 10, required: null }, {}, {}] });
  });

  it('asks for days as well as for a share of the window', () => {
    expect(sized({ cpu: 10, coverage: 0.5 }, { ...DEFAULT_SIZING, leastCoverage: 0.4, leastDays: 7.5 })?.reason).toContain('covers 7.0 days; 7.5 are needed');
  });
});

/** required = used / (1 - headroom): 50 % of 2 vCPU is 1 vCPU, which must be 80 % of what is there. */
it.each([[50, 20, 1.25], [50, 0, 1], [50, 30, 1 / 0.7], [100, 20, 2.5]])('at %d %% with %d %% headroom it takes %d vCPU', (cpu, headroom, vcpus) => {
  const one = sized({ cpu }, { ...DEFAULT_SIZING, headroomPercent: { cpu: headroom, memory: 20 } });
  expect(one?.dimensions[0]?.required).toBeCloseTo(vcpus, 10);
});

it('takes the percentile that was asked for', () => {
  const figures = [figure(ID, 'CPUUtilization', 'p99.5 of Maximum', 90), figure(ID, 'CPUUtilization', 'p95 of Maximum', 40)];
  const estate = estateOf({ instance: [instance(ID)], instanceType: [M5_LARGE] });
  expect(rightSize(estate, figures, { ...DEFAULT_SIZING, percentile: 95 })[0]?.dimensions[0]?.measured).toBe(40);
});

describe('a T instance', () => {
  const t3 = (mode: string | undefined, balance: number | null) => rightSize(
    estateOf({ instance: [instance(ID, { InstanceType: 't3.medium' })], instanceType: [T3_MEDIUM], ...(mode ? { instanceCreditSpecification: [{ ...base(ID), InstanceId: ID, CpuCredits: mode }] } : {}) }),
    [...figuresOf({ cpu: 20 }), figure(ID, 'CPUCreditBalance', 'Minimum', balance, { unit: 'Count' })],
  )[0];
  it.each<[string, string | undefined, number | null, boolean | null, string]>([
    ['standard, empty: what was measured is what was allowed', 'standard', 0, true, 'under'],
    ['standard, credits left', 'standard', 12, false, 'over'],
    ['unlimited, empty', 'unlimited', 0, false, 'over'],
    ['mode not known, empty', undefined, 0, null, 'over'],
    ['balance not known', 'standard', null, null, 'over'],
  ])('%s', (_, mode, balance, throttled, verdict) => expect(t3(mode, balance)).toMatchObject({ verdict, credits: { throttled } }));
});

it.each([
  [{ Architecture: 'arm64' }, 'already'], [{ PlatformDetails: 'Windows' }, 'unlikely'], [{ PlatformDetails: 'Linux with SQL Server Standard' }, 'unlikely'],
  [{}, 'likely'], [{ ProductCodes: [{ ProductCodeType: 'marketplace', ProductCodeId: 'x' }] }, 'unknown'], [{ Architecture: undefined }, 'unknown'],
])('Graviton: %j is %s', (more, suitability) => {
  expect(rightSize(estateOf({ instance: [instance(ID, more)] }), [])[0]?.graviton.suitability).toBe(suitability);
});

it('sizes a group by its own figures, which outlive a replaced instance', () => {
  const group = { ...base('web'), AutoScalingGroupName: 'web', Instances: [{ InstanceId: ID }] };
  const sizes = rightSize(estateOf({ instance: [instance(ID)], instanceType: [M5_LARGE], autoScalingGroup: [group] }), [
    figure(ID, 'CPUUtilization', 'p99.5 of Maximum', 10, { coverage: 0.1 }), figure('web', 'CPUUtilization', 'p99.5 of Maximum', 70),
  ]);
  expect(sizes.map(({ resourceId, verdict }) => [resourceId, verdict])).toEqual([[ID, 'unknown'], ['web', 'fits']]);
});
