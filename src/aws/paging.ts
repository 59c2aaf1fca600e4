import type { ServiceId } from './services.ts';
import { isObject, type JsonObject, type JsonValue } from './json.ts';

/** Which input field takes which output field of the page before. Paths with a dot lead into a structure. */
interface Paging { readonly tokens: readonly (readonly [input: string, output: string])[]; readonly more?: string }

const NEXT_TOKEN: Paging = { tokens: [['NextToken', 'NextToken']] };
const MARKER: Paging = { tokens: [['Marker', 'Marker']] };
const NEXT_MARKER: Paging = { tokens: [['Marker', 'NextMarker']] };

const BY_SERVICE: Partial<Record<ServiceId, Paging>> = {
  elbv2: NEXT_MARKER,
  elb: NEXT_MARKER,
  efs: NEXT_MARKER,
  rds: MARKER,
  elasticache: MARKER,
  iam: { tokens: [['Marker', 'Marker']], more: 'IsTruncated' },
  ce: { tokens: [['NextPageToken', 'NextPageToken']] },
};

/** Read off the paginators and models of the SDK; the exceptions to their service's rule. */
const BY_OPERATION: Readonly<Record<string, Paging>> = {
  'route53 ListHostedZones': { tokens: [['Marker', 'NextMarker']], more: 'IsTruncated' },
  'route53 ListResourceRecordSets': {
    tokens: [['StartRecordName', 'NextRecordName'], ['StartRecordType', 'NextRecordType'], ['StartRecordIdentifier', 'NextRecordIdentifier']],
    more: 'IsTruncated',
  },
  'cloudfront ListDistributions': { tokens: [['Marker', 'DistributionList.NextMarker']], more: 'DistributionList.IsTruncated' },
  'cloudfront ListVpcOrigins': { tokens: [['Marker', 'VpcOriginList.NextMarker']], more: 'VpcOriginList.IsTruncated' },
  'wafv2 ListWebACLs': { tokens: [['NextMarker', 'NextMarker']] },
};

function pagingOf(service: ServiceId, operation: string): Paging {
  return BY_OPERATION[`${service} ${operation}`] ?? BY_SERVICE[service] ?? NEXT_TOKEN;
}

/** The input of the page after `output`, or undefined when that was the last one. */
export function nextInput(service: ServiceId, operation: string, input: JsonObject, output: JsonObject): JsonObject | undefined {
  const paging = pagingOf(service, operation);
  if (paging.more !== undefined && at(output, paging.more) !== true) return undefined;
  const next: Record<string, JsonValue | undefined> = { ...input };
  let found = false;
  for (const [inputName, outputName] of paging.tokens) {
    const token = at(output, outputName);
    delete next[inputName];
    if (typeof token !== 'string' || token === '') continue;
    next[inputName] = token;
    found = true;
  }
  return found ? next : undefined;
}

/** Whether an answer says that there is more. */
export function hasNext(service: ServiceId, operation: string, output: JsonObject): boolean {
  return nextInput(service, operation, {}, output) !== undefined;
}

function at(object: JsonObject, path: string): JsonValue | undefined {
  let value: JsonValue | undefined = object;
  for (const key of path.split('.')) value = isObject(value) ? value[key] : undefined;
  return value;
}
