export {
  GetLifecyclePolicies$,
  GetLifecyclePolicy$,
} from '@aws-sdk/client-dlm';
