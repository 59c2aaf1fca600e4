export {
  DescribeCertificate$,
  ListCertificates$,
} from '@aws-sdk/client-acm';
