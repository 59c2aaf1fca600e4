import { expect, test } from 'vitest';
import { cliName, fileStems } from '../../src/collect/cli-name.ts';
import { itemsAt, joinPages } from '../../src/collect/items.ts';

test.each([
  ['DescribeInstances', 'describe-instances'],
  ['DescribeDBInstances', 'describe-db-instances'],
  ['DescribeSSLPolicies', 'describe-ssl-policies'],
  ['GetWebACLForResource', 'get-web-acl-for-resource'],
  ['ListWebACLs', 'list-web-acls'],
  ['GetEbsEncryptionByDefault', 'get-ebs-encryption-by-default'],
  ['DescribeVpcBlockPublicAccessOptions', 'describe-vpc-block-public-access-options'],
  ['DescribeDBSnapshotAttributes', 'describe-db-snapshot-attributes'],
])('%s is %s on the command line', (operation, name) => {
  expect(cliName(operation)).toBe(name);
});

test('the service `configservice` is also called `config`; a variant follows the operation', () => {
  expect(fileStems('configservice', 'DescribeConfigurationRecorders', undefined)).toEqual(['configservice-describe-configuration-recorders', 'config-describe-configuration-recorders']);
  expect(fileStems('ec2', 'DescribeInstanceAttribute', 'userData')).toEqual(['ec2-describe-instance-attribute-userData']);
});

test('items at a path', () => {
  const page = { Reservations: [{ Instances: [{ InstanceId: 'i-1' }, { InstanceId: 'i-2' }] }, {}, { Instances: [{ InstanceId: 'i-3' }] }], Ids: ['a'], List: { Items: [{ Id: 'x' }] } };
  expect(itemsAt(page, 'Reservations[].Instances[]').map(({ InstanceId: id }) => id)).toEqual(['i-1', 'i-2', 'i-3']);
  expect(itemsAt(page, 'Ids[]')).toEqual([{ value: 'a' }]);
  expect(itemsAt(page, 'List.Items[]')).toEqual([{ Id: 'x' }]);
  expect(itemsAt(page, 'Nothing[]')).toEqual([]);
});

test('pages of one answer join list by list', () => {
  expect(joinPages([{ A: [1], N: { L: ['x'], Q: 1 }, T: 't' }, { A: [2, 3], N: { L: ['y'] }, B: [4] }])).toEqual({ A: [1, 2, 3], B: [4], N: { L: ['x', 'y'], Q: 1 }, T: 't' });
  expect(joinPages([])).toEqual({});
});
