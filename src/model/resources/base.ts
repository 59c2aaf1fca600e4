import * as z from 'zod';

/** Tags as a map; AWS's list form is folded by the collector. Values are redacted there. */
export const Tags = z.record(z.string(), z.string());

/** What every resource of an estate has, beside the AWS fields under their AWS names. */
export const ResourceBase = z.object({
  /** The AWS id, or the name or ARN where the kind has no id. Unique within kind, account and region. */
  id: z.string(),
  arn: z.string().optional(),
  account: z.string(),
  region: z.string(),
  tags: Tags.default({}),
});
export type ResourceBase = z.infer<typeof ResourceBase>;

export const str = z.string().optional();
export const num = z.number().optional();
export const bool = z.boolean().optional();
/** An instant as AWS JSON gives it: ISO 8601. */
export const time = z.string().optional();
export const strs = z.array(z.string()).optional();

/** A resource kind: the base, the AWS fields that Monolens reads, and whatever else AWS said. */
export function resource<T extends z.ZodRawShape>(shape: T) {
  return ResourceBase.extend(shape).loose();
}

/** A nested AWS structure: the fields that Monolens reads, and whatever else AWS said. */
export function part<T extends z.ZodRawShape>(shape: T) {
  return z.looseObject(shape);
}
