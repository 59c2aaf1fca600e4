import { noMultiRegionTrail } from '../../src/rules/no-multi-region-trail.ts';
import { truthTable } from './truth-table.ts';

const trail = (more: object) => ({ trail: [{ id: 'audit', Name: 'audit', ...more }] });

truthTable(noMultiRegionTrail, undefined, [
  ['a wide trail that logs', 'pass', trail({ IsMultiRegionTrail: true, IsLogging: true })],
  ['a wide trail that is stopped', 'fail high', trail({ IsMultiRegionTrail: true, IsLogging: false }), { says: /audit is not logging/ }],
  ['a wide trail, nobody knows whether it logs', 'unknown', trail({ IsMultiRegionTrail: true })],
  ['a trail of one region', 'fail high', trail({ IsMultiRegionTrail: false, IsLogging: true }), { says: /single Region/ }],
  ['none', 'fail high', {}],
  ['none among those that arrived', 'unknown', {}, { partial: ['trail'] }],
  ['denied', 'unknown', {}, { denied: ['trail'] }],
]);
