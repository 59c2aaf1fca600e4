import type { Evidence, Kind } from '../model/index.ts';
import { securityHub, wellArchitected } from './controls.ts';
import { defineRule, fail, pass, undecided } from './rule.ts';

/** The listings that could show something public. */
const LISTINGS = ['publicSnapshot', 'publicDbSnapshot', 'image'] as const satisfies readonly Kind[];

/** One finding per account and region: sharing is a habit of the account, and block public access removes it there at once. */
export const publicSnapshotOrImage = defineRule({
  id: 'public-snapshot-or-image',
  code: 'X11',
  title: 'No snapshot or image is public',
  severity: 'critical',
  subject: 'scope',
  needs: [],
  wants: ['publicSnapshot', 'publicDbSnapshot', 'image', 'snapshotBlockPublicAccess', 'imageBlockPublicAccess'],
  controls: [...securityHub('EC2.1', 'EC2.182', 'RDS.1'), ...wellArchitected('SEC03-BP07')],
  why: 'Old images and snapshots hold the code and the secrets of the monolith, and anybody may copy them. Secrets in them must be changed even after sharing ends.',
  remediation: {
    summary: 'Block public sharing of the whole region, then change every secret that the copies hold.',
    command: 'aws ec2 enable-snapshot-block-public-access --state block-all-sharing && aws ec2 enable-image-block-public-access --image-block-public-access-state block-new-sharing',
    cost: 'No charge; a public image stays public until it is made private (modify-image-attribute).',
    interrupts: 'no',
  },
  phase: 'stabilise',
  sources: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-1',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-182',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-1',
  ],
  judge(scope, context) {
    const shared: Evidence[] = [
      ...context.list('publicSnapshot').map((snapshot) => ({ text: `EBS snapshot ${snapshot.id} may be restored by anybody`, basis: 'configuration' as const, resourceId: snapshot.id })),
      ...context.list('publicDbSnapshot').map((snapshot) => ({ text: `RDS snapshot ${snapshot.id} may be restored by anybody`, basis: 'configuration' as const, resourceId: snapshot.id })),
      ...context.list('image').filter((image) => image.Public === true && image.OwnerId === scope.account)
        .map((image) => ({ text: `image ${image.id} may be launched by anybody`, basis: 'configuration' as const, resourceId: image.id })),
    ];
    const blocks: Evidence[] = [
      ...context.list('snapshotBlockPublicAccess').map((state) => ({ text: `block public access of snapshots: ${state.State ?? 'not stated'}`, basis: 'configuration' as const })),
      ...context.list('imageBlockPublicAccess').map((state) => ({ text: `block public access of images: ${state.ImageBlockPublicAccessState ?? 'not stated'}`, basis: 'configuration' as const })),
    ];
    if (shared.length > 0) return fail(...shared, ...blocks);
    const missing = LISTINGS.map((kind) => context.completeness(kind)).filter((state) => state.state !== 'complete').map((state) => state.reason);
    return missing.length > 0 ? undecided([...new Set(missing)].join('; '), ...blocks) : pass(...blocks);
  },
});
