import { baselineActions } from '../baseline/index.ts';
import { policyDocument, type PolicyDocument } from '../collect/index.ts';

/** The least policy for what an assessment with these flags calls. */
export function policy(options: { cost: boolean; metrics: boolean; userData: boolean; roleArns: readonly string[] }): PolicyDocument {
  return policyDocument({ userData: options.userData, roleArns: options.roleArns, alsoActions: baselineActions(options) });
}
