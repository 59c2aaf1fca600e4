import { securityHub, wellArchitected } from './controls.ts';
import { defineRule, fail, pass, undecided } from './rule.ts';

/** No trail keeps a record of who changed what, in every region. */
export const noMultiRegionTrail = defineRule({
  id: 'no-multi-region-trail',
  code: 'G02',
  title: 'A multi-Region trail is logging',
  severity: 'high',
  subject: 'scope',
  needs: ['trail'],
  controls: [...securityHub('CloudTrail.1'), ...wellArchitected('SEC04-BP01')],
  why: 'Changes by hand are the enemy of a migration: the trail is the only witness of who made them, and when.',
  remediation: {
    summary: 'Create a multi-Region trail of management events, reads and writes, and start it.',
    command: 'aws cloudtrail create-trail --name <name> --s3-bucket-name <bucket> --is-multi-region-trail --enable-log-file-validation && aws cloudtrail start-logging --name <name>',
    cost: 'The first copy of management events is free, the storage cents; an hour.',
    interrupts: 'no',
  },
  phase: 'stabilise',
  sources: ['https://docs.aws.amazon.com/securityhub/latest/userguide/cloudtrail-controls.html#cloudtrail-1'],
  judge(_scope, context) {
    const trails = context.list('trail');
    const wide = trails.filter(({ IsMultiRegionTrail }) => IsMultiRegionTrail === true);
    const logging = wide.find(({ IsLogging }) => IsLogging === true);
    if (logging) return pass({ text: `the trail ${logging.Name ?? logging.id} is logging; its event selectors were not read`, basis: 'configuration' });
    const silent = wide.filter(({ IsLogging }) => IsLogging === undefined);
    if (silent.length > 0) return undecided(`whether the trail ${silent.map(({ Name, id }) => Name ?? id).sort().join(', ')} is logging is not known`);
    if (wide.length > 0) return fail({ text: `the trail ${wide.map(({ Name, id }) => Name ?? id).sort().join(', ')} is not logging`, basis: 'configuration' });
    const text = trails.length === 0 ? 'there is no trail' : `${trails.length === 1 ? 'the one trail covers' : `each of the ${trails.length} trails covers`} a single Region`;
    return { ...fail({ text, basis: 'configuration' }), fromAbsence: true };
  },
});
