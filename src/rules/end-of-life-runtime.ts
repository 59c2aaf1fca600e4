import type { Evidence, Insight, Severity } from '../model/index.ts';
import { END_OF_LIFE_AS_OF, isKnownProduct, releaseOf, standingOf } from '../workload/end-of-life/index.ts';
import { wellArchitected } from './controls.ts';
import { describeStanding, END_OF_LIFE_THRESHOLDS, gravity } from './facts/end-of-life-severity.ts';
import { isTerminated, TERMINATED } from './facts/instance-life.ts';
import { defineRule, fail, notApplicable, pass, undecided } from './rule.ts';

type Component = Insight['components'][number];

const OPERATING_SYSTEMS: ReadonlySet<string> = new Set([
  'amazon-linux', 'ubuntu', 'debian', 'centos', 'centos-stream', 'rhel', 'rocky-linux', 'almalinux', 'oracle-linux', 'sles', 'windows-server',
]);
const GRAVEST_FIRST: readonly Severity[] = ['critical', 'high', 'medium', 'low', 'info'];

/** A runtime, server or framework on the machine that its makers no longer mend. */
export const endOfLifeRuntime = defineRule({
  id: 'end-of-life-runtime',
  code: 'M16',
  title: 'Runtimes and servers on the machine get security fixes',
  severity: 'high',
  subject: 'instance',
  needs: [],
  wants: ['userData'],
  controls: wellArchitected('SEC06-BP01'),
  why: 'The order is fixed: first the runtime, then the platform. A container image of an ended runtime does not get fixes either, and Lambda does not take it at all.',
  remediation: {
    summary: 'Upgrade on the old platform, where the tests and the monitoring are known to work; move afterwards.',
    command: 'aws ssm send-command --document-name AWS-RunShellScript --targets Key=InstanceIds,Values=<instance-id> --parameters commands="<command that prints the version>"',
    cost: 'No charge; two to twenty days for each runtime, by how far the versions are apart.',
    interrupts: 'brief',
  },
  phase: 'stabilise',
  sources: ['https://endoflife.date', 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html'],
  thresholds: END_OF_LIFE_THRESHOLDS,
  judge(instance, context) {
    if (isTerminated(instance)) return TERMINATED;
    const components = context.insight.componentsOf(instance.id).filter(({ component }) => isKnownProduct(component) && !OPERATING_SYSTEMS.has(component));
    if (components.length === 0) {
      const script = context.get('userData', instance.id);
      const read = script?.encoding === 'plain' || script?.encoding === 'gzip';
      if (read && !context.insight.bootOf(instance.id)) return undecided('its start script was not analysed');
      if (read) return notApplicable('its start script names no runtime whose dates are known');
      return undecided('what runs on it is not known: there is no start script to read and no inventory of the machine');
    }
    const over: { readonly severity: Severity; readonly evidence: Evidence }[] = [];
    const unversioned: string[] = [];
    for (const found of components) {
      // The makers of a distribution mend what they package, for as long as the distribution lives: end-of-life-os speaks of that.
      if (isDistributionPackage(found)) continue;
      const release = found.version === undefined ? undefined : releaseOf(found.component, found.version);
      const standing = release && standingOf(release, context.now);
      if (!release || !standing) {
        unversioned.push(`${found.component}${found.version === undefined ? '' : ` ${found.version}`}`);
        continue;
      }
      const severity = gravity(standing, context.threshold('soon'), context.threshold('long'));
      if (severity === undefined) continue;
      const [shown] = found.evidence;
      const ends = `security support of ${release.title} ${release.cycle} ${describeStanding(standing)} (limit ${context.threshold('soon')} days before; dates as of ${END_OF_LIFE_AS_OF})`;
      over.push({ severity, evidence: { text: shown ? `${ends}; named in: ${shown.text}` : ends, basis: 'text', ...(shown?.line === undefined ? undefined : { line: shown.line }) } });
    }
    over.sort((a, b) => GRAVEST_FIRST.indexOf(a.severity) - GRAVEST_FIRST.indexOf(b.severity));
    const [gravest] = over;
    if (gravest) return { ...fail(...over.map(({ evidence }) => evidence)), severity: gravest.severity };
    return unversioned.length > 0 ? undecided(`the version or its dates are not known: ${[...new Set(unversioned)].join(', ')}`) : pass();
  },
});

/** Installed from the distribution's own repositories, where the version is the distribution's choice. Chocolatey serves upstream's releases. */
function isDistributionPackage({ source, evidence }: Component): boolean {
  return source === 'package' && !evidence.some(({ text }) => /^(choco|winget)\b/.test(text));
}
