import { objectsIn, textOf } from '../aws/index.ts';
import { question, type Listing } from './listing.ts';

const PAGE = { MaxResults: 100 };

/** Accelerators, their listeners and endpoint groups, down to the endpoints: only those are kept. */
export const globalaccelerator: readonly Listing[] = [
  question('accelerators', 'globalaccelerator', 'ListAccelerators', { global: true, items: 'Accelerators[]', input: PAGE }),
  question('acceleratorListeners', 'globalaccelerator', 'ListListeners', {
    global: true, completes: 'acceleratorEndpoint', items: 'Listeners[]', input: PAGE,
    shape: (item, { parentId = '' }) => ({ ...item, AcceleratorArn: parentId }),
    each: {
      of: ['accelerators'], ids: (item) => [textOf(item['AcceleratorArn'])], batch: 1, names: 'AcceleratorArn',
      input: ([AcceleratorArn = '']) => ({ AcceleratorArn }),
    },
  }),
  question('acceleratorEndpoints', 'globalaccelerator', 'ListEndpointGroups', {
    kind: 'acceleratorEndpoint', global: true, completes: 'acceleratorEndpoint', items: 'EndpointGroups[]', input: PAGE,
    shape: (group, { parent, parentId = '' }) => objectsIn(group['EndpointDescriptions']).map((endpoint) => ({
      ...endpoint, AcceleratorArn: parent?.['AcceleratorArn'], ListenerArn: parentId, EndpointGroupArn: group['EndpointGroupArn'], EndpointGroupRegion: group['EndpointGroupRegion'],
    })),
    id: (item) => `${textOf(item['EndpointGroupArn'])}/${textOf(item['EndpointId'])}`,
    each: {
      of: ['acceleratorListeners'], ids: (item) => [textOf(item['ListenerArn'])], batch: 1, names: 'ListenerArn', input: ([ListenerArn = '']) => ({ ListenerArn }),
    },
  }),
];
