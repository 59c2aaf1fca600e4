import type { ResourceOf } from '../../model/index.ts';
import type { RuleContext } from '../rule.ts';

/** The host names whose requests listener rules send to the target group, `www.` and the bare name counted as one; sorted. */
export function hostsOfTargetGroup(targetGroupArn: string, context: RuleContext<'listenerRule'>): readonly string[] {
  const rules = context.where('listenerRule', 'target group', targetGroupsOf, targetGroupArn);
  const hosts = rules.flatMap(({ Conditions }) => (Conditions ?? [])
    .filter(({ Field }) => Field === 'host-header')
    .flatMap(({ Values, HostHeaderConfig }) => HostHeaderConfig?.Values ?? Values ?? []));
  return [...new Set(hosts.map((host) => host.toLowerCase().replace(/^www\./, '')))].sort();
}

function targetGroupsOf({ Actions }: ResourceOf<'listenerRule'>): readonly (string | undefined)[] {
  return (Actions ?? []).flatMap(({ TargetGroupArn, ForwardConfig }) => [TargetGroupArn, ...(ForwardConfig?.TargetGroups ?? []).map((target) => target.TargetGroupArn)]);
}
