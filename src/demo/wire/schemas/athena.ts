export {
  GetQueryExecution$,
  GetQueryResults$,
  StartQueryExecution$,
  StopQueryExecution$,
} from '@aws-sdk/client-athena';
