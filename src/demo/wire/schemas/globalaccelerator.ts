export {
  ListAccelerators$,
  ListEndpointGroups$,
  ListListeners$,
} from '@aws-sdk/client-global-accelerator';
