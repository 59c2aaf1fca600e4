import { endOfLifeRuntime } from '../../src/rules/end-of-life-runtime.ts';
import { boot, component, running, script, terminated } from './known-facts.ts';
import { truthTable } from './truth-table.ts';

const on = { instance: [running()], userData: [script()] };
const with_ = (...components: ReturnType<typeof component>[]) => ({ insight: { components } });
const upstream = (name: string, version?: string) => component(name, { source: 'download', ...(version === undefined ? {} : { version }) });

truthTable(endOfLifeRuntime, 'i-1', [
  ['Node.js 24', 'pass', on, with_(upstream('nodejs', '24'))],
  ['Node.js 20, ended in April', 'fail high', on, { ...with_(upstream('nodejs', '20')), says: /Node\.js 20 ended on 2026-04-30, 204 days ago.*install nodejs/ }],
  ['Node.js 14, long ended', 'fail critical', on, with_(upstream('nodejs', '14.21.3'))],
  ['PHP 8.2, ends in December', 'fail medium', on, with_(upstream('php', '8.2'))],
  ['the worst of several decides', 'fail critical', on, { ...with_(upstream('php', '8.2'), upstream('nodejs', '14')), says: /Node\.js 14[^]*PHP 8\.2/ }],
  ['Python 3.9 out of the distribution', 'pass', on, with_(component('python', { version: '3.9' }))],
  ['Node.js 14 out of its makers\' repository', 'fail critical', on, with_(component('nodejs', { version: '14', source: 'repository' }))],
  ['Node.js 14 out of Chocolatey', 'fail critical', on, with_(component('nodejs', { version: '14', evidence: [{ text: 'choco install nodejs --version 14.21.3', basis: 'text' }] }))],
  ['a version that nobody named', 'unknown', on, { ...with_(upstream('nodejs')), says: /nodejs/ }],
  ['a version that the table does not hold', 'unknown', on, with_(upstream('nodejs', '99'))],
  ['only a distribution', 'not-applicable', on, { insight: { components: [component('ubuntu', { version: '18.04', source: 'image' })], boot: [boot()] } }],
  ['a script that names none', 'not-applicable', on, { insight: { components: [component('shop-agent')], boot: [boot()] } }],
  ['a script that nobody analysed', 'unknown', on, { says: /not analysed/ }],
  ['no script', 'unknown', { instance: [running()] }],
  ['user data denied', 'unknown', { instance: [running()] }, { denied: ['userData'] }],
  ['terminated', 'not-applicable', { instance: [terminated] }],
]);
