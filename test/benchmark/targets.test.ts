import { expect, test } from 'vitest';
import { judgeTarget } from '../../src/benchmark/targets.ts';
import { Estate } from '../../src/model/index.ts';

const place = { account: '111122223333', region: 'us-east-1' };
const estate = Estate.parse({
  collectedAt: '2026-11-20T10:00:00.000Z', source: 'aws', accounts: [{ id: '111122223333', partition: 'aws' }], regions: ['us-east-1'], coverage: [],
  resources: {
    loadBalancer: [{ ...place, id: 'shop', LoadBalancerArn: 'arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/shop/1', DNSName: 'shop-1.us-east-1.elb.amazonaws.com' }],
    address: [{ ...place, id: 'eipalloc-1', PublicIp: '203.0.113.7' }],
    recordSet: [
      { ...place, id: 'a', Name: 'www.example.com.', Type: 'A', AliasTarget: { DNSName: 'dualstack.shop-1.us-east-1.elb.amazonaws.com.' } },
      { ...place, id: 'b', Name: 'old.example.com.', Type: 'A', ResourceRecords: [{ Value: '203.0.113.7' }] },
      { ...place, id: 'c', Name: 'half.example.com.', Type: 'A', ResourceRecords: [{ Value: '203.0.113.7' }, { Value: '198.51.100.9' }] },
      { ...place, id: 'd', Name: 'note.example.com.', Type: 'TXT', ResourceRecords: [{ Value: '203.0.113.7' }] },
    ],
  },
});

test.each([
  ['http://127.0.0.1:8080/', true], ['http://localhost/', true], ['http://[::1]:80/', true], ['http://127.0.0.1.example.com/', false],
  ['http://SHOP-1.us-east-1.elb.amazonaws.com/', true], ['http://shop-2.us-east-1.elb.amazonaws.com/', false],
  ['https://www.example.com/', true], ['https://WWW.example.com./', true], ['http://old.example.com/', true], ['http://203.0.113.7/', true],
  ['http://half.example.com/', false], ['http://note.example.com/', false], ['http://example.com/', false], ['http://198.51.100.9/', false],
  ['http://named.example.com/', true],
])('%s may be loaded: %s', (url, allowed) => {
  expect(judgeTarget(new URL(url), estate, ['named.example.com']).allowed).toBe(allowed);
});

test('without an inventory only loopback and named hosts are allowed', () => {
  expect(judgeTarget(new URL('https://www.example.com/'), undefined, []).allowed).toBe(false);
});
