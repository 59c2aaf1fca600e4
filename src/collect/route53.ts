import { isObject, textOf, type JsonObject } from '../aws/index.ts';
import { listing, type Listing } from './listing.ts';

const zoneId = (item: JsonObject) => textOf(item['Id']).replace('/hostedzone/', '');

export const route53: readonly Listing[] = [
  listing('hostedZone', { global: true, items: 'HostedZones[]', input: { MaxItems: 100 }, id: zoneId, arn: 'arn:{partition}:route53:::hostedzone/{id}' }),
  listing('recordSet', {
    global: true, items: 'ResourceRecordSets[]', input: { MaxItems: 300 },
    id: (item, { parentId = '' }) => [parentId, textOf(item['Name']), textOf(item['Type']), textOf(item['SetIdentifier'])].filter((part) => part !== '').join('/'),
    shape: (item, { parent }) => ({ ...item, PrivateZone: isObject(parent?.['Config']) ? parent['Config']['PrivateZone'] === true : false }),
    each: { of: ['hostedZone'], ids: (item) => [zoneId(item)], batch: 1, names: 'HostedZoneId', aliases: ['Id', 'Name'], input: ([HostedZoneId = '']) => ({ HostedZoneId }) },
  }),
];
