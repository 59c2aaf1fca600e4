import * as z from 'zod';
import type { JsonObject } from '../../../aws/index.ts';

/** The part of a price list product that is read; `PriceList` holds each as a JSON text. */
const Product = z.object({
  product: z.object({ sku: z.string().optional(), attributes: z.record(z.string(), z.string()) }),
  publicationDate: z.string().optional(),
  terms: z.object({
    OnDemand: z.record(z.string(), z.object({
      effectiveDate: z.string().optional(),
      priceDimensions: z.record(z.string(), z.object({ unit: z.string(), beginRange: z.string().optional(), pricePerUnit: z.record(z.string(), z.string()) })),
    })).optional(),
  }),
});

export type ListPrice =
  | { readonly known: true; readonly amount: string; readonly currency: string; readonly date: string | undefined }
  | { readonly known: false; readonly reason: string };

/**
 * The one on-demand price in GetProducts' pages. None, or more than one product after matching, is an error and never a silent first pick.
 * Where a price has tiers, the first one (from 0) is taken: the month of one resource lies in it.
 */
export function listPriceIn(pages: readonly JsonObject[], matches: (attributes: Readonly<Record<string, string>>) => boolean): ListPrice {
  const products = pages.flatMap(({ PriceList }) => (Array.isArray(PriceList) ? PriceList : [])).flatMap((text) => parsed(text)).filter(({ product }) => matches(product.attributes));
  const [only, ...more] = products.filter(({ terms }) => terms.OnDemand !== undefined);
  if (!only) return { known: false, reason: 'the price list has no such product' };
  if (more.length > 0) return { known: false, reason: `the price list has ${more.length + 1} products of this kind and does not say which is meant` };
  const [term] = Object.values(only.terms.OnDemand ?? {});
  const tiers = Object.values(term?.priceDimensions ?? {});
  const first = tiers.length === 1 ? tiers[0] : tiers.find(({ beginRange }) => Number(beginRange) === 0);
  const [price, ...currencies] = Object.entries(first?.pricePerUnit ?? {});
  if (!price || currencies.length > 0) return { known: false, reason: 'the price list gives no single amount' };
  return { known: true, currency: price[0], amount: price[1], date: (only.publicationDate ?? term?.effectiveDate)?.slice(0, 10) };
}

function parsed(text: unknown): readonly z.infer<typeof Product>[] {
  if (typeof text !== 'string') return [];
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // A product that is no JSON is no product: with none left the answer says so.
    return [];
  }
  const product = Product.safeParse(json);
  return product.success ? [product.data] : [];
}
