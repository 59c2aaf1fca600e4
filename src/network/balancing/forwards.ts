import * as z from 'zod';
import type { Listener, ListenerAction, ListenerRule } from '../../model/resources/balancing.ts';
import type { EstateView } from '../estate-view.ts';

/** Where a listener may send a client on to. */
export interface Forward {
  readonly to: { readonly kind: 'target-group'; readonly arn: string } | { readonly kind: 'instances'; readonly instanceIds: readonly string[]; readonly port: number };
  /** Blocks that a rule's source-ip condition names; undefined where clients are not told apart. */
  readonly sources: readonly string[] | undefined;
  /** Set where it is not known whether the listener forwards there at all. */
  readonly missing: string | undefined;
  readonly notes: readonly string[];
}

/**
 * Every target group that some client can be forwarded to, by the rules in their order and the default action. Redirects, fixed
 * responses and authentication alone lead nowhere, nor does a weight of 0; after a rule that matches everything the rest is never asked.
 */
export function forwardsOf(view: EstateView, listener: Listener): Forward[] {
  const forwards: Forward[] = [];
  for (const rule of rulesOf(view, listener)) {
    const sources = sourceCondition(rule);
    forwards.push(...forwardActions(rule.Actions, sources, conditionNotes(rule)));
    if (sources === undefined && matchesEverything(rule)) return distinct(forwards);
  }
  return distinct([...forwards, ...forwardActions(listener.DefaultActions, undefined, [])]);
}

/** Target groups that say they belong to the balancer but that no known rule leads to, where the rules could not be read. */
export function possibleForwards(view: EstateView, listener: Listener): Forward[] {
  const gap = view.gap(listener, 'listenerRule');
  if (!gap || listener.LoadBalancerArn === undefined) return [];
  const certain = new Set(forwardsOf(view, listener).map((forward) => JSON.stringify(forward.to)));
  return view.where('targetGroup', 'load balancer', (group) => group.LoadBalancerArns ?? [], listener.LoadBalancerArn)
    .map((group): Forward => ({ to: { kind: 'target-group', arn: group.TargetGroupArn }, sources: undefined, missing: gap, notes: [] }))
    .filter((forward) => !certain.has(JSON.stringify(forward.to)));
}

function rulesOf(view: EstateView, listener: Listener): ListenerRule[] {
  const priority = (rule: ListenerRule) => Number(rule.Priority ?? Number.POSITIVE_INFINITY);
  return view.where('listenerRule', 'listener', (rule) => [rule.ListenerArn], listener.ListenerArn)
    .filter((rule) => rule.IsDefault !== true && rule.Priority !== 'default')
    .sort((a, b) => priority(a) - priority(b));
}

function forwardActions(actions: readonly ListenerAction[] | undefined, sources: readonly string[] | undefined, notes: readonly string[]): Forward[] {
  const login = (actions ?? []).find((action) => action.Type?.startsWith('authenticate-') ?? false)?.Type;
  return (actions ?? []).filter((action) => action.Type === 'forward').flatMap((action) => {
    const weighted = action.ForwardConfig?.TargetGroups ?? [{ TargetGroupArn: action.TargetGroupArn, Weight: 1 }];
    return weighted.filter((group) => group.Weight !== 0).flatMap(({ TargetGroupArn }) => (TargetGroupArn === undefined ? [] : [{
      to: { kind: 'target-group' as const, arn: TargetGroupArn }, sources, missing: undefined, notes: login === undefined ? notes : [...notes, `after ${login}`],
    }]));
  });
}

const SourceIp = z.object({ SourceIpConfig: z.object({ Values: z.array(z.string()) }) });

function sourceCondition(rule: ListenerRule): readonly string[] | undefined {
  for (const condition of rule.Conditions ?? []) {
    const parsed = SourceIp.safeParse(condition);
    if (parsed.success) return parsed.data.SourceIpConfig.Values;
  }
  return undefined;
}

const EVERYTHING: Readonly<Record<string, ReadonlySet<string>>> = { 'path-pattern': new Set(['*', '/*']), 'host-header': new Set(['*']) };

function matchesEverything(rule: ListenerRule): boolean {
  return (rule.Conditions ?? []).every((condition) => valuesOf(condition).some((value) => EVERYTHING[condition.Field ?? '']?.has(value) ?? false));
}

function conditionNotes(rule: ListenerRule): string[] {
  return (rule.Conditions ?? []).filter((condition) => valuesOf(condition).length > 0)
    .map((condition) => `${condition.Field ?? 'condition'} ${valuesOf(condition).join(', ')}`);
}

function valuesOf(condition: NonNullable<ListenerRule['Conditions']>[number]): readonly string[] {
  return condition.Values ?? condition.PathPatternConfig?.Values ?? condition.HostHeaderConfig?.Values ?? [];
}

/** One forward per place: where an unconditional one leads to the same, the conditional ones add nothing. */
function distinct(forwards: readonly Forward[]): Forward[] {
  const byPlace = Map.groupBy(forwards, (forward) => JSON.stringify(forward.to));
  return [...byPlace.values()].flatMap((same): Forward[] => {
    const [first] = same;
    if (!first) return [];
    const open = same.find((forward) => forward.sources === undefined && forward.notes.length === 0) ?? same.find((forward) => forward.sources === undefined);
    if (open) return [open];
    return [{ ...first, sources: [...new Set(same.flatMap((forward) => forward.sources ?? []))].sort() }];
  });
}
