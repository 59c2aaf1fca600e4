import { createHash } from 'node:crypto';
import { isObject, listOf, textOf } from '../json.ts';
import type { JsonObject } from '../json.ts';
import { PRODUCTS } from '../prices/catalogue.ts';
import type { Product } from '../prices/catalogue.ts';
import { Fault } from '../wire/fault.ts';
import type { Call } from './call.ts';
import { pageOf } from './pager.ts';

/** `PriceList` is a list of JSON texts, one per product, as the real API has it. */
export function getProducts(call: Call): JsonObject {
  const service = textOf(call.input['ServiceCode']) ?? '';
  const mine = PRODUCTS.filter((product) => product.service === service);
  if (mine.length === 0) throw new Fault('InvalidParameterException', `Invalid service code: ${service}`);
  const filters = listOf(call.input['Filters']).filter(isObject);
  return pageOf(call, { FormatVersion: 'aws_v1', PriceList: mine.filter((product) => filters.every((filter) => passes(product, filter))).map(documentOf) });
}

function passes(product: Product, { Type: type, Field: field, Value: value }: JsonObject): boolean {
  const name = String(field);
  const own = name === 'productFamily' ? product.family : name.toLowerCase() === 'servicecode' ? product.service : product.attributes[name];
  if (own === undefined) return false;
  const wanted = String(value);
  switch (type) {
    case 'CONTAINS': return own.includes(wanted);
    case 'ANY_OF': return wanted.split(',').includes(own);
    case 'NONE_OF': return !wanted.split(',').includes(own);
    default: return own === wanted;
  }
}

function documentOf(product: Product): string {
  const sku = createHash('sha256').update(JSON.stringify(product)).digest('hex').slice(0, 16).toUpperCase();
  const term = `${sku}.JRTCKXETXF`;
  const rate = `${term}.6YS6EN2CT7`;
  return JSON.stringify({
    product: { productFamily: product.family, attributes: { servicecode: product.service, ...product.attributes }, sku },
    serviceCode: product.service,
    terms: {
      OnDemand: {
        [term]: {
          priceDimensions: {
            [rate]: {
              unit: product.unit, endRange: 'Inf', description: `$${product.usd} per ${product.unit}`, appliesTo: [], rateCode: rate, beginRange: '0',
              pricePerUnit: { USD: product.usd.toFixed(10) },
            },
          },
          sku, effectiveDate: '2026-11-01T00:00:00Z', offerTermCode: 'JRTCKXETXF', termAttributes: {},
        },
      },
    },
    version: '20261101000000', publicationDate: '2026-11-01T00:00:00Z',
  });
}

/** The values that an attribute takes among a service's products. */
export function getAttributeValues(call: Call): JsonObject {
  const mine = PRODUCTS.filter((product) => product.service === call.input['ServiceCode']);
  const name = textOf(call.input['AttributeName']) ?? '';
  const values = mine.flatMap((product) => (name === 'productFamily' ? [product.family] : (product.attributes[name] ?? [])));
  return pageOf(call, { AttributeValues: [...new Set(values)].sort().map((Value) => ({ Value })) });
}
