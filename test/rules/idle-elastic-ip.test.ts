import { expect, test } from 'vitest';
import { idleElasticIp } from '../../src/rules/idle-elastic-ip.ts';
import { estateOf, judgeOne, verdict, type EstateOptions, type Literal } from './case.ts';

const stopped = { id: 'i-1', State: { Name: 'stopped' } };
const running = { id: 'i-1', State: { Name: 'running' } };

test.each<[string, Literal<'address'>, Literal<'instance'>[], EstateOptions, string]>([
  ['bound to nothing', { id: 'eipalloc-1' }, [], {}, 'fail low'],
  ['bound to a running instance', { id: 'eipalloc-1', AssociationId: 'eipassoc-1', InstanceId: 'i-1' }, [running], {}, 'pass'],
  ['bound to a stopped instance', { id: 'eipalloc-1', AssociationId: 'eipassoc-1', InstanceId: 'i-1' }, [stopped], {}, 'fail low'],
  ['bound to a NAT gateway', { id: 'eipalloc-1', AssociationId: 'eipassoc-1', NetworkInterfaceId: 'eni-1' }, [], {}, 'pass'],
  ['bound to an instance that nobody may list', { id: 'eipalloc-1', AssociationId: 'eipassoc-1', InstanceId: 'i-1' }, [], { denied: ['instance'] }, 'unknown'],
  ['idle, instances denied', { id: 'eipalloc-1' }, [], { denied: ['instance'] }, 'fail low'],
])('%s', (_, address, instance, options, expected) => {
  expect(verdict(judgeOne(idleElasticIp, estateOf({ address: [address], instance }, options), 'eipalloc-1'))).toBe(expected);
});
