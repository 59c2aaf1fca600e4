import { securityHub, twelveFactor, wellArchitected } from './controls.ts';
import type { Baseline } from '../model/index.ts';
import { mountsOf } from './facts/mounts.ts';
import { COVERAGE_FLOOR, readFigure } from './facts/figure.ts';
import { defineRule, fail, notApplicable, pass, undecided } from './rule.ts';

/** Instances that share files through EFS. */
export const sharedFileSystem = defineRule({
  id: 'shared-file-system',
  code: 'M07',
  title: 'Instances are not coupled through shared files',
  severity: 'medium',
  subject: 'fileSystem',
  needs: ['mountTarget'],
  wants: ['userData'],
  controls: [...securityHub('EFS.1'), ...wellArchitected('REL05-BP06'), ...twelveFactor('VI Processes')],
  why: 'Files are an interface that nobody wrote down: each service that is cut out must keep the mount or be rewritten for S3, and file locks do not work across that cut.',
  remediation: {
    summary: 'List who writes and who reads which directories; move what is only handed over to S3, and keep the mount for what needs a file system.',
    command: 'aws s3 sync <mount-point> s3://<bucket>/<prefix>',
    cost: 'About USD 0.023 per GB-month in S3 instead of 0.30 in EFS Standard; three to fifteen days in the application.',
    interrupts: 'brief',
  },
  phase: 'decouple',
  sources: [
    'https://docs.aws.amazon.com/efs/latest/ug/how-it-works.html',
    'https://docs.aws.amazon.com/efs/latest/ug/efs-metrics.html',
    'https://docs.aws.amazon.com/wellarchitected/latest/framework/rel_mitigate_interaction_failure_stateless.html',
  ],
  thresholds: {
    clients: { value: 1, unit: 'client connections, the mean of the window', source: 'Rule catalogue: files are shared from the second client on' },
    coverage: COVERAGE_FLOOR,
  },
  judge(fileSystem, context) {
    const targets = context.where('mountTarget', 'file system', ({ FileSystemId }) => [FileSystemId], fileSystem.id);
    if (targets.length === 0) return { ...notApplicable('it has no mount targets'), fromAbsence: true };
    const mounted = { text: `${targets.length} mount ${targets.length === 1 ? 'target' : 'targets'}`, basis: 'configuration' } as const;
    const most = context.threshold('clients');
    const query = { namespace: 'AWS/EFS', metric: 'ClientConnections', stats: ['Sum'] };
    const clients = readFigure(context.insight, [fileSystem.id, fileSystem.arn, fileSystem.FileSystemArn], query, context.threshold('coverage'));
    const mounts = mountsOf(fileSystem.id, context.insight.all);
    const texts = mounts.map(({ evidence }) => evidence);
    const mean = clients.known ? clients.value / publishedMinutes(clients.figure) : 0;
    const counted = clients.known ? [{ ...clients.evidence, text: `${clients.evidence.text}: ${mean.toFixed(1)} clients at a time (shared above ${most})` }] : [];
    if (mean > most) return fail(mounted, ...counted, ...texts);
    // A launch template's script runs on as many instances as its group starts.
    const shared = mounts.length > most || mounts.some(({ resourceId }) => !resourceId.startsWith('i-'));
    if (shared) return fail(mounted, ...counted, ...texts);
    if (clients.known && clients.covered) return pass(mounted, ...counted, ...texts);
    return undecided(`how many clients use it is not known: ${clients.known ? 'too few datapoints of ClientConnections' : clients.reason}`, mounted, ...texts);
  },
});

/**
 * The minutes of the window for which datapoints arrived: EFS publishes its connections once a minute, as a sum.
 * Source: https://docs.aws.amazon.com/efs/latest/ug/efs-metrics.html
 */
function publishedMinutes({ window, coverage }: Baseline['utilisation'][number]): number {
  return ((Date.parse(window.end) - Date.parse(window.start)) / 60_000) * coverage;
}
