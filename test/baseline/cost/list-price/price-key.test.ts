import { describe, expect, it } from 'vitest';
import { keyText, priceQuestion, type PriceKey } from '../../../../src/baseline/cost/list-price/price-key.ts';
import { isStale, tablePrice } from '../../../../src/baseline/cost/list-price/price-table.ts';

const region = 'us-east-1';
const instance: PriceKey = { kind: 'instance', region, type: 'm5.large', platform: 'Linux/UNIX', tenancy: 'default' };

function filtersOf(key: PriceKey): Record<string, string> | undefined {
  const filters = priceQuestion(key)?.input['Filters'];
  return Array.isArray(filters) ? Object.fromEntries(filters.map(({ Field, Value }: { Field: string; Value: string }) => [Field, Value])) : undefined;
}

describe('priceQuestion', () => {
  it('narrows an instance down to one product', () => {
    expect(filtersOf(instance)).toEqual({
      regionCode: region, productFamily: 'Compute Instance', instanceType: 'm5.large', operatingSystem: 'Linux', preInstalledSw: 'NA', capacitystatus: 'Used', marketoption: 'OnDemand', tenancy: 'Shared',
    });
  });

  it.each<[string, PriceKey]>([
    ['dedicated tenancy', { ...instance, tenancy: 'dedicated' }],
    ['bundled SQL Server', { ...instance, platform: 'Windows with SQL Server Standard' }],
    ['a platform that is not known', { ...instance, platform: 'unknown' }],
    ['an engine with editions', { kind: 'database', region, type: 'db.m5.large', engine: 'oracle-se2', multiAz: false, part: 'hours' }],
  ])('asks nothing for %s rather than something else', (_, key) => expect(priceQuestion(key)).toBeUndefined());

  it('tells hours from bytes by usage type, whatever the region is called', () => {
    const question = priceQuestion({ kind: 'nat-gateway', region: 'eu-west-1', part: 'hours' });
    expect(['EU-NatGateway-Hours', 'NatGateway-Hours', 'EU-NatGateway-Bytes', 'EU-NatGateway-Prvd-Hours'].map((usagetype) => question?.matches({ usagetype }))).toEqual([true, true, false, false]);
  });

  it('is equal for equal keys only', () => {
    expect(keyText(instance)).toBe(keyText({ tenancy: 'default', platform: 'Linux/UNIX', type: 'm5.large', region, kind: 'instance' }));
    expect(keyText(instance)).not.toBe(keyText({ ...instance, region: 'us-east-2' }));
  });
});

describe('tablePrice', () => {
  it.each<[PriceKey, string | undefined]>([
    [instance, '0.096'],
    [{ ...instance, region: 'eu-west-1' }, undefined],
    [{ ...instance, platform: 'Windows' }, undefined],
    [{ ...instance, tenancy: 'dedicated' }, undefined],
    [{ kind: 'volume', region, type: 'gp3', part: 'storage' }, '0.08'],
    [{ kind: 'volume', region, type: 'gp3', part: 'iops' }, '0.005'],
    [{ kind: 'volume', region, type: 'io2', part: 'iops' }, '0.065'],
    [{ kind: 'balancer', region, type: 'application', part: 'hours' }, '0.0225'],
    [{ kind: 'balancer', region, type: 'network', part: 'capacity' }, '0.006'],
    [{ kind: 'nat-gateway', region, part: 'bytes' }, '0.045'],
    [{ kind: 'public-ipv4', region }, '0.005'],
    [{ kind: 'database', region, type: 'db.t3.large', engine: 'mysql', multiAz: true, part: 'hours' }, '0.272'],
    [{ kind: 'database', region, type: 'db.t3.large', engine: 'mysql', multiAz: false, part: 'storage', storage: 'gp2' }, '0.115'],
    [{ kind: 'database', region, type: 'db.x9', engine: 'mysql', multiAz: false, part: 'hours' }, undefined],
  ])('%j costs %s', (key, amount) => expect(tablePrice(key)?.amount).toBe(amount));
});

it.each([
  ['2025-11-21', false], ['2025-11-20', false], ['2025-11-19', true], ['2024-07-01', true], ['long ago', true], [undefined, true],
])('a price of %s is stale: %s', (date, stale) => expect(isStale(date, new Date('2026-11-20T00:00:00Z'))).toBe(stale));
