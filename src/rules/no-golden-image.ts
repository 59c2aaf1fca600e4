import type { Evidence } from '../model/index.ts';
import { wellArchitected } from './controls.ts';
import { dateOf, daysSince } from './facts/age.ts';
import { vendorOf } from './facts/image-owners.ts';
import { isOff } from './facts/instance-life.ts';
import { PROPOSAL } from './facts/proposal.ts';
import { defineRule, fail, notApplicable, pass, undecided } from './rule.ts';

/** The machines of a workload do not come out of one maintained image. */
export const noGoldenImage = defineRule({
  id: 'no-golden-image',
  code: 'M11',
  title: 'The workload starts from one image that is built regularly',
  severity: 'medium',
  subject: 'workload',
  needs: ['instance', 'image'],
  controls: wellArchitected('REL08-BP04', 'SEC06-BP02'),
  why: 'Nobody can say what is on the machines, so nobody can say that a container holds the same. Building the image once is half the work of writing the Dockerfile.',
  remediation: {
    summary: 'Write the installation down as an image recipe, build it on a schedule, start every instance of the workload from it.',
    command: 'aws imagebuilder create-image-pipeline --name <name> --image-recipe-arn <recipe-arn> --infrastructure-configuration-arn <infrastructure-configuration-arn> --schedule scheduleExpression="<cron(...)>"',
    cost: 'The build instance by the minute and image storage (about USD 0.05 per GB-month); three to eight days.',
    interrupts: 'brief',
  },
  phase: 'decouple',
  sources: [
    'https://docs.aws.amazon.com/imagebuilder/latest/userguide/what-is-image-builder.html',
    'https://docs.aws.amazon.com/wellarchitected/latest/framework/sec_protect_compute_hardened_images.html',
  ],
  thresholds: {
    imageAge: { value: 180, unit: 'days', source: PROPOSAL },
    uptime: { value: 90, unit: 'days', source: PROPOSAL },
  },
  judge(workload, context) {
    const instances = workload.instanceIds.flatMap((id) => context.get('instance', id) ?? []).filter((instance) => !isOff(instance));
    if (instances.length === 0) return notApplicable('no instance of the workload runs');
    const imageIds = [...new Set(instances.flatMap(({ ImageId }) => ImageId ?? []))].sort();
    if (imageIds.length === 0) return undecided('no instance of the workload states its ImageId');
    const faults: Evidence[] = [];
    if (imageIds.length > 1) faults.push({ text: `${instances.length} instances run ${imageIds.length} images: ${imageIds.slice(0, 5).join(', ')}${imageIds.length > 5 ? ', …' : ''}`, basis: 'configuration' });
    const missing: string[] = [];
    for (const id of imageIds) {
      const image = context.get('image', id);
      if (!image) {
        missing.push(id);
        continue;
      }
      const age = daysSince(image.CreationDate, context.now);
      if (image.CreationDate !== undefined && age !== undefined && age > context.threshold('imageAge')) {
        faults.push({ text: `image ${id} was made on ${dateOf(image.CreationDate)}, ${age} days ago (limit ${context.threshold('imageAge')} days)`, basis: 'configuration' });
      }
      const vendor = vendorOf(image);
      if (vendor === undefined) continue;
      const users = instances.filter(({ ImageId }) => ImageId === id);
      const built = users.find((instance) => context.insight.bootOf(instance.id)?.heavy === true);
      const oldest = Math.max(...users.map((instance) => daysSince(instance.LaunchTime, context.now) ?? -1));
      if (built) faults.push({ text: `${built.id} starts from ${vendor}'s image ${id} and is built by its start script`, basis: 'text', resourceId: built.id });
      if (oldest > context.threshold('uptime')) faults.push({ text: `an instance of ${vendor}'s image ${id} has run for ${oldest} days (limit ${context.threshold('uptime')} days): what was installed since is written down nowhere`, basis: 'configuration' });
    }
    if (faults.length > 0) return fail(...faults);
    return missing.length > 0 ? undecided(`the image ${missing.join(', ')} is not in the estate`) : pass();
  },
});
