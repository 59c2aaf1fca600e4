import { secretInUserData } from '../../src/rules/secret-in-user-data.ts';
import { running, script } from './known-facts.ts';
import { truthTable } from './truth-table.ts';

const secrets = [{ kind: 'database-password', line: 4, part: 0 }];
const template = script({ id: 'lt-1:3', of: 'launch-template-version', secrets });

truthTable(secretInUserData, 'i-1', [
  ['no secrets', 'pass', { userData: [script()] }],
  ['no start script', 'pass', { userData: [script({ encoding: 'empty', parts: [], size: 0 })] }],
  ['a password', 'fail critical', { userData: [script({ secrets })], instance: [running()] }, { says: /database-password in line 4/ }],
  ['a password in bytes that are half readable', 'fail critical', { userData: [script({ secrets, encoding: 'binary' })] }],
  ['the template of its group has it', 'not-applicable', { userData: [script({ secrets }), template], instance: [running({ tags: { 'aws:autoscaling:groupName': 'web' } })] }, { says: /lt-1:3/ }],
  ['a template has the same text, but no group started it', 'fail critical', { userData: [script({ secrets }), template], instance: [running()] }],
  ['not to be decoded', 'unknown', { userData: [script({ encoding: 'binary', parts: [] })] }, { says: /by hand/ }],
]);
truthTable(secretInUserData, 'arn:aws:ec2:eu-west-1:111122223333:instance/i-1', [['an instance is named by its ARN', 'fail critical', { userData: [script({ secrets })] }]]);
truthTable(secretInUserData, 'lt-1:3', [['a template with a password', 'fail critical', { userData: [template] }]]);
truthTable(secretInUserData, undefined, [['user data denied', 'unknown', {}, { denied: ['userData'], says: /DescribeInstanceAttribute/ }]]);
