import * as z from 'zod';

/** The stretch of time that a value speaks for; both ends ISO 8601 in UTC, `end` exclusive. */
export const Window = z.object({ start: z.string(), end: z.string() });
export type Window = z.infer<typeof Window>;

/** A value with where it came from, or the reason why there is none. Never a default in disguise. */
export type Known<T> =
  | { readonly known: true; readonly value: T; readonly source: string; readonly window?: Window | undefined }
  | { readonly known: false; readonly reason: string };

/** The schema of `Known<T>` for the schema of `T`. */
export function knownSchema<T extends z.ZodType>(value: T) {
  return z.discriminatedUnion('known', [
    z.object({ known: z.literal(true), value, source: z.string(), window: Window.optional() }),
    z.object({ known: z.literal(false), reason: z.string() }),
  ]);
}

export function known<T>(value: T, source: string, window?: Window): Known<T> {
  return window ? { known: true, value, source, window } : { known: true, value, source };
}

export function unknown(reason: string): { readonly known: false; readonly reason: string } {
  return { known: false, reason };
}
