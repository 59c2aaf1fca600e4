export {
  GetBackupSelection$,
  ListBackupPlans$,
  ListBackupSelections$,
  ListProtectedResources$,
} from '@aws-sdk/client-backup';
