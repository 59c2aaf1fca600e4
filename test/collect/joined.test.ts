import { describe, expect, test } from 'vitest';
import type { JsonValue } from '../../src/aws/index.ts';
import { takeApart } from '../../src/collect/sources/joined.ts';

const LB = 'arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/web/1';
const LISTENER = 'arn:aws:elasticloadbalancing:us-east-1:111122223333:listener/app/web/1/2';
const RULE = 'arn:aws:elasticloadbalancing:us-east-1:111122223333:listener-rule/app/web/1/2/3';

describe('answers about many resources in one file', () => {
  test.each<[string, JsonValue, string, string | undefined, string, JsonValue | undefined]>([
    ['a list whose items name the parent', { Listeners: [{ ListenerArn: LISTENER, LoadBalancerArn: LB }, { LoadBalancerArn: 'other' }] }, 'LoadBalancerArn', 'Listeners', LB, { Listeners: [{ ListenerArn: LISTENER, LoadBalancerArn: LB }] }],
    ['a rule names its listener by its ARN', { Rules: [{ RuleArn: RULE }] }, 'ListenerArn', 'Rules', LISTENER, { Rules: [{ RuleArn: RULE }] }],
    ['a rule with the parent added', { Rules: [{ RuleArn: RULE, ListenerArn: LISTENER }] }, 'ListenerArn', 'Rules', LISTENER, { Rules: [{ RuleArn: RULE, ListenerArn: LISTENER }] }],
    ['attributes one by one', { Attributes: [{ LoadBalancerArn: LB, Key: 'a', Value: '1' }, { LoadBalancerArn: LB, Key: 'b', Value: '2' }] }, 'LoadBalancerArn', 'Attributes', LB, { Attributes: [{ LoadBalancerArn: LB, Key: 'a', Value: '1' }, { LoadBalancerArn: LB, Key: 'b', Value: '2' }] }],
    ['whole answers in a list', { Answers: [{ LoadBalancerArn: LB, Attributes: [{ Key: 'a', Value: '1' }] }] }, 'LoadBalancerArn', 'Attributes', LB, { LoadBalancerArn: LB, Attributes: [{ Key: 'a', Value: '1' }] }],
    ['whole answers in a bare list', [{ InstanceId: 'i-1', UserData: { Value: 'YQ==' } }], 'InstanceId', 'UserData', 'i-1', { InstanceId: 'i-1', UserData: { Value: 'YQ==' } }],
    ['a map under a name', { PrefixListEntries: { 'pl-1': [{ Cidr: '203.0.113.0/24' }] } }, 'PrefixListId', 'Entries', 'pl-1', { Entries: [{ Cidr: '203.0.113.0/24' }] }],
    ['a map by itself', { 'pl-1': { Entries: [{ Cidr: '203.0.113.0/24' }] } }, 'PrefixListId', 'Entries', 'pl-1', { Entries: [{ Cidr: '203.0.113.0/24' }] }],
    ['a list with the parent added to each entry', { Entries: [{ PrefixListId: 'pl-1', Cidr: '203.0.113.0/24' }] }, 'PrefixListId', 'Entries', 'pl-1', { Entries: [{ PrefixListId: 'pl-1', Cidr: '203.0.113.0/24' }] }],
    ['a single answer that names the parent', { InstanceId: 'i-1', UserData: {} }, 'InstanceId', 'UserData', 'i-1', { InstanceId: 'i-1', UserData: {} }],
    ['a structure without a list', { Trails: [{ TrailARN: 't', IsLogging: true }] }, 'TrailARN', undefined, 't', { TrailARN: 't', IsLogging: true }],
    ['nothing of the resource', { Listeners: [{ LoadBalancerArn: 'other' }] }, 'LoadBalancerArn', 'Listeners', LB, undefined],
    ['pages of a joined answer', [{ Rules: [{ RuleArn: RULE }] }, { Rules: [] }], 'ListenerArn', 'Rules', LISTENER, { Rules: [{ RuleArn: RULE }] }],
  ])('%s', (_name, file, names, list, id, answer) => {
    expect(takeApart(file, { names, ...(list === undefined ? {} : { list }) }).answer(id)).toEqual(answer);
  });

  test('items that name nobody are noticed', () => {
    expect(takeApart({ PolicyDescriptions: [{ PolicyName: 'ELBSecurityPolicy-2016-08' }] }, { names: 'LoadBalancerName', list: 'PolicyDescriptions' }).anonymous).toBe(true);
    expect(takeApart({ Listeners: [{ LoadBalancerArn: LB }] }, { names: 'LoadBalancerArn', list: 'Listeners' }).anonymous).toBe(false);
  });

  test('100,000 items take time in proportion', () => {
    const items = (count: number) => ({ Rules: Array.from({ length: count }, (_, n) => ({ ListenerArn: `l-${n % 50}`, RuleArn: `r-${n}` })) });
    const timeOf = (count: number) => {
      const file = items(count);
      const start = performance.now();
      takeApart(file, { names: 'ListenerArn', list: 'Rules' });
      return performance.now() - start;
    };
    timeOf(10_000);
    expect(timeOf(100_000)).toBeLessThan(1_000);
  });
});
