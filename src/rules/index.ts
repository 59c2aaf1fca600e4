import type { Finding } from '../model/index.ts';
import { adminPortExposed } from './admin-port-exposed.ts';
import { allPortsOpen } from './all-ports-open.ts';
import { certificateNearExpiry } from './certificate-near-expiry.ts';
import { classicLoadBalancer } from './classic-load-balancer.ts';
import { classicNoAccessLogs } from './classic-no-access-logs.ts';
import { classicOutdatedTlsPolicy } from './classic-outdated-tls-policy.ts';
import { classicSingleZoneLoadBalancer } from './classic-single-zone-load-balancer.ts';
import { classicWeakDesyncMitigation } from './classic-weak-desync-mitigation.ts';
import { dataPortExposed } from './data-port-exposed.ts';
import { databasePubliclyAccessible } from './database-publicly-accessible.ts';
import { defaultSecurityGroupInUse } from './default-security-group-in-use.ts';
import { deletionProtectionOff } from './deletion-protection-off.ts';
import { ec2HealthCheckBehindLoadBalancer } from './ec2-health-check-behind-load-balancer.ts';
import { groupCannotScale } from './group-cannot-scale.ts';
import { httpListenerWithoutRedirect } from './http-listener-without-redirect.ts';
import { idleElasticIp } from './idle-elastic-ip.ts';
import { indirectInternetPath } from './indirect-internet-path.ts';
import { instancePublicAddress } from './instance-public-address.ts';
import { invalidHeadersForwarded } from './invalid-headers-forwarded.ts';
import { launchConfigurationAssignsPublicAddress } from './launch-configuration-assigns-public-address.ts';
import { launchConfigurationInUse } from './launch-configuration-in-use.ts';
import { launchTemplateAssignsPublicAddress } from './launch-template-assigns-public-address.ts';
import { loadBalancerBypass } from './load-balancer-bypass.ts';
import { networkAclAdminPortOpen } from './network-acl-admin-port-open.ts';
import { networkListenerWithoutTls } from './network-listener-without-tls.ts';
import { networkLoadBalancerWithoutSecurityGroup } from './network-load-balancer-without-security-group.ts';
import { noAccessLogs } from './no-access-logs.ts';
import { outdatedTlsPolicy } from './outdated-tls-policy.ts';
import { plainTransportToTargets } from './plain-transport-to-targets.ts';
import { publicBalancerWithoutWaf } from './public-balancer-without-waf.ts';
import { publicSnapshotOrImage } from './public-snapshot-or-image.ts';
import { publicSubnetInstance } from './public-subnet-instance.ts';
import { requestsExceedServerlessLimits } from './requests-exceed-serverless-limits.ts';
import { shallowHealthCheck } from './shallow-health-check.ts';
import { singleInstanceTypeGroup } from './single-instance-type-group.ts';
import { singleZoneAutoScalingGroup } from './single-zone-auto-scaling-group.ts';
import { singleZoneLoadBalancer } from './single-zone-load-balancer.ts';
import { slowScaleOut } from './slow-scale-out.ts';
import { sourceDestinationCheckDisabled } from './source-destination-check-disabled.ts';
import { subnetAssignsPublicAddress } from './subnet-assigns-public-address.ts';
import { unevenTargetsWithoutCrossZone } from './uneven-targets-without-cross-zone.ts';
import { vpcBlockPublicAccessOff } from './vpc-block-public-access-off.ts';
import { weakDesyncMitigation } from './weak-desync-mitigation.ts';
import { explainRules } from './explain.ts';
import { parseMuteEntries, type Mute } from './mute.ts';
import { registryOf } from './registry.ts';
import type { AnyRule } from './rule.ts';
import { runRules, type JudgeInput } from './runner.ts';

export { failedRules, runRules, type JudgeInput } from './runner.ts';
export { applyMutes, type Mute } from './mute.ts';
export type { RuleExplanation, RuleSummary } from './explain.ts';
export type { AnyRule, Rule } from './rule.ts';

/** Every rule, by group of the catalogue. A new rule is a file and a line here. */
export const RULES = registryOf([
  // X, N: network exposure
  publicSubnetInstance,
  adminPortExposed,
  dataPortExposed,
  loadBalancerBypass,
  instancePublicAddress,
  allPortsOpen,
  networkAclAdminPortOpen,
  defaultSecurityGroupInUse,
  subnetAssignsPublicAddress,
  launchTemplateAssignsPublicAddress,
  launchConfigurationAssignsPublicAddress,
  databasePubliclyAccessible,
  publicSnapshotOrImage,
  networkLoadBalancerWithoutSecurityGroup,
  indirectInternetPath,
  idleElasticIp,
  sourceDestinationCheckDisabled,
  vpcBlockPublicAccessOff,
  // L: load balancing
  httpListenerWithoutRedirect,
  outdatedTlsPolicy,
  classicOutdatedTlsPolicy,
  invalidHeadersForwarded,
  weakDesyncMitigation,
  classicWeakDesyncMitigation,
  noAccessLogs,
  classicNoAccessLogs,
  deletionProtectionOff,
  singleZoneLoadBalancer,
  classicSingleZoneLoadBalancer,
  unevenTargetsWithoutCrossZone,
  publicBalancerWithoutWaf,
  plainTransportToTargets,
  networkListenerWithoutTls,
  classicLoadBalancer,
  certificateNearExpiry,
  shallowHealthCheck,
  requestsExceedServerlessLimits,
  // A: Auto Scaling
  ec2HealthCheckBehindLoadBalancer,
  singleZoneAutoScalingGroup,
  singleInstanceTypeGroup,
  launchConfigurationInUse,
  groupCannotScale,
  slowScaleOut,
  // I: instance hardening
  // M: migration anti-patterns
  // D, G: data and governance
] as const satisfies readonly AnyRule[]);

/**
 * Judges an estate by every rule that the settings ask for: see `runRules`.
 * @throws MonolensError (usage) when the settings name a rule or threshold that does not exist.
 */
export function judge(input: JudgeInput): Finding[] {
  return runRules(RULES, input);
}

/**
 * The entries of a mute file (YAML), checked against the rules: see `parseMuteEntries`.
 * @throws MonolensError (usage) with file and line, for an entry that is malformed or expired
 */
export function parseMutes(text: string, file: string, now: Date): Mute[] {
  return parseMuteEntries(text, file, now, RULES);
}

/**
 * One rule (by id or code, in any case) or, without a name, all of them: as data and in words.
 * @throws MonolensError (usage) for a rule that does not exist, with the nearest names
 */
export function explain(name?: string): ReturnType<typeof explainRules> {
  return explainRules(RULES, name);
}
