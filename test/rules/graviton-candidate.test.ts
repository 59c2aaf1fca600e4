import { gravitonCandidate } from '../../src/rules/graviton-candidate.ts';
import { component, running, terminated } from './known-facts.ts';
import { truthTable } from './truth-table.ts';

const x86 = (more = {}) => ({ instance: [running({ Architecture: 'x86_64', PlatformDetails: 'Linux/UNIX', ...more })] });
const with_ = (...names: string[]) => ({ insight: { components: names.map((name) => component(name)) } });

truthTable(gravitonCandidate, 'i-1', [
  ['Graviton already', 'pass', { instance: [running({ Architecture: 'arm64' })] }],
  ['nginx and PHP on x86', 'fail info', x86(), { ...with_('php', 'nginx'), says: /builds for arm64: nginx, php/ }],
  ['.NET 8', 'fail info', x86(), { insight: { components: [component('dotnet', { version: '8' })] } }],
  ['.NET Core 3.1', 'not-applicable', x86(), { insight: { components: [component('dotnet', { version: '3.1' })] } }],
  ['Oracle', 'not-applicable', x86(), with_('nginx', 'oracle-database')],
  ['an agent that nobody knows', 'unknown', x86(), { ...with_('nginx', 'acme-agent'), says: /acme-agent/ }],
  ['nothing known of it', 'unknown', x86()],
  ['Windows', 'not-applicable', x86({ PlatformDetails: 'Windows' })],
  ['a marketplace product', 'not-applicable', x86({ ProductCodes: [{ ProductCodeId: 'abc', ProductCodeType: 'marketplace' }] })],
  ['no platform stated', 'unknown', x86({ PlatformDetails: undefined }), with_('nginx')],
  ['no architecture stated', 'unknown', { instance: [running()] }],
  ['i386', 'not-applicable', { instance: [running({ Architecture: 'i386' })] }],
  ['terminated', 'not-applicable', { instance: [terminated] }],
]);
