export { ACCOUNT_NAMES, SAMPLE_NOW, sampleAccount } from './accounts/index.ts';
export type { AccountName } from './accounts/index.ts';
export type { SampleAccount } from './accounts/sample-account.ts';
export { startEndpoint } from './endpoint.ts';
export type { CallRecord, Endpoint, EndpointOptions } from './endpoint.ts';
export type { Denial, FaultOptions, ThrottleRule } from './faults.ts';
