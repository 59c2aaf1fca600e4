import type { Insight } from '../../model/index.ts';

const REACHED: ReadonlySet<string> = new Set(['exposed', 'exposed-restricted', 'exposed-partial']);

/** The first row by which some internet host reaches the resource, directly or through a balancer. */
export function reachedFromInternet(exposures: Insight['exposures']): Insight['exposures'][number] | undefined {
  return exposures.find(({ verdict }) => REACHED.has(verdict));
}

/** `tcp 443 at 203.0.113.7 is exposed`. */
export function describeExposure({ protocol, fromPort, toPort, address, verdict }: Insight['exposures'][number]): string {
  const ports = fromPort < 0 || (fromPort === 0 && toPort === 65_535) ? 'on every port' : fromPort === toPort ? `${fromPort}` : `${fromPort}-${toPort}`;
  return `${protocol} ${ports} at ${address} is ${verdict}`;
}
