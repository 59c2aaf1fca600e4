import { APPLICATIONS } from './applications.ts';
import { APPLICATION_SERVERS } from './application-servers.ts';
import { CONTAINERS } from './containers.ts';
import { DATABASES } from './databases.ts';
import { DELIVERY } from './delivery.ts';
import { INFRASTRUCTURE } from './infrastructure.ts';
import { MESSAGING } from './messaging.ts';
import { MONITORING } from './monitoring.ts';
import type { ComponentRow } from './row.ts';
import { RUNTIMES } from './runtimes.ts';
import { WEB } from './web.ts';

export type { ComponentRow } from './row.ts';

/** Every program that can be found, one row each. */
export const COMPONENTS: readonly ComponentRow[] = [
  ...WEB, ...RUNTIMES, ...APPLICATION_SERVERS, ...DATABASES, ...MESSAGING, ...CONTAINERS, ...DELIVERY, ...MONITORING, ...INFRASTRUCTURE, ...APPLICATIONS,
];

const byId = new Map(COMPONENTS.map((row) => [row.id, row]));

export function rowOf(id: string): ComponentRow | undefined {
  return byId.get(id);
}
