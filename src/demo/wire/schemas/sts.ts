export {
  AssumeRole$,
  GetCallerIdentity$,
} from '@aws-sdk/client-sts';
