import { localCron } from '../../src/rules/local-cron.ts';
import { boot, running, script, workload } from './known-facts.ts';
import { truthTable } from './truth-table.ts';

const jobs = boot({ scheduledJobs: [{ schedule: '*/5 * * * *', command: 'php artisan schedule:run', line: 12 }] });
const inGroup = [running({ tags: { 'aws:autoscaling:groupName': 'web' } })];

truthTable(localCron, 'i-1', [
  ['no jobs', 'pass', { userData: [script()] }, { insight: { boot: [boot()] } }],
  ['a job', 'fail medium', { userData: [script()] }, { insight: { boot: [jobs], workloads: [workload()] }, says: /\*\/5 \* \* \* \*: php artisan/ }],
  ['a job on a batch host', 'fail low', { userData: [script()] }, { insight: { boot: [jobs], workloads: [workload({ role: 'batch' })] } }],
  ['a job that comes with the template', 'not-applicable', { userData: [script(), script({ id: 'lt-1:1', of: 'launch-template-version' })], instance: inGroup }, { insight: { boot: [jobs] } }],
  ['no script', 'not-applicable', { userData: [script({ encoding: 'empty' })] }],
  ['not to be decoded', 'unknown', { userData: [script({ encoding: 'binary' })] }],
  ['not analysed', 'unknown', { userData: [script()] }],
]);
truthTable(localCron, undefined, [['user data denied', 'unknown', {}, { denied: ['userData'] }]]);
