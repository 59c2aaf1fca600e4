import type { Evidence, ResourceOf } from '../../model/index.ts';
import { osFromImageName, osFromPlatform, releaseOf, type Release } from '../../workload/end-of-life/index.ts';
import type { RuleContext } from '../rule.ts';

export type OperatingSystemOf =
  | { readonly known: true; readonly release: Release; readonly evidence: Evidence }
  | { readonly known: false; readonly reason: string };

/** The operating system of an instance: what its agent says, else what the name of its image says. */
export function operatingSystemOf(instance: ResourceOf<'instance'>, context: RuleContext<'managedInstance' | 'image'>): OperatingSystemOf {
  const managed = context.get('managedInstance', instance.id);
  if (managed?.PlatformName !== undefined) {
    const said = `the agent reports ${managed.PlatformName} ${managed.PlatformVersion ?? ''}`.trimEnd();
    const system = osFromPlatform(managed.PlatformName, managed.PlatformVersion);
    const release = system && releaseOf(system.product, system.cycle);
    return release ? { known: true, release, evidence: { text: said, basis: 'inventory' } } : { known: false, reason: `${said}, which the table of end-of-life dates does not hold` };
  }
  const image = instance.ImageId === undefined ? undefined : context.get('image', instance.ImageId);
  for (const name of [image?.Name, image?.Description]) {
    const system = name === undefined ? undefined : osFromImageName(name);
    const release = system && releaseOf(system.product, system.cycle);
    if (release) return { known: true, release, evidence: { text: `it was started from the image ${name}`, basis: 'configuration' } };
  }
  const family = instance.PlatformDetails === undefined ? '' : ` (platform: ${instance.PlatformDetails})`;
  const gap = [context.completeness('managedInstance'), context.completeness('image')].flatMap((each) => (each.state === 'complete' ? [] : [each.reason]));
  const seen = image ? `the name of its image, ${image.Name ?? image.id}, says nothing` : 'its image is not in the estate';
  return { known: false, reason: `no agent reports the version, and ${seen}${family}${gap.length > 0 ? `; ${gap.join('; ')}` : ''}` };
}
