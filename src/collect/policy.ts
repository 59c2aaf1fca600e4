import { listings } from './collectors.ts';

/** What a session asks before the first question. `sts:GetCallerIdentity` needs no permission and is named for those who read the policy. */
const SESSION = ['account:ListRegions', 'ec2:DescribeRegions', 'sts:GetCallerIdentity'];

/** Calls whose answers may hold secrets; they are redacted as they arrive, and are a statement of their own in the policy. */
const SENSITIVE = ['autoscaling:DescribeLaunchConfigurations', 'ec2:DescribeInstanceAttribute', 'ec2:DescribeLaunchTemplateVersions'];

export interface PolicyOptions {
  readonly userData: boolean;
  /** Actions of other stations: metrics, cost, prices. */
  readonly alsoActions?: readonly string[];
  /** Roles that the caller assumes, one for each account. */
  readonly roleArns?: readonly string[];
}

export interface PolicyDocument {
  readonly Version: '2012-10-17';
  readonly Statement: readonly { readonly Sid: string; readonly Effect: 'Allow'; readonly Action: readonly string[]; readonly Resource: string | readonly string[] }[];
}

/** The IAM actions that a collection calls, sorted, each once. */
export function requiredActions(options: Pick<PolicyOptions, 'userData'>): readonly string[] {
  return [...new Set([...SESSION, ...listings(options).map(({ api }) => api.action)])].sort();
}

/** The least policy that lets every question be asked: only reads, no action of another service than those that are called. */
export function policyDocument({ userData, alsoActions = [], roleArns = [] }: PolicyOptions): PolicyDocument {
  const actions = [...new Set([...requiredActions({ userData }), ...alsoActions])].sort();
  const sensitive = actions.filter((action) => SENSITIVE.includes(action));
  const statements = [{ Sid: 'Inventory', Effect: 'Allow' as const, Action: actions.filter((action) => !SENSITIVE.includes(action)), Resource: '*' as string | readonly string[] }];
  if (sensitive.length > 0) statements.push({ Sid: 'UserDataSensitive', Effect: 'Allow', Action: sensitive, Resource: '*' });
  if (roleArns.length > 0) statements.push({ Sid: 'AssumeRole', Effect: 'Allow', Action: ['sts:AssumeRole'], Resource: [...roleArns].sort() });
  return { Version: '2012-10-17', Statement: statements };
}
