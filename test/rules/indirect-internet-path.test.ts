import { indirectInternetPath } from '../../src/rules/indirect-internet-path.ts';
import { truthTable, type JudgeOptions } from './case.ts';

const paths = (...indirectPaths: NonNullable<NonNullable<JudgeOptions['insight']>['indirectPaths']>) => ({ insight: { indirectPaths } });
const web = { loadBalancer: [{ id: 'lb', Scheme: 'internet-facing' }] };
const internal = { loadBalancer: [{ id: 'lb', Scheme: 'internal' }] };

truthTable(indirectInternetPath, undefined, [
  ['an accelerator in front of an internal balancer', internal, 'fail high', { ...paths({ kind: 'global-accelerator', checked: true, resourceIds: ['lb'] }), says: 'which is internal' }],
  ['an accelerator in front of a public one', web, 'fail info', paths({ kind: 'global-accelerator', checked: true, resourceIds: ['lb'] })],
  ['a path to another region', web, 'pass', paths({ kind: 'global-accelerator', checked: true, resourceIds: ['elsewhere'] })],
  ['all were looked for, none found', web, 'pass', paths({ kind: 'global-accelerator', checked: true, resourceIds: [] })],
  ['one was not looked for', web, 'unknown', { ...paths({ kind: 'vpc-lattice', checked: false, resourceIds: [], reason: 'not collected' }), says: 'vpc-lattice' }],
  ['nothing runs here', {}, 'not-applicable', paths({ kind: 'vpc-lattice', checked: false, resourceIds: [] })],
]);
