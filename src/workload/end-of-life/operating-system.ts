/** An operating system as the table names it. `cycle` is absent where only the family is known. */
export interface OperatingSystem {
  /** endoflife.date product slug: `amazon-linux`, `ubuntu`, `windows-server`, … */
  readonly product: string;
  readonly cycle: string;
}

const UBUNTU_CODE_NAMES: Readonly<Record<string, string>> = {
  trusty: '14.04', xenial: '16.04', bionic: '18.04', focal: '20.04', jammy: '22.04', noble: '24.04',
};

type Reader = readonly [pattern: RegExp, product: string, cycleOf: (match: RegExpExecArray) => string | undefined];

const first = (match: RegExpExecArray): string | undefined => match[1];
const pair = (match: RegExpExecArray): string | undefined => (match[1] ? `${match[1]}.${match[2] ?? '0'}` : undefined);
const windows = (match: RegExpExecArray): string | undefined => windowsCycle(match[1], match[2]);

/** Names of public images, as their publishers write them. The first that fits decides. */
const IMAGE_NAMES: readonly Reader[] = [
  [/\bal2023-ami/i, 'amazon-linux', () => '2023'],
  [/\bamzn2-ami/i, 'amazon-linux', () => '2'],
  [/\bamzn-ami(?:-[a-z]+)*-(20\d\d\.\d\d)/i, 'amazon-linux', first],
  [/\bubuntu-(trusty|xenial|bionic|focal|jammy|noble)-/i, 'ubuntu', (match) => UBUNTU_CODE_NAMES[(match[1] ?? '').toLowerCase()]],
  [/\bubuntu[-_/](?:[a-z-]*-)?(\d\d\.\d\d)\b/i, 'ubuntu', first],
  [/\bdebian-(\d{1,2})-/i, 'debian', first],
  [/\bdebian-(jessie|stretch|buster)-/i, 'debian', (match) => DEBIAN_CODE_NAMES[(match[1] ?? '').toLowerCase()]],
  [/\bRHEL[-_ ](\d{1,2})\b/i, 'rhel', first],
  [/\bcentos[-_ ]stream[-_ ](\d{1,2})\b/i, 'centos-stream', first],
  [/\bcentos(?:[-_ ]linux)?[-_ ](\d{1,2})\b/i, 'centos', first],
  [/\brocky-(\d{1,2})\b/i, 'rocky-linux', first],
  [/\balmalinux[-_ ](?:os[-_ ])?(\d{1,2})\b/i, 'almalinux', first],
  [/\bOL(\d{1,2})\.\d/i, 'oracle-linux', first],
  [/\bsuse-sles-(\d{1,2})-sp(\d)/i, 'sles', pair],
  [/\bsuse-sles-(\d{1,2})-v\d/i, 'sles', (match) => (match[1] ? `${match[1]}.0` : undefined)],
  [/\bWindows_Server-(20\d\d)(?:-(R2|SP\d|R2_SP\d|RTM))?/i, 'windows-server', windows],
];

const DEBIAN_CODE_NAMES: Readonly<Record<string, string>> = { jessie: '8', stretch: '9', buster: '10' };

/** `PlatformName` of Systems Manager, which is the `NAME` of os-release or Windows' own name. */
const PLATFORM_NAMES: readonly (readonly [pattern: RegExp, product: string])[] = [
  [/^amazon linux/i, 'amazon-linux'],
  [/^ubuntu/i, 'ubuntu'],
  [/^debian/i, 'debian'],
  [/^centos stream/i, 'centos-stream'],
  [/^centos/i, 'centos'],
  [/^(red hat|rhel)/i, 'rhel'],
  [/^rocky/i, 'rocky-linux'],
  [/^alma/i, 'almalinux'],
  [/^oracle linux/i, 'oracle-linux'],
  [/^(sles|suse)/i, 'sles'],
];

/**
 * The operating system from what the Systems Manager agent reports, `PlatformName` and `PlatformVersion`: the best witness,
 * as it ran on the machine itself. Undefined where the name or the version is not one of the table's families.
 */
export function osFromPlatform(name: string, version: string | undefined): OperatingSystem | undefined {
  const server = /windows server (20\d\d)(?:\s+(r2|sp\d))?/i.exec(name);
  if (server) return found('windows-server', windowsCycle(server[1], server[2]));
  const product = PLATFORM_NAMES.find(([pattern]) => pattern.test(name))?.[1];
  if (!product || !version) return undefined;
  const [major, minor] = version.trim().split(/[.\s-]/);
  if (!major || !/^\d+$/.test(major)) return undefined;
  // Ubuntu and the first Amazon Linux count by year and month; SUSE by service pack; the others by major version.
  const twoParts = product === 'ubuntu' || product === 'sles' || (product === 'amazon-linux' && /^20(0|1)\d$/.test(major));
  return found(product, twoParts ? `${major}.${minor ?? '0'}` : major);
}

/**
 * The operating system from the name of the image that an instance was started from. Weaker than the agent's word: the machine
 * may have been upgraded in place, and a private image may keep its parent's name. Undefined where no publisher's pattern fits.
 */
export function osFromImageName(name: string): OperatingSystem | undefined {
  for (const [pattern, product, cycleOf] of IMAGE_NAMES) {
    const match = pattern.exec(name);
    if (match) return found(product, cycleOf(match));
  }
  return undefined;
}

function found(product: string, cycle: string | undefined): OperatingSystem | undefined {
  return cycle === undefined ? undefined : { product, cycle };
}

/** endoflife.date names Windows Server by year, `-r2` where it is one; of 2008 it lists only the last service packs. */
function windowsCycle(year: string | undefined, suffix: string | undefined): string | undefined {
  if (!year) return undefined;
  const r2 = suffix?.toLowerCase().startsWith('r2') === true;
  if (year === '2008') return r2 ? '2008-r2-sp1' : '2008-sp2';
  return r2 && year === '2012' ? '2012-r2' : year;
}
