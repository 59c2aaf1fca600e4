import { isObject, listOf, stringsOf, textOf } from '../json.ts';
import type { CostEntry } from './ledger.ts';

/** Whether an entry passes a Cost Explorer expression: `And`, `Or`, `Not`, `Dimensions`, `Tags`. Nothing asked: everything passes. */
export function passes(entry: CostEntry, account: string, expression: unknown): boolean {
  if (!isObject(expression)) return true;
  const { And: and, Or: or, Not: not, Dimensions: dimensions, Tags: tags } = expression;
  if (and !== undefined) return listOf(and).every((one) => passes(entry, account, one));
  if (or !== undefined) return listOf(or).some((one) => passes(entry, account, one));
  if (not !== undefined) return !passes(entry, account, not);
  if (isObject(dimensions)) return matches(dimensionOf(entry, account, textOf(dimensions['Key']) ?? ''), dimensions);
  if (isObject(tags)) return matches(entry.tags?.[textOf(tags['Key']) ?? ''] ?? '', tags);
  return true;
}

function matches(value: string, { Values: values, MatchOptions: options }: Readonly<Record<string, unknown>>): boolean {
  const how = stringsOf(options);
  if (how.includes('ABSENT')) return value === '';
  const fold = (text: string): string => (how.includes('CASE_INSENSITIVE') ? text.toLowerCase() : text);
  return stringsOf(values).some((wanted) => {
    if (how.includes('STARTS_WITH')) return fold(value).startsWith(fold(wanted));
    if (how.includes('ENDS_WITH')) return fold(value).endsWith(fold(wanted));
    return how.includes('CONTAINS') ? fold(value).includes(fold(wanted)) : fold(value) === fold(wanted);
  });
}

/** The value of a dimension for filtering and grouping; empty where an entry has none. */
export function dimensionOf(entry: CostEntry, account: string, key: string): string {
  switch (key) {
    case 'SERVICE': return entry.service;
    case 'USAGE_TYPE': return entry.usageType;
    case 'RECORD_TYPE': return entry.recordType;
    case 'REGION': return entry.region;
    case 'LINKED_ACCOUNT': return account;
    case 'INSTANCE_TYPE': return /^(?:\w+-)?(?:BoxUsage|InstanceUsage):(.+)$/.exec(entry.usageType)?.[1] ?? 'NoInstanceType';
    default: return '';
  }
}
