import { describe, expect, it } from 'vitest';
import { listPriceIn } from '../../../../src/baseline/cost/list-price/price-answer.ts';

/** A product as GetProducts gives it: a JSON text. */
function product(usagetype: string, tiers: readonly { unit: string; from: string; price: Record<string, string> }[], publicationDate = '2026-11-01T00:00:00Z'): string {
  return JSON.stringify({
    product: { productFamily: 'NAT Gateway', attributes: { usagetype }, sku: 'SKU' }, publicationDate, version: '20261101',
    terms: { OnDemand: { term: { effectiveDate: '2026-10-01T00:00:00Z', priceDimensions: Object.fromEntries(tiers.map((tier, index) => [`d${index}`, { unit: tier.unit, beginRange: tier.from, endRange: 'Inf', pricePerUnit: tier.price }])) } } },
  });
}
const hours = product('NatGateway-Hours', [{ unit: 'Hrs', from: '0', price: { USD: '0.0450000000' } }]);
const bytes = product('NatGateway-Bytes', [{ unit: 'GB', from: '0', price: { USD: '0.0450000000' } }]);
const ofHours = (attributes: Readonly<Record<string, string>>) => attributes['usagetype'] === 'NatGateway-Hours';

describe('listPriceIn', () => {
  it.each<[string, readonly unknown[], object]>([
    ['the one product that is meant', [hours, bytes], { known: true, amount: '0.0450000000', currency: 'USD', date: '2026-11-01' }],
    ['the first of several tiers', [product('NatGateway-Hours', [{ unit: 'Hrs', from: '10240', price: { USD: '2' } }, { unit: 'Hrs', from: '0', price: { USD: '3' } }])], { known: true, amount: '3' }],
    ['another currency', [product('NatGateway-Hours', [{ unit: 'Hrs', from: '0', price: { CNY: '0.5' } }])], { known: true, currency: 'CNY' }],
    ['none: an error, no zero', [bytes], { known: false, reason: 'the price list has no such product' }],
    ['two: an error, no first pick', [hours, hours], { known: false, reason: expect.stringContaining('2 products') }],
    ['no on-demand terms', [JSON.stringify({ product: { attributes: { usagetype: 'NatGateway-Hours' } }, terms: {} })], { known: false }],
    ['no price in it', [product('NatGateway-Hours', [])], { known: false, reason: 'the price list gives no single amount' }],
    ['not JSON, not text, not a product', ['{', 7, '[]', null], { known: false }],
  ])('%s', (_, list, expected) => expect(listPriceIn([{ PriceList: list as never }], ofHours)).toMatchObject(expected));

  it('looks at every page', () => expect(listPriceIn([{ PriceList: [bytes] }, { PriceList: [hours] }, {}], ofHours)).toMatchObject({ known: true }));
});
