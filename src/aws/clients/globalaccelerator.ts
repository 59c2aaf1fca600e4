export {
  GlobalAcceleratorClient,
  ListAcceleratorsCommand,
  ListListenersCommand,
  ListEndpointGroupsCommand,
} from '@aws-sdk/client-global-accelerator';
