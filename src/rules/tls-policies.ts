/** What the fallback knows of a predefined policy: the lowest TLS version that it accepts, and whether ELB.17 recommends it. */
export interface TlsPolicyFacts {
  readonly lowest: '1.0' | '1.1' | '1.2' | '1.3';
  readonly recommended: boolean;
}

/**
 * Predefined policies of Application and Network Load Balancers as of 2026-11-20, for when DescribeSSLPolicies was not answered.
 * Names carry the prefix `ELBSecurityPolicy-`. A name that is not here is not known, never good.
 * Sources: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html,
 * https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-17 (recommended names),
 * https://docs.aws.amazon.com/cli/latest/reference/elbv2/describe-ssl-policies.html
 */
const TABLE: readonly (readonly [name: string, lowest: TlsPolicyFacts['lowest'], recommended: boolean])[] = [
  ['2015-05', '1.0', false],
  ['2016-08', '1.0', false],
  ['TLS-1-0-2015-04', '1.0', false],
  ['TLS-1-1-2017-01', '1.1', false],
  ['TLS-1-2-2017-01', '1.2', false],
  ['TLS-1-2-Ext-2018-06', '1.2', false],
  ['FS-2018-06', '1.0', false],
  ['FS-1-1-2019-08', '1.1', false],
  ['FS-1-2-2019-08', '1.2', false],
  ['FS-1-2-Res-2019-08', '1.2', false],
  ['FS-1-2-Res-2020-10', '1.2', false],
  ['TLS13-1-0-2021-06', '1.0', false],
  ['TLS13-1-1-2021-06', '1.1', false],
  ['TLS13-1-2-2021-06', '1.2', false],
  ['TLS13-1-2-Ext1-2021-06', '1.2', false],
  ['TLS13-1-2-Ext2-2021-06', '1.2', false],
  ['TLS13-1-2-Res-2021-06', '1.2', true],
  ['TLS13-1-3-2021-06', '1.3', true],
  ['TLS13-1-0-FIPS-2023-04', '1.0', false],
  ['TLS13-1-1-FIPS-2023-04', '1.1', false],
  ['TLS13-1-2-FIPS-2023-04', '1.2', false],
  ['TLS13-1-2-Ext0-FIPS-2023-04', '1.2', false],
  ['TLS13-1-2-Ext1-FIPS-2023-04', '1.2', false],
  ['TLS13-1-2-Ext2-FIPS-2023-04', '1.2', false],
  ['TLS13-1-2-Res-FIPS-2023-04', '1.2', true],
  ['TLS13-1-3-FIPS-2023-04', '1.3', true],
  ['TLS13-1-3-RFC9151-FIPS-2023-07', '1.3', false],
  ['TLS13-1-2-RFC9151-FIPS-2023-07', '1.2', false],
  ['TLS13-1-2-Ext0-RFC9151-FIPS-2023-07', '1.2', false],
  ['TLS13-1-2-RFC9151-INTEROP1-FIPS-2023-07', '1.2', false],
  ['TLS13-1-2-RFC9151-INTEROP2-FIPS-2023-07', '1.2', false],
  ['TLS13-1-2-RFC9151-INTEROP3-FIPS-2023-07', '1.2', false],
  ['TLS13-1-2-RFC9151-INTEROP4-FIPS-2023-07', '1.2', false],
  ['TLS13-1-0-PQ-2025-09', '1.0', false],
  ['TLS13-1-2-PQ-2025-09', '1.2', false],
  ['TLS13-1-2-Ext1-PQ-2025-09', '1.2', false],
  ['TLS13-1-2-Ext2-PQ-2025-09', '1.2', false],
  ['TLS13-1-2-Res-PQ-2025-09', '1.2', true],
  ['TLS13-1-3-PQ-2025-09', '1.3', true],
  ['TLS13-1-0-FIPS-PQ-2025-09', '1.0', false],
  ['TLS13-1-1-FIPS-PQ-2025-09', '1.1', false],
  ['TLS13-1-2-FIPS-PQ-2025-09', '1.2', false],
  ['TLS13-1-2-Ext0-FIPS-PQ-2025-09', '1.2', false],
  ['TLS13-1-2-Ext1-FIPS-PQ-2025-09', '1.2', false],
  ['TLS13-1-2-Ext2-FIPS-PQ-2025-09', '1.2', false],
  ['TLS13-1-2-Res-FIPS-PQ-2025-09', '1.2', true],
  ['TLS13-1-3-FIPS-PQ-2025-09', '1.3', true],
];

export const TLS_POLICIES: ReadonlyMap<string, TlsPolicyFacts> = new Map(
  TABLE.map(([name, lowest, recommended]) => [`ELBSecurityPolicy-${name}`, { lowest, recommended }]),
);
