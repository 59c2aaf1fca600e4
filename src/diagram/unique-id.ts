/** Databases, caches and classic balancers have names for ids, which two regions may share. */
export function uniqueId(resource: { readonly id: string; readonly arn?: string | undefined; readonly account: string; readonly region: string }): string {
  return resource.arn ?? `${resource.account}/${resource.region}/${resource.id}`;
}
