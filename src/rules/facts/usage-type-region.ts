/**
 * The prefix that usage types of a region carry in bills; us-east-1 mostly has none.
 * Source: https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html and the region codes of billing reports.
 */
const PREFIXES: Readonly<Record<string, readonly string[]>> = {
  'us-east-1': ['USE1', ''], 'us-east-2': ['USE2'], 'us-west-1': ['USW1'], 'us-west-2': ['USW2'], 'ca-central-1': ['CAN1'], 'ca-west-1': ['CAN2'], 'sa-east-1': ['SAE1'],
  'eu-west-1': ['EU', 'EUW1'], 'eu-west-2': ['EUW2'], 'eu-west-3': ['EUW3'], 'eu-central-1': ['EUC1'], 'eu-central-2': ['EUC2'], 'eu-north-1': ['EUN1'], 'eu-south-1': ['EUS1'], 'eu-south-2': ['EUS2'],
  'ap-northeast-1': ['APN1'], 'ap-northeast-2': ['APN2'], 'ap-northeast-3': ['APN3'], 'ap-southeast-1': ['APS1'], 'ap-southeast-2': ['APS2'], 'ap-southeast-3': ['APS4'], 'ap-south-1': ['APS3'], 'ap-east-1': ['APE1'],
  'me-south-1': ['MES1'], 'me-central-1': ['MEC1'], 'il-central-1': ['ILC1'], 'af-south-1': ['AFS1'], 'us-gov-west-1': ['UGW1'], 'us-gov-east-1': ['UGE1'],
};

const PREFIX = /^([A-Z]{2,3}(?:[A-Z]\d|\d)?)-/;

/** Whether the usage type is billed in the region; undefined where the prefix of the region is not known. */
export function isBilledIn(usageType: string, region: string): boolean | undefined {
  const prefixes = Object.hasOwn(PREFIXES, region) ? PREFIXES[region] : undefined;
  if (!prefixes) return undefined;
  const found = PREFIX.exec(usageType)?.[1] ?? '';
  return prefixes.includes(ALL.has(found) ? found : '');
}

const ALL: ReadonlySet<string> = new Set(Object.values(PREFIXES).flat());
