import { isObject, listOf, stringsOf, textOf } from '../json.ts';
import type { JsonObject } from '../json.ts';
import { wholeAnswer } from './whole-answer.ts';
import type { Call } from './call.ts';
import { pageOf } from './pager.ts';

export function listRegions(call: Call): JsonObject {
  const wanted = stringsOf(call.input['RegionOptStatusContains']);
  const regions = call.account.regions.map((name) => ({ RegionName: name, RegionOptStatus: 'ENABLED_BY_DEFAULT' }));
  return pageOf(call, { Regions: regions.filter((one) => wanted.length === 0 || wanted.includes(one.RegionOptStatus)) });
}

export function listAccountAliases(call: Call): JsonObject {
  return pageOf(call, { AccountAliases: call.account.alias === undefined ? [] : [call.account.alias] });
}

/** CloudFront wraps its list, and its items are under `Items`. */
export function listVpcOrigins(call: Call): JsonObject {
  const found = wholeAnswer(call)['VpcOriginList'];
  const items = isObject(found) ? listOf(found['Items']) : [];
  return { VpcOriginList: { Marker: '', MaxItems: 100, IsTruncated: false, Quantity: items.length, Items: items } };
}

/** Record sets are paged by the name and type to go on from, not by a token. */
export function listResourceRecordSets(call: Call): JsonObject {
  const records = listOf(wholeAnswer(call)['ResourceRecordSets']).filter(isObject);
  const name = textOf(call.input['StartRecordName']);
  const type = textOf(call.input['StartRecordType']);
  const start = name === undefined ? 0 : Math.max(0, records.findIndex((one) => one['Name'] === name && (type === undefined || one['Type'] === type)));
  const size = Math.min(300, call.pageSize ?? 300, Number(call.input['MaxItems'] ?? 300));
  const next = records[start + size];
  return {
    ResourceRecordSets: records.slice(start, start + size), MaxItems: size, IsTruncated: next !== undefined,
    ...(next === undefined ? {} : { NextRecordName: next['Name'], NextRecordType: next['Type'] }),
  };
}
