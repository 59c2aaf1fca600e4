import { textOf } from '../aws/index.ts';
import { listing, type Listing } from './listing.ts';

export const ssm: readonly Listing[] = [
  listing('managedInstance', { items: 'InstanceInformationList[]', input: { MaxResults: 50 }, id: 'InstanceId' }),
  listing('patchState', {
    items: 'InstancePatchStates[]', id: 'InstanceId',
    each: {
      of: ['managedInstance'], ids: (item) => [textOf(item['InstanceId'])], batch: 50, names: 'InstanceId', input: (InstanceIds) => ({ InstanceIds, MaxResults: 100 }),
    },
  }),
];
