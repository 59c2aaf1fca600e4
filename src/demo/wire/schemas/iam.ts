export {
  GetInstanceProfile$,
  GetPolicy$,
  GetPolicyVersion$,
  GetRolePolicy$,
  ListAccountAliases$,
  ListAttachedRolePolicies$,
  ListInstanceProfiles$,
  ListRolePolicies$,
  ListServerCertificates$,
} from '@aws-sdk/client-iam';
