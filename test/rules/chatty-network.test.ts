import { expect, test } from 'vitest';
import type { Baseline } from '../../src/model/index.ts';
import { chattyNetwork } from '../../src/rules/chatty-network.ts';
import { isBilledIn } from '../../src/rules/facts/usage-type-region.ts';
import { truthTable } from './truth-table.ts';

type Cost = NonNullable<Baseline['cost']>;

function billed(amounts: Record<string, string>, more: Partial<Cost> = {}): { baseline: { cost: Cost } } {
  const byUsageType = Object.entries(amounts).map(([usageType, netAmortised]) => ({
    service: 'EC2', usageType, months: [{ month: '2026-09', netAmortised: '1', unblended: '1', estimated: false }, { month: '2026-10', netAmortised, unblended: netAmortised, estimated: false }],
  }));
  return { baseline: { cost: { basis: 'cost-explorer', currency: 'USD', months: ['2026-09', '2026-10'], total: [], byService: [], byUsageType, excludedRecordTypes: [], requests: 2, requestsCostUsd: '0.02', notes: [], ...more } } };
}

truthTable(chattyNetwork, undefined, [
  ['10 %', 'pass', {}, billed({ 'EU-BoxUsage:m5.large': '90', 'EU-DataTransfer-Regional-Bytes': '10' })],
  ['15 %', 'fail medium', {}, { ...billed({ 'EU-BoxUsage:m5.large': '85', 'EU-DataTransfer-Regional-Bytes': '10', 'EU-NatGateway-Bytes': '5' }), says: /15\.0 % of 100\.00 USD in 2026-10.*limit 10 %/ }],
  ['15 %, in another region', 'unknown', {}, { ...billed({ 'USE2-BoxUsage:m5.large': '85', 'USE2-DataTransfer-Regional-Bytes': '15' }), says: /nothing was billed for eu-west-1/ }],
  ['the hours of a NAT gateway are not traffic', 'pass', {}, billed({ 'EU-BoxUsage:m5.large': '50', 'EU-NatGateway-Hours': '50' })],
  ['15 %, where 20 are allowed', 'pass', {}, { ...billed({ 'EU-BoxUsage:m5.large': '85', 'EU-NatGateway-Bytes': '15' }), thresholds: { share: 20 } }],
  ['no usage types', 'unknown', {}, billed({})],
  ['only list prices', 'unknown', {}, { ...billed({ 'EU-BoxUsage:m5.large': '90' }, { basis: 'list-price', reason: 'ce:GetCostAndUsage was denied' }), says: /denied/ }],
  ['no cost', 'unknown', {}],
]);

test.each([
  ['BoxUsage:m5.large', 'us-east-1', true], ['USE1-BoxUsage', 'us-east-1', true], ['BoxUsage:m5.large', 'eu-west-1', false], ['EU-BoxUsage', 'eu-west-1', true],
  ['EUC1-DataTransfer-Regional-Bytes', 'eu-central-1', true], ['EUC1-DataTransfer-Regional-Bytes', 'eu-west-1', false], ['APS3-BoxUsage', 'ap-south-1', true], ['APS3-BoxUsage', 'xx-new-1', undefined],
])('%s is billed in %s: %s', (usageType, region, expected) => {
  expect(isBilledIn(usageType, region)).toBe(expected);
});
