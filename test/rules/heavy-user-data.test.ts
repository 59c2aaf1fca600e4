import { heavyUserData } from '../../src/rules/heavy-user-data.ts';
import { boot, running, script } from './known-facts.ts';
import { truthTable } from './truth-table.ts';

const heavy = { insight: { boot: [boot({ heavy: true, reasons: ['installs 14 packages', 'builds from source'] })] } };
const light = { insight: { boot: [boot()] } };

truthTable(heavyUserData, 'i-1', [
  ['a small script', 'pass', { userData: [script()] }, light],
  ['a script that builds', 'fail medium', { userData: [script()] }, { ...heavy, says: /installs 14 packages[^]*builds from source/ }],
  ['8 KiB', 'pass', { userData: [script({ size: 8192 })] }, light],
  ['more than 8 KiB', 'fail medium', { userData: [script({ size: 8193 })] }, { ...light, says: /8193 bytes, more than 8192/ }],
  ['more than 8 KiB, where 16 are allowed', 'pass', { userData: [script({ size: 8193 })] }, { ...light, thresholds: { size: 16_384 } }],
  ['it comes with the template', 'not-applicable', { userData: [script(), script({ id: 'lt-1:1', of: 'launch-template-version' })], instance: [running({ tags: { 'aws:autoscaling:groupName': 'web' } })] }, heavy],
  ['no script', 'not-applicable', { userData: [script({ encoding: 'empty', size: 0 })] }],
  ['not to be decoded', 'unknown', { userData: [script({ encoding: 'binary' })] }],
  ['not analysed', 'unknown', { userData: [script()] }],
]);
truthTable(heavyUserData, undefined, [['user data denied', 'unknown', {}, { denied: ['userData'] }]]);
