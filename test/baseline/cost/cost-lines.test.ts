import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { billOf, tagValues } from '../../../src/baseline/cost/cost-lines.ts';
import { costRows } from '../../../src/baseline/cost/cost-rows.ts';
import type { JsonObject } from '../../../src/aws/index.ts';

const MONTHS = ['2026-09', '2026-10'];

interface Line { month: string; service?: string; usage?: string; net?: string; amortised?: string; unblended: string; unit?: string; estimated?: boolean }

/** A GetCostAndUsage page as AWS writes it. */
function page(lines: readonly Line[]): JsonObject {
  return {
    ResultsByTime: lines.map(({ month, service = 'EC2 - Other', usage = 'NatGateway-Hours', net, amortised = net, unblended, unit = 'USD', estimated = false }) => ({
      TimePeriod: { Start: `${month}-01`, End: '2099-01-01' }, Total: {}, Estimated: estimated,
      Groups: [{
        Keys: [service, usage],
        Metrics: {
          ...(net === undefined ? {} : { NetAmortizedCost: { Amount: net, Unit: unit } }),
          ...(amortised === undefined ? {} : { AmortizedCost: { Amount: amortised, Unit: unit } }),
          UnblendedCost: { Amount: unblended, Unit: unit },
        },
      }],
    })),
  };
}

function bill(...lines: readonly Line[]) {
  const { rows, unreadable } = costRows([page(lines)]);
  return billOf(rows, MONTHS, unreadable);
}

describe('billOf', () => {
  it('adds decimals as decimals', () => {
    const { total } = bill({ month: '2026-10', net: '0.1', unblended: '0.3' }, { month: '2026-10', usage: 'X', net: '0.2', unblended: '-0.3' });
    expect(total[1]).toEqual({ month: '2026-10', netAmortised: '0.30', unblended: '0.00', estimated: false });
  });

  it('nets a negative line', () => {
    expect(bill({ month: '2026-10', usage: 'SavingsPlanNegation', net: '-30.5', unblended: '-30.5' }, { month: '2026-10', net: '100', unblended: '100' }).total[1]?.netAmortised).toBe('69.50');
  });

  it('never adds two currencies', () => {
    const { currency, total, notes } = bill({ month: '2026-10', net: '7', unblended: '7', unit: 'CNY' }, { month: '2026-10', usage: 'b', net: '8', unblended: '8', unit: 'CNY' }, { month: '2026-10', net: '1', unblended: '1', unit: 'USD' });
    expect(currency).toBe('CNY');
    expect(total[1]?.netAmortised).toBe('15.00');
    expect(notes.join()).toContain('1 amounts in USD');
  });

  it('says where the net metric is missing and uses the plain one throughout', () => {
    const { metric, total, notes } = bill({ month: '2026-10', amortised: '5', unblended: '6' }, { month: '2026-09', net: '3', amortised: '4', unblended: '4' });
    expect(metric).toBe('AmortizedCost');
    expect(total.map(({ netAmortised }) => netAmortised)).toEqual(['4.00', '5.00']);
    expect(notes.join()).toContain('no net amortised cost');
  });

  it('classifies EC2 - Other and shows the remainder', () => {
    const { byUsageType, byService } = bill({ month: '2026-10', net: '1', unblended: '1' }, { month: '2026-10', usage: 'Mystery-Units', net: '2', unblended: '2' });
    expect(byUsageType.map(({ usageType, category }) => [usageType, category])).toEqual([['Mystery-Units', 'unclassified'], ['NatGateway-Hours', 'nat-gateway']]);
    expect(byService).toMatchObject([{ service: 'EC2 - Other', months: [{ netAmortised: '0.00' }, { netAmortised: '3.00' }] }]);
  });

  it('names months without an answer and months that are not final', () => {
    const { notes } = bill({ month: '2026-10', net: '1', unblended: '1', estimated: true });
    expect(notes.join(' ')).toMatch(/nothing for 2026-09.*calls 2026-10 estimated/);
  });

  it('counts what it cannot read', () => {
    const { rows, unreadable } = costRows([page([{ month: '2026-10', net: 'NaN', unblended: 'much' }]), {}]);
    expect([rows.length, unreadable]).toEqual([0, 1]);
    expect(billOf(rows, MONTHS, unreadable).notes.join()).toContain('1 groups');
  });

  it('brings the last month to 30 days and takes the median', () => {
    expect(bill({ month: '2026-09', net: '20', unblended: '0' }, { month: '2026-10', net: '31', unblended: '0' }).typicalMonth).toEqual({ median: '25.50', last: '31.00', per30Days: '30.00' });
  });

  it('has groups that add up to the total, to the last digit', () => {
    const line = fc.record({ month: fc.constantFrom(...MONTHS), service: fc.constantFrom('a', 'b'), usage: fc.constantFrom('x', 'y', 'z'), tenThousandths: fc.integer({ min: -10_000_000, max: 10_000_000 }) });
    fc.assert(fc.property(fc.array(line, { minLength: 1 }), (lines) => {
      const text = (amount: number) => `${amount < 0 ? '-' : ''}${Math.trunc(Math.abs(amount) / 10_000)}.${String(Math.abs(amount) % 10_000).padStart(4, '0')}`;
      const result = bill(...lines.map(({ tenThousandths, ...rest }) => ({ ...rest, net: text(tenThousandths), unblended: '0' })));
      MONTHS.forEach((month, index) => {
        const expected = lines.filter((one) => one.month === month).reduce((sum, one) => sum + BigInt(one.tenThousandths), 0n);
        const asInteger = (amount: string | undefined) => BigInt(Math.round(Number(amount) * 10_000));
        expect(asInteger(result.total[index]?.netAmortised)).toBe(expected);
        for (const lists of [result.byService, result.byUsageType]) {
          expect(lists.reduce((sum, one) => sum + asInteger(one.months[index]?.netAmortised), 0n)).toBe(expected);
        }
      });
    }), { numRuns: 50 });
  });
});

it('keeps the empty tag value: what carries no tag is part of the answer', () => {
  const { rows } = costRows([page([{ month: '2026-10', usage: 'App$shop', net: '3', unblended: '3' }, { month: '2026-10', usage: 'App$', net: '1', unblended: '1' }])]);
  expect(tagValues(rows, 'App', ['2026-10'], 'USD', 'NetAmortizedCost').values.map(({ value, months }) => [value, months[0]?.netAmortised])).toEqual([['', '1.00'], ['shop', '3.00']]);
});
