import { END_OF_LIFE_AS_OF, extendedStandingOf, releaseOfEngine, standingOf } from '../workload/end-of-life/index.ts';
import { wellArchitected } from './controls.ts';
import { describeStanding, END_OF_LIFE_THRESHOLDS, gravity } from './facts/end-of-life-severity.ts';
import { judgedOnWriter } from './facts/database-cluster.ts';
import { defineRule, fail, notApplicable, pass, undecided } from './rule.ts';

/** A managed database on an engine version past its standard support. */
export const endOfLifeDatabaseEngine = defineRule({
  id: 'end-of-life-database-engine',
  code: 'M16D',
  title: 'The database engine is in standard support',
  severity: 'high',
  subject: 'dbInstance',
  needs: [],
  wants: ['dbCluster'],
  controls: wellArchitected('SEC06-BP01'),
  why: 'Past standard support RDS bills extended support for every vCPU-hour, or upgrades by itself on a day of its choice. Both are worse in the middle of a migration.',
  remediation: {
    summary: 'Rehearse the upgrade on a restored snapshot, then upgrade through a blue/green deployment.',
    command: 'aws rds create-blue-green-deployment --blue-green-deployment-name <name> --source <db-instance-arn> --target-engine-version <version>',
    cost: 'Ends extended support (about USD 0.10 per vCPU-hour in its first years); a second instance while both run; three to ten days.',
    interrupts: 'brief',
  },
  phase: 'stabilise',
  sources: [
    'https://endoflife.date/amazon-rds-postgresql',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/extended-support.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/blue-green-deployments.html',
  ],
  thresholds: END_OF_LIFE_THRESHOLDS,
  judge(database, context) {
    const elsewhere = judgedOnWriter(database, context);
    if (elsewhere !== undefined) return notApplicable(elsewhere);
    const { Engine: engine, EngineVersion: version } = database;
    if (engine === undefined || version === undefined) return undecided('the description of the database does not state Engine and EngineVersion');
    const release = releaseOfEngine(engine, version);
    const standing = release && standingOf(release, context.now);
    if (!release || !standing) return undecided(`the table of end-of-life dates does not hold ${engine} ${version}`);
    const severity = gravity(standing, context.threshold('soon'), context.threshold('long'));
    if (severity === undefined) return pass();
    const ends = `support of ${release.title} ${release.cycle} (running ${version}) ${describeStanding(standing)} (limit ${context.threshold('soon')} days before; dates as of ${END_OF_LIFE_AS_OF})`;
    const extended = extendedStandingOf(release, context.now);
    const enrolled = database.EngineLifecycleSupport;
    const paid = standing.state === 'ended' && enrolled === 'open-source-rds-extended-support'
      ? [{ text: `it is enrolled in RDS Extended Support, which is billed by the vCPU-hour${extended ? ` and ${describeStanding(extended)}` : ''}`, basis: 'configuration' as const }]
      : [];
    return { ...fail({ text: ends, basis: 'configuration' }, ...paid), severity };
  },
});
