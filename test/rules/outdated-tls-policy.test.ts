import { outdatedTlsPolicy } from '../../src/rules/outdated-tls-policy.ts';
import { truthTable, type Literal, type Literals } from './case.ts';

const listener = (SslPolicy: string | undefined, policies: Literal<'sslPolicy'>[] = [], Protocol = 'HTTPS'): Literals => ({ listener: [{ id: 'listener', Protocol, SslPolicy }], sslPolicy: policies });
const policy = (id: string, SslProtocols: string[], ...ciphers: string[]): Literal<'sslPolicy'> => ({ id, Name: id, SslProtocols, Ciphers: ciphers.map((Name) => ({ Name })) });
const denied = { denied: ['sslPolicy'] as const };

truthTable(outdatedTlsPolicy, 'listener', [
  ['accepts TLS 1.0', listener('P', [policy('P', ['TLSv1', 'TLSv1.1', 'TLSv1.2'])]), 'fail high', { says: 'P accepts TLSv1 and TLSv1.1' }],
  ['accepts TLS 1.1', listener('P', [policy('P', ['TLSv1.1', 'TLSv1.2'])]), 'fail high'],
  ['a TLS listener', listener('P', [policy('P', ['TLSv1', 'TLSv1.2'])], 'TLS'), 'fail high'],
  ['TLS 1.2 with CBC ciphers', listener('P', [policy('P', ['TLSv1.2', 'TLSv1.3'], 'TLS_AES_128_GCM_SHA256', 'ECDHE-RSA-AES128-SHA256')]), 'fail low', { says: 'ECDHE-RSA-AES128-SHA256' }],
  ['TLS 1.2 without forward secrecy', listener('P', [policy('P', ['TLSv1.2'], 'AES128-GCM-SHA256')]), 'fail low'],
  ['TLS 1.2 and 1.3, strong ciphers', listener('P', [policy('P', ['TLSv1.2', 'TLSv1.3'], 'TLS_AES_128_GCM_SHA256', 'ECDHE-RSA-AES128-GCM-SHA256')]), 'pass'],
  ['what AWS says beats the table', listener('ELBSecurityPolicy-2016-08', [policy('ELBSecurityPolicy-2016-08', ['TLSv1.3'], 'TLS_AES_128_GCM_SHA256')]), 'pass'],
  ['denied, in the table as old', listener('ELBSecurityPolicy-2016-08'), 'fail high', { ...denied, says: 'elasticloadbalancing:DescribeSSLPolicies' }],
  ['denied, in the table as TLS 1.1', listener('ELBSecurityPolicy-TLS13-1-1-2021-06'), 'fail high', denied],
  ['denied, in the table as no longer recommended', listener('ELBSecurityPolicy-TLS13-1-2-2021-06'), 'fail low', denied],
  ['denied, in the table as recommended', listener('ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09'), 'pass', denied],
  ['denied, a name that nobody knows', listener('ELBSecurityPolicy-TLS14-2031-01'), 'unknown', { ...denied, says: 'not known to this tool' }],
  ['answered, a name that is in neither', listener('ELBSecurityPolicy-TLS14-2031-01'), 'unknown'],
  ['no policy stated', listener(undefined), 'unknown'],
  ['HTTP', listener(undefined, [], 'HTTP'), 'not-applicable'],
]);
