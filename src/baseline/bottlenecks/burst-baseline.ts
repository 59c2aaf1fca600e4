/**
 * CPU that a T type earns credits for, percent of all its vCPUs: above it, on average, the balance falls.
 * Source: EC2 user guide, "Key concepts for burstable performance instances".
 */
const BY_SIZE = {
  t2: { nano: 5, micro: 10, small: 20, medium: 20, large: 30, xlarge: 22.5, '2xlarge': 17 },
  t3: { nano: 5, micro: 10, small: 20, medium: 20, large: 30, xlarge: 40, '2xlarge': 40 },
} as const;

/** Undefined for a type that is not burstable, or not in the table. */
export function burstBaselinePercent(instanceType: string | undefined): number | undefined {
  const [family = '', size = ''] = (instanceType ?? '').split('.');
  const table: Readonly<Record<string, number>> | undefined = family === 't2' ? BY_SIZE.t2 : ['t3', 't3a', 't4g'].includes(family) ? BY_SIZE.t3 : undefined;
  return table?.[size];
}
