import { patchesMissing } from '../../src/rules/patches-missing.ts';
import { running, stopped } from './known-facts.ts';
import { truthTable } from './truth-table.ts';

const state = (more = {}) => ({ instance: [running()], patchState: [{ id: 'i-1', InstanceId: 'i-1', MissingCount: 0, FailedCount: 0, ...more }], managedInstance: [{ id: 'i-1', InstanceId: 'i-1' }] });

truthTable(patchesMissing, 'i-1', [
  ['none missing', 'pass', state()],
  ['three missing, two of them critical', 'fail high', state({ MissingCount: 3, CriticalNonCompliantCount: 2 }), { says: /3 missing and 0 failed.*2 rated/ }],
  ['three missing, none grave', 'fail medium', state({ MissingCount: 3 })],
  ['one failed', 'fail medium', state({ FailedCount: 1 })],
  ['counts not stated', 'unknown', state({ MissingCount: undefined })],
  ['never scanned', 'unknown', { instance: [running()], managedInstance: [{ id: 'i-1', InstanceId: 'i-1' }] }, { says: /no scan/ }],
  ['not managed', 'unknown', { instance: [running()] }, { says: /does not manage/ }],
  ['denied', 'unknown', { instance: [running()] }, { denied: ['patchState'] }],
  ['stopped', 'not-applicable', { instance: [stopped] }],
]);
