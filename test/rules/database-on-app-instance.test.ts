import { databaseOnAppInstance } from '../../src/rules/database-on-app-instance.ts';
import { exposure } from './case.ts';
import { boot, component, running, script, stopped, targeted, workload } from './known-facts.ts';
import { truthTable, type Row } from './truth-table.ts';

const web = { instance: [running()], targetHealth: [targeted(80)], userData: [script()] };
const edge = { from: 'i-2', to: 'i-1', protocol: 'tcp', port: 3306, confidence: 1 } as const;
const mysql = component('mysql', { version: '5.7', ports: [3306] });

truthTable(databaseOnAppInstance, 'i-1', [
  ['MySQL in the script of a web server', 'fail high', web, { insight: { components: [component('nginx'), mysql] }, says: /1 signal[^]*mysql 5\.7: install mysql/ }],
  ['PostgreSQL on a host that is open on 443', 'fail high', { instance: [running()] }, { insight: { exposures: [exposure({ fromPort: 443, toPort: 443 })], components: [component('postgresql')] } }],
  ['Redis in a workload that serves the web', 'fail high', { instance: [running()] }, { insight: { workloads: [workload()], components: [component('redis')] } }],
  ['called on 3306 by another host', 'fail high', web, { insight: { dependencies: [{ ...edge, basis: 'observed' }] }, says: /i-2 was seen to call port 3306 \(MySQL\)/ }],
  ['three signals', 'fail high', web, { insight: { components: [mysql], dependencies: [{ ...edge, basis: 'observed' }, { ...edge, basis: 'permitted' }] }, says: /3 signals/ }],
  ['3306 is only permitted', 'unknown', web, { insight: { dependencies: [{ ...edge, basis: 'permitted' }] }, says: /nothing shows whether a database listens/ }],
  ['a script without a database', 'pass', web, { insight: { components: [component('nginx')], boot: [boot()] } }],
  ['a library that talks to MySQL', 'pass', web, { insight: { components: [component('mysql', { source: 'library' })], boot: [boot()] } }],
  ['a script that nobody analysed', 'unknown', web, { says: /not analysed/ }],
  ['no script to read', 'unknown', { ...web, userData: [] }],
  ['a script that could not be decoded', 'unknown', { ...web, userData: [script({ encoding: 'binary' })] }],
  ['MySQL on a host that serves nothing', 'not-applicable', { instance: [running()] }, { insight: { components: [mysql] } }],
  ['behind a balancer, but for its database port', 'not-applicable', { instance: [running()], targetHealth: [targeted(3306)] }, { insight: { components: [mysql] } }],
  ...[80, 443, 3000, 5000, 8000, 8999].map((port): Row => [`MySQL behind a balancer on ${port}`, 'fail high', { ...web, targetHealth: [targeted(port)] }, { insight: { components: [mysql] } }]),
  ...[79, 7999, 9000].map((port): Row => [`MySQL behind a balancer on ${port}`, 'not-applicable', { ...web, targetHealth: [targeted(port)] }, { insight: { components: [mysql] } }]),
  ['MySQL on a host with a wide opening', 'not-applicable', { instance: [running()] }, { insight: { components: [mysql], exposures: [exposure({ fromPort: 80, toPort: 81 })] } }],
  ['MySQL, target health denied', 'unknown', { instance: [running()] }, { denied: ['targetHealth'], insight: { components: [mysql] } }],
  ['stopped', 'not-applicable', { instance: [stopped] }],
]);
