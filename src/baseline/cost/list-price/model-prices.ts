import type { AwsAccount } from '../../../aws/index.ts';
import type { CoverageEntry, Estate, ListPriceModel, PricedLine } from '../../../model/index.ts';
import type { FigureIndex } from '../../figure-index.ts';
import { eachOf } from '../../utilisation/in-flight.ts';
import { money, shown, sumOf, ZERO } from '../money.ts';
import { GET_PRODUCTS } from './price-api.ts';
import { listPriceIn, type ListPrice } from './price-answer.ts';
import { keyText, priceQuestion, type PriceKey } from './price-key.ts';
import { isStale, tablePrice } from './price-table.ts';
import { HOURS_PER_MONTH, pricedInventory, type InventoryItem } from './priced-inventory.ts';

const QUESTIONS_AT_ONCE = 4;

/**
 * What the inventory would cost at list prices: from the price list, else from the table that ships with Monolens. An estimate: no discounts,
 * commitments, tax, transfer, snapshots or requests. GetProducts is free of charge.
 */
export async function modelPrices(account: AwsAccount | undefined, estate: Estate, figures: FigureIndex, now: Date): Promise<{ model: ListPriceModel; coverage: CoverageEntry[] }> {
  const items = pricedInventory(estate, figures);
  const asked = new Map(items.map(({ price }) => [keyText(price), price]));
  const { prices, coverage } = account ? await askPrices(account, [...asked.values()], estate) : { prices: new Map<string, ListPrice>(), coverage: [] };
  const lines = items.map((item) => pricedLine(item, prices.get(keyText(item.price)), now));
  const currencies = [...new Set(lines.flatMap(({ currency }) => currency ?? []))].sort();
  const currency = currencies[0] ?? 'USD';
  // A price in another currency than the model's is a price that cannot be added: the line keeps no amount.
  const kept = lines.map(({ currency: own, ...line }): PricedLine => (own === undefined || own === currency
    ? line : { ...line, unitPrice: null, monthly: null, priceSource: 'none', reason: `priced in ${own}` }));
  return {
    model: {
      currency, hoursPerMonth: HOURS_PER_MONTH,
      lines: kept.sort((a, b) => (`${a.kind} ${a.resourceId} ${a.item}` < `${b.kind} ${b.resourceId} ${b.item}` ? -1 : 1)),
      monthly: shown(sumOf(kept.map(({ monthly }) => (monthly === null ? ZERO : money(monthly) ?? ZERO)))),
      unpriced: kept.filter(({ monthly }) => monthly === null).length,
      stale: kept.some(({ stale }) => stale),
      notes: ['Estimate at list prices for the inventory as it stands: no discounts, commitments, free tier or tax; no transfer to the internet, snapshots or requests.'],
    },
    coverage,
  };
}

function pricedLine({ resourceId, kind, region, item, quantity, unit, price }: InventoryItem, listed: ListPrice | undefined, now: Date): PricedLine & { currency?: string } {
  const base = { resourceId, kind, region, item, quantity: shown(money(quantity) ?? ZERO), unit };
  const table = listed?.known === true ? undefined : tablePrice(price);
  const source = listed?.known === true ? listed : table;
  const amount = source && money(source.amount);
  if (!source || !amount) {
    const reason = listed?.known === false ? listed.reason : 'no price list and no price in the table';
    return { ...base, unitPrice: null, monthly: null, priceSource: 'none', stale: false, reason };
  }
  return {
    ...base, unitPrice: shown(amount), monthly: amount.times(quantity).toFixed(2), currency: source.currency,
    priceSource: table ? 'table' : 'price-list', ...(source.date === undefined ? {} : { priceDate: source.date }),
    // A price that AWS gave now is of now, whenever it came into force.
    stale: table ? isStale(table.date, now) : false,
  };
}

/** One question for each distinct price. After the first refusal nothing more is asked: the rest would be refused as well. */
async function askPrices(account: AwsAccount, keys: readonly PriceKey[], estate: Estate): Promise<{ prices: Map<string, ListPrice>; coverage: CoverageEntry[] }> {
  const prices = new Map<string, ListPrice>();
  let pages = 0;
  let refused: { outcome: CoverageEntry['outcome']; message: string | undefined } | undefined;
  await eachOf(keys, QUESTIONS_AT_ONCE, async (key) => {
    const question = priceQuestion(key);
    if (!question || refused) return;
    const answer = await account.pages(GET_PRODUCTS, 'global', question.input);
    pages += answer.pages.length;
    if (answer.outcome === 'ok') prices.set(keyText(key), listPriceIn(answer.pages, question.matches));
    else refused = { outcome: answer.outcome, message: answer.message };
  });
  const { service, operation, action } = GET_PRODUCTS;
  const outcome = refused === undefined ? 'ok' as const : prices.size > 0 ? 'partial' as const : refused.outcome;
  const message = refused?.message;
  return keys.length === 0 ? { prices, coverage: [] } : {
    prices,
    coverage: [{ service, operation, region: 'global', account: estate.accounts.find(({ id }) => id === account.id)?.id ?? account.id, outcome, items: prices.size, pages, action, ...(message === undefined ? {} : { message }) }],
  };
}
