import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleAccount, startEndpoint } from '../../src/demo/index.ts';
import type { Endpoint, SampleAccount } from '../../src/demo/index.ts';
import { failure, send } from './any-client.ts';

/** What a user may have typed into a tag: markup, Markdown, escapes of a terminal, what XML calls special, and what it forbids. */
const HOSTILE = ['"><img src=x onerror=alert(1)>', '</script>', '| # [x](javascript:1)', '\u001b[31mred\u001b[0m', '&amp; & &#x41; <![CDATA[x]]>', ' spaces \n\ttabs ', 'ünï 漢字 😀', ''];

const classic = sampleAccount('classic');
const hostile: SampleAccount = {
  ...classic,
  answers: { ...classic.answers, 'us-west-2/ec2-describe-vpcs': { Vpcs: [{ VpcId: 'vpc-1', Tags: HOSTILE.map((Value, at) => ({ Key: `k${at}`, Value })) }] } },
};
let endpoint: Endpoint;
beforeAll(async () => { endpoint = await startEndpoint({ accounts: [hostile] }); });
afterAll(() => endpoint.close());

type Named = readonly { readonly Key: string; readonly Value: string }[];
const nameOf = (tags: Named): string => tags.find((tag) => tag.Key === 'Name')?.Value ?? '';
async function instances(input: object): Promise<string[]> {
  const { Reservations } = await send(endpoint, 'ec2', 'DescribeInstances', input) as { Reservations: { Instances: { Tags: Named }[] }[] };
  return Reservations.flatMap((one) => one.Instances.map((instance) => nameOf(instance.Tags).replace('larkspur-', '')));
}

describe('filters of EC2', () => {
  test.each<[string, string[], string[]]>([
    ['instance-state-name', ['stopped'], ['legacy-php']],
    ['instance-type', ['m4.*'], ['web-1', 'web-2', 'shop-db']],
    ['instance-type', ['t2.micro', 't2.medium'], ['bastion', 'worker']],
    ['tag:Environment', ['production'], ['web-1', 'web-2']],
    ['tag:Environment', ['[p]roduction'], []],
    ['tag-key', ['env'], ['worker']],
    ['availability-zone', ['us-east-1b'], ['web-2', 'worker']],
    ['instance.group-name', ['default'], ['bastion', 'legacy-php']],
    ['private-ip-address', ['10.20.0.2?'], ['shop-db']],
    ['iam-instance-profile.arn', ['*/larkspur-worker'], ['worker']],
    ['metadata-options.http-tokens', ['required'], []],
  ])('%s = %o', async (Name, Values, expected) => {
    expect(await instances({ Filters: [{ Name, Values }] })).toEqual(expected);
  });

  test('one that is misspelt is refused, as AWS does', async () => {
    expect(await failure(endpoint, 'ec2', 'DescribeInstances', { Filters: [{ Name: 'instance-stat-name', Values: ['running'] }] })).toMatchObject({
      name: 'InvalidParameterValue', message: "The filter 'instance-stat-name' is invalid",
    });
  });

  test('several must all hold', async () => {
    expect(await instances({ Filters: [{ Name: 'instance-type', Values: ['m4.large'] }, { Name: 'availability-zone', Values: ['us-east-1a'] }] })).toEqual(['web-1']);
  });

  test.each<[string, string, string[], number]>([
    ['DescribeRouteTables', 'association.main', ['true'], 1], ['DescribeRouteTables', 'route.destination-cidr-block', ['0.0.0.0/0'], 2],
    ['DescribeNetworkInterfaces', 'requester-id', ['amazon-elb'], 2], ['DescribeVolumes', 'encrypted', ['false'], 9], ['DescribeVolumes', 'status', ['available'], 1],
    ['DescribeVolumes', 'attachment.device', ['/dev/sdf'], 2], ['DescribeSecurityGroups', 'group-name', ['default'], 1], ['DescribeInternetGateways', 'attachment.vpc-id', ['vpc-*'], 1],
    ['DescribeImages', 'image-id', ['ami-*'], 3], ['DescribeInstanceTypes', 'instance-type', ['m3.medium', 't2.micro'], 2], ['DescribeInstanceTypes', 'current-generation', ['false'], 3],
  ])('%s %s = %o gives %i', async (operation, Name, Values, count) => {
    const answer = await send(endpoint, 'ec2', operation, { Filters: [{ Name, Values }] });
    expect(Object.values(answer).find((value) => Array.isArray(value))).toHaveLength(count);
  });
});

