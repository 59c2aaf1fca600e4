import { previousGenerationInstance } from '../../src/rules/previous-generation-instance.ts';
import { running, terminated } from './known-facts.ts';
import { truthTable } from './truth-table.ts';

const of = (InstanceType: string, CurrentGeneration?: boolean) => ({ instance: [running({ InstanceType })], instanceType: [{ id: InstanceType, InstanceType, CurrentGeneration }] });

truthTable(previousGenerationInstance, 'i-1', [
  ['m7i', 'pass', of('m7i.large', true)],
  ['m4', 'fail low', of('m4.large', false), { says: /the m7i family takes its place/ }],
  ['m1, of the first generation', 'fail medium', of('m1.small', false)],
  ['an old family that nobody knows', 'fail low', of('z9.large', false)],
  ['generation not stated', 'unknown', of('m4.large')],
  ['a type that nobody described', 'unknown', { instance: [running({ InstanceType: 'm4.large' })] }],
  ['types denied', 'unknown', { instance: [running({ InstanceType: 'm4.large' })] }, { denied: ['instanceType'] }],
  ['no type stated', 'unknown', { instance: [running()] }],
  ['terminated', 'not-applicable', { instance: [terminated] }],
]);
