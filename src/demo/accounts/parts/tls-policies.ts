import type { JsonObject } from '../../json.ts';

const ECDHE_GCM = ['ECDHE-ECDSA-AES128-GCM-SHA256', 'ECDHE-RSA-AES128-GCM-SHA256', 'ECDHE-ECDSA-AES256-GCM-SHA384', 'ECDHE-RSA-AES256-GCM-SHA384'];
const ECDHE_SHA2 = ['ECDHE-ECDSA-AES128-SHA256', 'ECDHE-RSA-AES128-SHA256', 'ECDHE-ECDSA-AES256-SHA384', 'ECDHE-RSA-AES256-SHA384'];
const ECDHE_SHA1 = ['ECDHE-ECDSA-AES128-SHA', 'ECDHE-RSA-AES128-SHA', 'ECDHE-ECDSA-AES256-SHA', 'ECDHE-RSA-AES256-SHA'];
const PLAIN_SHA2 = ['AES128-GCM-SHA256', 'AES128-SHA256', 'AES256-GCM-SHA384', 'AES256-SHA256'];
const PLAIN_SHA1 = ['AES128-SHA', 'AES256-SHA'];
const TLS13 = ['TLS_AES_128_GCM_SHA256', 'TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256'];
const ALL = [...ECDHE_GCM, ...ECDHE_SHA2, ...ECDHE_SHA1, ...PLAIN_SHA2, ...PLAIN_SHA1];

/** Some of AWS's security policies, as DescribeSSLPolicies lists them. Source: Elastic Load Balancing user guide, security policies. */
const POLICIES: readonly (readonly [name: string, protocols: readonly string[], ciphers: readonly string[]])[] = [
  ['ELBSecurityPolicy-2016-08', ['TLSv1', 'TLSv1.1', 'TLSv1.2'], ALL],
  ['ELBSecurityPolicy-TLS-1-1-2017-01', ['TLSv1.1', 'TLSv1.2'], ALL],
  ['ELBSecurityPolicy-TLS-1-2-2017-01', ['TLSv1.2'], [...ECDHE_GCM, ...ECDHE_SHA2, ...PLAIN_SHA2]],
  ['ELBSecurityPolicy-FS-1-2-Res-2020-10', ['TLSv1.2'], ECDHE_GCM],
  ['ELBSecurityPolicy-TLS13-1-2-2021-06', ['TLSv1.2', 'TLSv1.3'], [...TLS13, ...ECDHE_GCM, ...ECDHE_SHA2]],
  ['ELBSecurityPolicy-TLS13-1-2-Res-2021-06', ['TLSv1.2', 'TLSv1.3'], [...TLS13, ...ECDHE_GCM]],
  ['ELBSecurityPolicy-TLS13-1-3-2021-06', ['TLSv1.3'], TLS13],
];

export function tlsPolicies(): readonly JsonObject[] {
  return POLICIES.map(([Name, SslProtocols, ciphers]) => ({
    Name, SslProtocols, Ciphers: ciphers.map((cipher, at) => ({ Name: cipher, Priority: at + 1 })), SupportedLoadBalancerTypes: ['application', 'network'],
  }));
}
