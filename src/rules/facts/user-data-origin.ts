import type { ResourceOf } from '../../model/index.ts';
import type { RuleContext } from '../rule.ts';

/**
 * The launch template version or configuration that an instance's user data came from: same text, and the instance belongs to an
 * Auto Scaling group. What is wrong with such a script is wrong in the template, once, and not in each of its instances.
 */
export function templateWithSameText(userData: ResourceOf<'userData'>, context: RuleContext<'userData' | 'instance'>): string | undefined {
  if (userData.of !== 'instance' || context.get('instance', userData.id)?.tags['aws:autoscaling:groupName'] === undefined) return undefined;
  const same = context.where('userData', 'template fingerprint', ({ of, fingerprint }) => [of === 'instance' ? undefined : fingerprint], userData.fingerprint);
  const [template] = same;
  return template && `${template.of === 'launch-configuration' ? 'launch configuration' : 'launch template version'} ${template.id}`;
}
