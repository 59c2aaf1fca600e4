import type { Control } from '../model/index.ts';

/** Controls of AWS Security Hub: `securityHub('EC2.13', 'EC2.14')`. */
export function securityHub(...ids: readonly string[]): Control[] {
  return controls('Security Hub', ids);
}

/** Recommendations of the CIS AWS Foundations Benchmark 7.0.0. */
export function cis(...ids: readonly string[]): Control[] {
  return controls('CIS AWS Foundations 7.0.0', ids);
}

/** Best practices of the AWS Well-Architected Framework, by today's ids. */
export function wellArchitected(...ids: readonly string[]): Control[] {
  return controls('Well-Architected', ids);
}

/** Factors of https://12factor.net: `twelveFactor('VI Processes')`. */
export function twelveFactor(...ids: readonly string[]): Control[] {
  return controls('Twelve-Factor', ids);
}

function controls(framework: string, ids: readonly string[]): Control[] {
  return ids.map((id) => ({ framework, id }));
}
