const ENVIRONMENT_KEY = /^(env|environment|stage|tier-env|lifecycle)$/i;
const PRODUCTION = /^(prod|production|prd|live)\b/i;

/** Whether the tags say production; undefined where no tag says which environment it is. */
export function isProduction(tags: Readonly<Record<string, string>>): boolean | undefined {
  const key = Object.keys(tags).sort().find((name) => ENVIRONMENT_KEY.test(name));
  return key === undefined ? undefined : PRODUCTION.test(tags[key] ?? '');
}
