import type { Scope } from '../model/index.ts';
import { anybody, eitherOf, exactly, NOBODY, type Bounded } from './bounded.ts';
import { FAMILIES, type Family } from './cidr.ts';
import { union } from './cidr-set.ts';
import type { EstateView } from './estate-view.ts';
import type { PrefixLists } from './prefix-lists.ts';
import { PublicRules, type PublicRule, type RuleSet } from './public-rules.ts';
import { sweep, type Segment } from './segments.ts';
import { ALL_TRAFFIC } from './traffic.ts';

/** Whom the groups on an interface let in from the internet, along the traffic line, by family. Equal rule sets share one. */
export interface GroupGate {
  readonly id: number;
  readonly ipv4: readonly Segment<Bounded>[];
  readonly ipv6: readonly Segment<Bounded>[];
}

/** Group gates by the groups: they only allow, and several are one rule set. */
export class GroupGates {
  readonly #rules: PublicRules;
  readonly #byGroups = new Map<string, GroupGate>();
  readonly #bySets = new Map<string, GroupGate>();
  readonly #clients = new Map<string, Bounded>();

  constructor(view: EstateView, lists: PrefixLists) {
    this.#rules = new PublicRules(view, lists);
  }

  /** The gate of a set of groups; undefined groups (`what` was not told its own) are unknown. */
  of(scope: Scope, groupIds: readonly string[] | undefined, what: string): GroupGate {
    const key = groupIds ? groupIds.join(' ') : `? ${what}`;
    let gate = this.#byGroups.get(key);
    if (!gate) {
      gate = this.#join(groupIds ? groupIds.map((id) => this.#rules.of(scope, id)) : [this.#rules.unknown(`groups of ${what} are not in the estate`)]);
      this.#byGroups.set(key, gate);
    }
    return gate;
  }

  /** A gate that nothing guards: a network load balancer without groups. */
  unguarded(): GroupGate {
    return this.#join([this.#rules.share(FAMILIES.map((family) => ({ ...ALL_TRAFFIC, family, clients: anybody(family), source: 'unguarded' })))]);
  }

  #join(sets: readonly RuleSet[]): GroupGate {
    const key = [...new Set(sets.map((set) => set.id))].sort((a, b) => a - b).join(' ');
    let gate = this.#bySets.get(key);
    if (!gate) {
      const rules = sets.length === 1 ? sets[0]?.rules ?? [] : sets.flatMap((set) => set.rules);
      gate = { id: this.#bySets.size, ipv4: this.#segments(rules, 'ipv4'), ipv6: this.#segments(rules, 'ipv6') };
      this.#bySets.set(key, gate);
    }
    return gate;
  }

  /** Equal sources give the same object, so that what is judged of one is judged of all. */
  #segments(rules: readonly PublicRule[], family: Family): Segment<Bounded>[] {
    return sweep(rules.filter((rule) => rule.family === family), [], (active) => {
      const [only] = active;
      if (!only) return NOBODY;
      if (active.length === 1) return only.clients;
      const key = `${family} ${[...new Set(active.map((rule) => rule.source))].sort().join(' ')}`;
      let clients = this.#clients.get(key);
      if (!clients) {
        const sets = active.map((rule) => rule.clients);
        clients = sets.every((set) => set.missing.length === 0) ? exactly(union(...sets.map((set) => set.sure))) : sets.reduce(eitherOf, NOBODY);
        this.#clients.set(key, clients);
      }
      return clients;
    });
  }
}
