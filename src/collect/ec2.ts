import { isObject, textOf, type JsonObject } from '../aws/index.ts';
import { listing, question, type Context, type Listing } from './listing.ts';
import { instanceUserData, templateUserData, versionId } from './user-data.ts';

const ec2Arn = (type: string) => `arn:{partition}:ec2:{region}:{owner}:${type}/{id}`;
const ofRegion = (_item: JsonObject, { region }: Context) => region;
const TEMPLATES = ['launchTemplateVersion', 'launchConfiguration'];
const PAGE_1000 = { MaxResults: 1000 };

/** EC2's largest page sizes, from the API reference of each operation. */
export const ec2: readonly Listing[] = [
  listing('instance', {
    items: 'Reservations[].Instances[]', input: PAGE_1000, id: 'InstanceId', arn: ec2Arn('instance'), tags: 'Tags',
  }),
  question('userData', 'ec2', 'DescribeInstanceAttribute', {
    items: '', onlyWithUserData: true, variant: 'userData',
    each: {
      of: ['instance'], ids: living, batch: 1, names: 'InstanceId', mayBeEmpty: false, answer: 'UserData',
      input: ([InstanceId = '']) => ({ InstanceId, Attribute: 'userData' }),
    },
    userData: (item, { parentId = '' }) => instanceUserData(item, parentId),
  }),
  listing('networkInterface', { items: 'NetworkInterfaces[]', input: PAGE_1000, id: 'NetworkInterfaceId', arn: ec2Arn('network-interface'), tags: 'TagSet' }),
  listing('subnet', { items: 'Subnets[]', input: PAGE_1000, id: 'SubnetId', arn: ec2Arn('subnet'), tags: 'Tags' }),
  listing('vpc', { items: 'Vpcs[]', input: PAGE_1000, id: 'VpcId', arn: ec2Arn('vpc'), tags: 'Tags' }),
  listing('routeTable', { items: 'RouteTables[]', input: { MaxResults: 100 }, id: 'RouteTableId', arn: ec2Arn('route-table'), tags: 'Tags' }),
  listing('networkAcl', { items: 'NetworkAcls[]', input: PAGE_1000, id: 'NetworkAclId', arn: ec2Arn('network-acl'), tags: 'Tags' }),
  listing('securityGroup', { items: 'SecurityGroups[]', input: PAGE_1000, id: 'GroupId', arn: ec2Arn('security-group'), tags: 'Tags' }),
  listing('managedPrefixList', { items: 'PrefixLists[]', input: { MaxResults: 100 }, id: 'PrefixListId', arn: 'PrefixListArn', tags: 'Tags' }),
  listing('prefixListEntries', {
    items: '', input: { MaxResults: 100 }, id: (_item, { parentId = '' }) => parentId,
    shape: (item) => ({ Entries: item['Entries'] ?? [] }),
    each: {
      of: ['managedPrefixList'], ids: (item) => [textOf(item['PrefixListId'])], batch: 1, names: 'PrefixListId', answer: 'Entries',
      input: ([PrefixListId = '']) => ({ PrefixListId }),
    },
  }),
  listing('internetGateway', { items: 'InternetGateways[]', input: PAGE_1000, id: 'InternetGatewayId', arn: ec2Arn('internet-gateway'), tags: 'Tags' }),
  listing('egressOnlyInternetGateway', {
    items: 'EgressOnlyInternetGateways[]', input: { MaxResults: 255 }, id: 'EgressOnlyInternetGatewayId', arn: ec2Arn('egress-only-internet-gateway'), tags: 'Tags',
  }),
  listing('natGateway', { items: 'NatGateways[]', input: PAGE_1000, id: 'NatGatewayId', arn: ec2Arn('natgateway'), tags: 'Tags' }),
  listing('vpcPeeringConnection', {
    items: 'VpcPeeringConnections[]', input: PAGE_1000, id: 'VpcPeeringConnectionId', arn: ec2Arn('vpc-peering-connection'), tags: 'Tags',
  }),
  listing('vpcEndpoint', { items: 'VpcEndpoints[]', input: PAGE_1000, id: 'VpcEndpointId', arn: ec2Arn('vpc-endpoint'), tags: 'Tags' }),
  listing('vpcEndpointService', { items: 'ServiceConfigurations[]', input: PAGE_1000, id: 'ServiceId', arn: ec2Arn('vpc-endpoint-service'), tags: 'Tags' }),
  listing('instanceConnectEndpoint', {
    items: 'InstanceConnectEndpoints[]', input: { MaxResults: 50 }, id: 'InstanceConnectEndpointId', arn: 'InstanceConnectEndpointArn', tags: 'Tags',
  }),
  listing('address', {
    items: 'Addresses[]', id: (item) => textOf(item['AllocationId']) || textOf(item['PublicIp']), arn: ec2Arn('elastic-ip'), tags: 'Tags',
  }),
  listing('volume', { items: 'Volumes[]', input: PAGE_1000, id: 'VolumeId', arn: ec2Arn('volume'), tags: 'Tags' }),
  listing('snapshot', {
    items: 'Snapshots[]', input: { ...PAGE_1000, OwnerIds: ['self'] }, id: 'SnapshotId', arn: 'arn:{partition}:ec2:{region}::snapshot/{id}', tags: 'Tags',
  }),
  listing('publicSnapshot', {
    items: 'Snapshots[]', input: { ...PAGE_1000, OwnerIds: ['self'], RestorableByUserIds: ['all'] }, variant: 'restorable-by-all',
    id: 'SnapshotId', arn: 'arn:{partition}:ec2:{region}::snapshot/{id}', tags: 'Tags',
  }),
  listing('image', {
    items: 'Images[]', input: { ...PAGE_1000, Owners: ['self'], IncludeDeprecated: true, IncludeDisabled: true },
    id: 'ImageId', arn: 'arn:{partition}:ec2:{region}::image/{id}', tags: 'Tags',
  }),
  // By filter, not by id: a single deregistered id would fail the whole call, while a filter leaves it out.
  question('imagesInUse', 'ec2', 'DescribeImages', {
    label: 'DescribeImages (in use)', kind: 'image', completes: 'image', items: 'Images[]', id: 'ImageId', arn: 'arn:{partition}:ec2:{region}::image/{id}', tags: 'Tags',
    input: { ...PAGE_1000, IncludeDeprecated: true, IncludeDisabled: true },
    each: {
      of: ['instance'], alsoOf: TEMPLATES, ids: imageIds, batch: 200, names: 'ImageId', namesAll: true,
      input: (ids) => ({ Filters: [{ Name: 'image-id', Values: ids }] }),
    },
  }),
  listing('launchTemplate', { items: 'LaunchTemplates[]', input: { MaxResults: 200 }, id: 'LaunchTemplateId', arn: ec2Arn('launch-template'), tags: 'Tags' }),
  listing('launchTemplateVersion', {
    items: 'LaunchTemplateVersions[]', input: { MaxResults: 200, Versions: ['$Default', '$Latest'] },
    id: versionId,
    userData: templateUserData,
  }),
  listing('flowLog', { items: 'FlowLogs[]', input: PAGE_1000, id: 'FlowLogId', arn: ec2Arn('vpc-flow-log'), tags: 'Tags' }),
  listing('vpcBlockPublicAccessOptions', {
    items: '', id: ofRegion, shape: (item) => (isObject(item['VpcBlockPublicAccessOptions']) ? item['VpcBlockPublicAccessOptions'] : {}),
  }),
  listing('vpcBlockPublicAccessExclusion', { items: 'VpcBlockPublicAccessExclusions[]', input: PAGE_1000, id: 'ExclusionId', tags: 'Tags' }),
  listing('instanceType', {
    items: 'InstanceTypes[]', input: { MaxResults: 100 }, id: 'InstanceType',
    each: {
      of: ['instance'], alsoOf: TEMPLATES, ids: instanceTypes, batch: 100, names: 'InstanceType', namesAll: true,
      input: (ids) => ({ Filters: [{ Name: 'instance-type', Values: ids }] }),
    },
  }),
  listing('instanceCreditSpecification', {
    items: 'InstanceCreditSpecifications[]', id: 'InstanceId',
    each: {
      of: ['instance'], ids: (item) => (/^t\d/.test(textOf(item['InstanceType'])) ? living(item) : []), batch: 1000, names: 'InstanceId', namesAll: true,
      input: (ids) => ({ InstanceIds: ids }),
    },
  }),
  listing('ebsEncryptionByDefault', { items: '', id: ofRegion }),
  listing('snapshotBlockPublicAccess', { items: '', id: ofRegion }),
  listing('imageBlockPublicAccess', { items: '', id: ofRegion }),
  listing('instanceMetadataDefaults', { items: '', id: ofRegion }),
];

/** The id of an instance that still exists; a terminated one answers no question about itself. */
function living(instance: JsonObject): readonly string[] {
  const state = isObject(instance['State']) ? instance['State']['Name'] : undefined;
  return state === 'terminated' || state === 'shutting-down' ? [] : [textOf(instance['InstanceId'])];
}

/** Of an instance, a launch configuration, or the data of a template; `resolve:ssm:…` names no image. */
function imageIds(item: JsonObject): readonly string[] {
  const data = isObject(item['LaunchTemplateData']) ? item['LaunchTemplateData'] : item;
  const id = textOf(data['ImageId']);
  return id.startsWith('ami-') ? [id] : [];
}

function instanceTypes(item: JsonObject): readonly string[] {
  const data = isObject(item['LaunchTemplateData']) ? item['LaunchTemplateData'] : item;
  const type = textOf(data['InstanceType']);
  return type === '' ? [] : [type];
}
