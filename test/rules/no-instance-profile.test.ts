import { noInstanceProfile } from '../../src/rules/no-instance-profile.ts';
import { boot, running, terminated } from './known-facts.ts';
import { truthTable } from './truth-table.ts';

truthTable(noInstanceProfile, 'i-1', [
  ['a profile', 'pass', { instance: [running({ IamInstanceProfile: { Arn: 'arn:aws:iam::111122223333:instance-profile/web' } })] }],
  ['none', 'fail medium', { instance: [running()] }],
  ['none, and a key in the script', 'fail medium', { instance: [running()] }, { insight: { boot: [boot({ secrets: [{ kind: 'aws-access-key', line: 7 }] })] }, says: /aws-access-key/ }],
  ['terminated', 'not-applicable', { instance: [terminated] }],
]);
truthTable(noInstanceProfile, undefined, [['instances denied', 'unknown', {}, { denied: ['instance'] }]]);
