import { burstCreditsExhausted } from '../../src/rules/burst-credits-exhausted.ts';
import { figure, running, stopped } from './known-facts.ts';
import { truthTable } from './truth-table.ts';

const t3 = (CpuCredits?: string) => ({ instance: [running({ InstanceType: 't3.medium' })], instanceCreditSpecification: CpuCredits === undefined ? [] : [{ id: 'i-1', InstanceId: 'i-1', CpuCredits }] });
const balance = (value: number | null, coverage = 1) => figure('CPUCreditBalance', 'Minimum', value, { coverage: value === null ? 0 : coverage });
const surplus = (value: number, coverage = 1) => figure('CPUSurplusCreditsCharged', 'Sum', value, { coverage });
const measured = (...utilisation: ReturnType<typeof figure>[]) => ({ baseline: { utilisation } });

truthTable(burstCreditsExhausted, 'i-1', [
  ['standard, credits left', 'pass', t3('standard'), measured(balance(120))],
  ['standard, empty', 'fail high', t3('standard'), { ...measured(balance(0)), says: /the CPU was throttled/ }],
  ['standard, empty in half a window', 'fail high', t3('standard'), measured(balance(0, 0.4))],
  ['standard, credits left in half a window', 'unknown', t3('standard'), measured(balance(120, 0.4))],
  ['unlimited, surplus billed', 'fail medium', t3('unlimited'), measured(balance(0), surplus(42))],
  ['unlimited, empty and nothing billed', 'pass', t3('unlimited'), measured(balance(0), surplus(0))],
  ['unlimited, nothing billed in half a window', 'unknown', t3('unlimited'), measured(surplus(0, 0.5))],
  ['unlimited, not measured', 'unknown', t3('unlimited'), { says: /CPUSurplusCreditsCharged/ }],
  ['mode denied, credits left', 'pass', t3(), { ...measured(balance(50)), denied: ['instanceCreditSpecification'] }],
  ['mode denied, empty', 'unknown', t3(), { ...measured(balance(0)), denied: ['instanceCreditSpecification'], says: /DescribeInstanceCreditSpecifications was denied/ }],
  ['standard, an empty figure', 'unknown', t3('standard'), measured(balance(null))],
  ['not burstable', 'not-applicable', { instance: [running({ InstanceType: 'm5.large' })] }],
  ['no type stated', 'unknown', { instance: [running()] }],
  ['stopped', 'not-applicable', { instance: [stopped] }],
]);
