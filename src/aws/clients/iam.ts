export {
  IAMClient,
  ListAccountAliasesCommand,
  ListInstanceProfilesCommand,
  ListAttachedRolePoliciesCommand,
  ListRolePoliciesCommand,
  GetRolePolicyCommand,
} from '@aws-sdk/client-iam';
