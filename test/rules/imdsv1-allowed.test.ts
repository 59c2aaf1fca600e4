import { imdsv1Allowed } from '../../src/rules/imdsv1-allowed.ts';
import { figure, running, terminated } from './known-facts.ts';
import { truthTable } from './truth-table.ts';

const optional = { instance: [running({ MetadataOptions: { HttpEndpoint: 'enabled', HttpTokens: 'optional' } })] };
const calls = (value: number | null, coverage?: number) => ({ baseline: { utilisation: [figure('MetadataNoToken', 'Sum', value, coverage === undefined ? {} : { coverage })] } });

truthTable(imdsv1Allowed, 'i-1', [
  ['tokens required', 'pass', { instance: [running({ MetadataOptions: { HttpEndpoint: 'enabled', HttpTokens: 'required' } })] }],
  ['endpoint off', 'pass', { instance: [running({ MetadataOptions: { HttpEndpoint: 'disabled', HttpTokens: 'optional' } })] }],
  ['tokens optional, calls not measured', 'fail high', optional, { says: /is not known.*not measured/ }],
  ['tokens optional, 12 calls without one', 'fail high', optional, { ...calls(12), says: /upgrade it before/ }],
  ['tokens optional, no call in a whole window', 'fail high', optional, { ...calls(0), says: /tokens can be required/ }],
  ['tokens optional, no call in half a window', 'fail high', optional, { ...calls(0, 0.5), says: /0 is no proof/ }],
  ['tokens optional, an empty figure', 'fail high', optional, { ...calls(null), says: /is not known/ }],
  ['nothing said of the endpoint', 'unknown', { instance: [running()] }, { says: /HttpTokens/ }],
  ['terminated', 'not-applicable', { instance: [terminated] }],
]);
