import { describe, expect, it } from 'vitest';
import { costPerWorkload } from '../../../src/baseline/index.ts';
import type { Baseline, ListPriceModel, PricedLine, Workload } from '../../../src/model/index.ts';
import { base, estateOf, figure, instance } from '../sample-estate.ts';

const BALANCER = 'arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/web/1';
const TARGETS = 'arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/web/2';

function workload(id: string, ...instanceIds: string[]): Workload {
  return { id, name: id, role: 'web', instanceIds, groupedBy: 'instance', confidence: 1, state: [], seams: [] };
}

function priced(resourceId: string, kind: string, monthly: string | null): PricedLine {
  return { resourceId, kind, region: 'us-east-1', item: 'x', quantity: '730.00', unit: 'hour', unitPrice: monthly, monthly, priceSource: monthly === null ? 'none' : 'price-list', stale: false };
}

function model(...lines: PricedLine[]): ListPriceModel {
  return { currency: 'USD', hoursPerMonth: 730, lines, monthly: '0', unpriced: 0, stale: false, notes: [] };
}

const estate = estateOf({
  instance: [instance('i-1', { tags: { App: 'shop' } }), instance('i-2', { tags: { App: 'jobs' } })],
  volume: [{ ...base('vol-1'), VolumeId: 'vol-1', Attachments: [{ InstanceId: 'i-1' }] }],
  targetGroup: [{ ...base(TARGETS), TargetGroupArn: TARGETS, LoadBalancerArns: [BALANCER] }],
  targetHealth: [{ ...base(TARGETS), TargetHealthDescriptions: [{ Target: { Id: 'i-1' } }] }],
});
const lines = [priced('i-1', 'instance', '70.00'), priced('vol-1', 'volume', '5.00'), priced('i-2', 'instance', '25.00'), priced(BALANCER, 'loadBalancer', '20.00')];
// Two weeks of 14,000,000 requests are 1,000,000 a day, 30,416,667 a month of 365/12 days.
const requests = figure(BALANCER, 'RequestCount', 'Sum', 14_000_000, { namespace: 'AWS/ApplicationELB', unit: 'Count' });
const both = [workload('web', 'i-1'), workload('jobs', 'i-2')];

function costs(baseline: Partial<Baseline>, workloads = both) {
  return costPerWorkload({ estate, baseline: { utilisation: [requests], series: [], ...baseline }, workloads });
}

describe('costPerWorkload', () => {
  it('is instances and volumes at list price, shared costs by instance cost, over the requests', () => {
    const [web, jobs] = costs({ listPrice: model(...lines) });
    // 75 of 100 of instance cost bears 15 of the 20 for the balancer.
    expect(web).toMatchObject({ basis: 'instance-usage', direct: '75.00', shared: '15.00', monthly: '90.00', sharedKey: 'instance cost', requestsPerMonth: 30_416_667, perMillionRequests: '2.9589' });
    expect(jobs).toMatchObject({ direct: '25.00', shared: '5.00', monthly: '30.00', requestsPerMonth: null, perMillionRequests: null });
  });

  const bill = (values: readonly { value: string; amount: string }[]): Baseline['cost'] => ({
    basis: 'cost-explorer', currency: 'USD', months: ['2026-10'], total: [], byService: [], byUsageType: [], excludedRecordTypes: [], requests: 1, requestsCostUsd: '0.01', notes: [],
    byTag: { key: 'App', values: values.map(({ value, amount }) => ({ value, months: [{ month: '2026-10', netAmortised: amount, unblended: amount, estimated: false }] })) },
  });

  it('is the bill by tag where a tag names the workload and no other', () => {
    const [web] = costs({ cost: bill([{ value: 'shop', amount: '123.45' }]), listPrice: model(...lines) });
    expect(web).toMatchObject({ basis: 'tag', monthly: '123.45', shared: '0.00', notes: ['Tag App = shop, 2026-10.'] });
  });

  it('does not take a tag that two workloads share', () => {
    const shared = estateOf({ ...estate.resources, instance: [instance('i-1', { tags: { App: 'shop' } }), instance('i-2', { tags: { App: 'shop' } })] });
    const [web] = costPerWorkload({ estate: shared, baseline: { utilisation: [], series: [], cost: bill([{ value: 'shop', amount: '123.45' }]), listPrice: model(...lines) }, workloads: both });
    expect(web?.basis).toBe('instance-usage');
  });

  it('is not known, and not zero, where nothing has a price', () => {
    expect(costs({})[0]).toMatchObject({ basis: 'none', monthly: null, perMillionRequests: null });
    expect(costs({ listPrice: model(priced('i-1', 'instance', null)) })[0]).toMatchObject({ basis: 'none', monthly: null, notes: expect.arrayContaining(['1 of 1 lines have no price.']) });
  });

  it('gives no cost per request where the requests did not come, or there were none', () => {
    const unknown = { ...requests, value: null, missing: 'denied' as const };
    for (const figures of [[], [unknown], [{ ...requests, value: 0 }]]) expect(costs({ utilisation: figures, listPrice: model(...lines) })[0]?.perMillionRequests).toBeNull();
  });
});
