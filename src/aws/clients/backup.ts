export {
  BackupClient,
  ListProtectedResourcesCommand,
} from '@aws-sdk/client-backup';
