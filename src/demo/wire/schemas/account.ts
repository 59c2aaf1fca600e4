export {
  ListRegions$,
} from '@aws-sdk/client-account';