describe('ids', () => {
  test('select in the account’s order; one that is not there is an error', async () => {
    const { Reservations } = await send(endpoint, 'ec2', 'DescribeInstances') as { Reservations: { Instances: { InstanceId: string; ImageId: string }[] }[] };
    const all = Reservations.flatMap((one) => one.Instances);
    const ids = [all[3]?.InstanceId, all[0]?.InstanceId];
    expect(await instances({ InstanceIds: ids })).toEqual(['web-1', 'bastion']);
    expect((await failure(endpoint, 'ec2', 'DescribeInstances', { InstanceIds: [...ids, 'i-0000000000000dead'] })).name).toBe('InvalidInstanceID.NotFound');
    // The stopped instance's image was deregistered: asked by id the whole call fails, asked by filter it is left out.
    const images = [...new Set(all.map((one) => one.ImageId))];
    expect((await failure(endpoint, 'ec2', 'DescribeImages', { ImageIds: images })).name).toBe('InvalidAMIID.NotFound');
    expect((await send(endpoint, 'ec2', 'DescribeImages', { Filters: [{ Name: 'image-id', Values: images }] }))['Images']).toHaveLength(images.length - 1);
  });

  test.each([
    ['elbv2', 'DescribeLoadBalancers', { Names: ['larkspur-alb'] }, 'LoadBalancers', 1], ['elbv2', 'DescribeTargetGroups', { Names: ['larkspur-web', 'larkspur-api'] }, 'TargetGroups', 2],
    ['autoscaling', 'DescribeAutoScalingGroups', { AutoScalingGroupNames: ['nope'] }, 'AutoScalingGroups', 0], ['rds', 'DescribeDBInstances', { DBInstanceIdentifier: 'larkspur-reports' }, 'DBInstances', 1],
    ['ec2', 'DescribeImages', { Owners: ['self'] }, 'Images', 1], ['ec2', 'DescribeImages', { Owners: ['amazon'] }, 'Images', 1], ['ec2', 'DescribeSnapshots', { OwnerIds: ['self'] }, 'Snapshots', 2],
    ['ec2', 'DescribeSnapshots', { OwnerIds: ['self'], RestorableByUserIds: ['all'] }, 'Snapshots', 0], ['ec2', 'DescribeRegions', { RegionNames: ['us-east-1'] }, 'Regions', 1],
    ['ec2', 'DescribeAddresses', { PublicIps: ['198.51.100.77'] }, 'Addresses', 1], ['ssm', 'DescribeInstancePatchStates', { InstanceIds: ['i-nobody'] }, 'InstancePatchStates', 0],
  ] as const)('%s %s %o', async (service, operation, input, list, count) => {
    expect((await send(endpoint, service, operation, input))[list] ?? []).toHaveLength(count);
  });

  test.each([
    ['elbv2', 'DescribeListeners', { LoadBalancerArn: 'arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/nope/1' }, 'LoadBalancerNotFoundException'],
    ['elbv2', 'DescribeTargetHealth', { TargetGroupArn: 'arn:nope' }, 'TargetGroupNotFoundException'],
    ['rds', 'DescribeDBInstances', { DBInstanceIdentifier: 'nope' }, 'DBInstanceNotFoundFault'],
    ['iam', 'ListAttachedRolePolicies', { RoleName: 'nope' }, 'NoSuchEntityException'],
    ['route53', 'ListResourceRecordSets', { HostedZoneId: 'ZNOPE' }, 'NoSuchHostedZone'],
    ['ec2', 'DescribeInstanceAttribute', { InstanceId: 'i-nope', Attribute: 'userData' }, 'InvalidInstanceID.NotFound'],
  ] as const)('%s %s %o is %s', async (service, operation, input, name) => {
    expect((await failure(endpoint, service, operation, input)).name).toBe(name);
  });
});

test('settings that nobody changed have AWS’s defaults, in every region', async () => {
  expect(await send(endpoint, 'ec2', 'GetEbsEncryptionByDefault', {}, 'eu-west-1')).toMatchObject({ EbsEncryptionByDefault: false });
  expect(await send(endpoint, 'ec2', 'GetSnapshotBlockPublicAccessState')).toMatchObject({ State: 'unblocked' });
  expect(await send(endpoint, 'ec2', 'DescribeVpcBlockPublicAccessOptions', {}, 'eu-west-1')).toMatchObject({ VpcBlockPublicAccessOptions: { InternetGatewayBlockMode: 'off', AwsRegion: 'eu-west-1' } });
});

test('hostile text arrives letter by letter', async () => {
  const { Vpcs } = await send(endpoint, 'ec2', 'DescribeVpcs', {}, 'us-west-2') as { Vpcs: { Tags: Named }[] };
  expect(Vpcs[0]?.Tags.map((tag) => tag.Value)).toEqual(HOSTILE);
});
