import { Fault } from '../wire/fault.ts';
import type { ServiceName } from '../wire/services.ts';

/** What a service answers when an id that was asked for by name is not there: by the input's member, in lower case. */
const CODES: Partial<Record<ServiceName, Readonly<Record<string, readonly [code: string, status: number]>>>> = {
  ec2: {
    instanceid: ['InvalidInstanceID.NotFound', 400], volumeid: ['InvalidVolume.NotFound', 400], snapshotid: ['InvalidSnapshot.NotFound', 400],
    imageid: ['InvalidAMIID.NotFound', 400], subnetid: ['InvalidSubnetID.NotFound', 400], vpcid: ['InvalidVpcID.NotFound', 400],
    groupid: ['InvalidGroup.NotFound', 400], routetableid: ['InvalidRouteTableID.NotFound', 400], networkaclid: ['InvalidNetworkAclID.NotFound', 400],
    networkinterfaceid: ['InvalidNetworkInterfaceID.NotFound', 400], allocationid: ['InvalidAllocationID.NotFound', 400],
    internetgatewayid: ['InvalidInternetGatewayID.NotFound', 400], natgatewayid: ['NatGatewayNotFound', 400],
    launchtemplateid: ['InvalidLaunchTemplateId.NotFound', 400], prefixlistid: ['InvalidPrefixListID.NotFound', 400],
    instancetype: ['InvalidInstanceType', 400], vpcpeeringconnectionid: ['InvalidVpcPeeringConnectionID.NotFound', 400],
  },
  elbv2: {
    loadbalancerarn: ['LoadBalancerNotFound', 400], targetgrouparn: ['TargetGroupNotFound', 400],
    listenerarn: ['ListenerNotFound', 400], rulearn: ['RuleNotFound', 400],
  },
  elb: { loadbalancername: ['LoadBalancerNotFound', 400] },
  rds: { dbinstanceidentifier: ['DBInstanceNotFound', 404], dbclusteridentifier: ['DBClusterNotFoundFault', 404] },
  elasticache: { cacheclusterid: ['CacheClusterNotFound', 404], replicationgroupid: ['ReplicationGroupNotFoundFault', 404] },
  efs: { filesystemid: ['FileSystemNotFound', 404], mounttargetid: ['MountTargetNotFound', 404] },
  iam: {
    rolename: ['NoSuchEntity', 404], instanceprofilename: ['NoSuchEntity', 404], policyarn: ['NoSuchEntity', 404],
  },
  route53: { hostedzoneid: ['NoSuchHostedZone', 404] },
  acm: { certificatearn: ['ResourceNotFoundException', 400] },
  cloudtrail: { name: ['TrailNotFoundException', 400], trailname: ['TrailNotFoundException', 400] },
  guardduty: { detectorid: ['BadRequestException', 400] },
};

/** The service's error for an id that does not exist; nothing where the service answers with an empty list instead. */
export function notFound(service: ServiceName, member: string, id: string): Fault | undefined {
  const code = CODES[service]?.[member.toLowerCase()];
  return code === undefined ? undefined : new Fault(code[0], `The ${member} '${id}' does not exist`, code[1]);
}
