export { isGone } from './classify.ts';
export { isObject, objectsIn, stringsIn, textOf, type JsonObject, type JsonValue } from './json.ts';
export { hasNext } from './paging.ts';
export { partitionOfRegion } from './partition.ts';
export { openSession } from './session.ts';
export { SERVICES, type ServiceId } from './services.ts';
export type { Answer, Api, AwsAccount, AwsSession, Pages, SessionOptions } from './types.ts';
