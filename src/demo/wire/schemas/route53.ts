export {
  ListHostedZones$,
  ListResourceRecordSets$,
} from '@aws-sdk/client-route-53';
