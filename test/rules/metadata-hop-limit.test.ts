import { metadataHopLimit } from '../../src/rules/metadata-hop-limit.ts';
import { component, running, terminated } from './known-facts.ts';
import { truthTable } from './truth-table.ts';

const hops = (limit: number, more = {}) => ({ instance: [running({ MetadataOptions: { HttpEndpoint: 'enabled', HttpPutResponseHopLimit: limit }, ...more })] });

truthTable(metadataHopLimit, 'i-1', [
  ['one hop', 'pass', hops(1)],
  ['two hops', 'fail low', hops(2), { says: /2, more than 1/ }],
  ['two hops on an EKS node', 'fail info', hops(2, { tags: { 'eks:cluster-name': 'shop' } })],
  ['two hops with Docker in the start script', 'fail info', hops(2), { insight: { components: [component('docker')] } }],
  ['two hops where two are allowed', 'pass', hops(2), { thresholds: { hops: 2 } }],
  ['endpoint off', 'pass', { instance: [running({ MetadataOptions: { HttpEndpoint: 'disabled', HttpPutResponseHopLimit: 64 } })] }],
  ['nothing said of the limit', 'unknown', { instance: [running()] }],
  ['terminated', 'not-applicable', { instance: [terminated] }],
]);
