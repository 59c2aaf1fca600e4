export {
  GetDetector$,
  ListDetectors$,
} from '@aws-sdk/client-guardduty';
