import { regionWrong } from './failures.ts';
import { objectsIn, textOf } from './json.ts';
import type { AwsAccount } from './types.ts';

/** What AWS says of its regions: the name of each, and whether the account may use it. */
export type RegionStates = ReadonlyMap<string, 'enabled' | 'not-enabled'>;

/** Asks EC2, then the account service; undefined where neither may be asked. */
export async function regionStates(account: AwsAccount, region: string): Promise<RegionStates | undefined> {
  const byEc2 = await account.call({ service: 'ec2', operation: 'DescribeRegions', action: 'ec2:DescribeRegions' }, region, { AllRegions: true });
  if (byEc2.ok) {
    return new Map(objectsIn(byEc2.output['Regions']).map((item) => [textOf(item['RegionName']), item['OptInStatus'] === 'not-opted-in' ? 'not-enabled' : 'enabled']));
  }
  const byAccount = await account.pages({ service: 'account', operation: 'ListRegions', action: 'account:ListRegions' }, 'global', { MaxResults: 50 });
  if (byAccount.outcome !== 'ok') return undefined;
  return new Map(byAccount.pages.flatMap((page) => objectsIn(page['Regions'])).map((item) => {
    const state = item['RegionOptStatus'];
    return [textOf(item['RegionName']), state === 'ENABLED' || state === 'ENABLED_BY_DEFAULT' ? 'enabled' : 'not-enabled'];
  }));
}

export function enabledRegions(states: RegionStates): readonly string[] {
  return [...states].filter(([, state]) => state === 'enabled').map(([name]) => name).sort();
}

/** Throws for the first region that does not exist or is not enabled. */
export function checkRegions(regions: readonly string[], states: RegionStates): void {
  for (const region of regions) {
    const state = states.get(region);
    if (state !== 'enabled') throw regionWrong(region, state ?? 'unknown', enabledRegions(states));
  }
}
