import type { ResourceOf, RightSizing } from '../../model/index.ts';

/** Whether an instance could run on arm64, from what EC2 says of it. Software is not looked at here, so the best answer is `likely`. */
export function gravitonSuitability(instance: ResourceOf<'instance'> | undefined): RightSizing['graviton'] {
  if (!instance) return { suitability: 'unknown', reasons: ['no instance of the group is in the estate'] };
  if (instance.Architecture === 'arm64') return { suitability: 'already', reasons: ['the instance is arm64'] };
  const platform = instance.PlatformDetails ?? '';
  if (/windows/i.test(platform)) return { suitability: 'unlikely', reasons: ['Windows does not run on Graviton'] };
  if (/sql server/i.test(platform)) return { suitability: 'unlikely', reasons: ['the licence is for SQL Server on x86'] };
  const codes = (instance.ProductCodes ?? []).filter((code) => code.ProductCodeType === 'marketplace');
  if (codes.length > 0) return { suitability: 'unknown', reasons: ['the image is from AWS Marketplace: ask its vendor for an arm64 one'] };
  if (instance.Architecture === undefined || platform === '') return { suitability: 'unknown', reasons: ['architecture or platform is not known'] };
  return { suitability: 'likely', reasons: [`${platform} on ${instance.Architecture}: interpreted and JVM software runs as it is, native libraries and images must exist for arm64`] };
}
