import { describe, expect, test } from 'vitest';
import {
  KIND_NAMES, KINDS, type Baseline, type Benchmark, type Estate, type Exposure, type Finding, type Insight, type Kind, type ResourceOf,
} from '../../src/model/index.ts';
import { isGlobalKind } from '../../src/model/index.ts';
import { runRules } from '../../src/rules/runner.ts';
import type { AnyRule } from '../../src/rules/rule.ts';

export const ACCOUNT = '111122223333';
export const REGION = 'eu-west-1';
export const NOW = new Date('2026-11-20T00:00:00Z');

/** What a test says of a resource: its id and the AWS fields that matter. The rest of the base is filled in. */
export type Literal<K extends Kind> = { readonly id: string } & { readonly [F in keyof ResourceOf<K> as string extends F ? never : F]?: ResourceOf<K>[F] | undefined };
export type Literals = { readonly [K in Kind]?: readonly Literal<K>[] };

export interface EstateOptions {
  readonly denied?: readonly Kind[];
  readonly partial?: readonly Kind[];
  /** Kinds that nobody asked for: no coverage entry. */
  readonly skipped?: readonly Kind[];
}

/** A tiny estate of one account and region: every kind collected whole, save those that the options name. */
export function estateOf(literals: Literals, options: EstateOptions = {}): Estate {
  const resources = Object.fromEntries(Object.entries(literals).map(([kind, list]) => [
    kind,
    list.map((literal) => ({ account: ACCOUNT, region: isGlobalKind(kind as Kind) ? 'global' : REGION, tags: {}, ...literal })),
  ])) as unknown as Estate['resources']; // fields that a rule does not read may be absent
  return {
    accounts: [{ id: ACCOUNT, partition: 'aws' }],
    regions: [REGION],
    collectedAt: NOW.toISOString(),
    source: 'dump',
    resources,
    coverage: KIND_NAMES.filter((kind) => !options.skipped?.includes(kind)).map((kind) => ({
      service: KINDS[kind].service,
      operation: KINDS[kind].operation,
      action: KINDS[kind].action,
      account: ACCOUNT,
      region: isGlobalKind(kind) ? 'global' : REGION,
      outcome: options.denied?.includes(kind) ? 'denied' as const : options.partial?.includes(kind) ? 'partial' as const : 'ok' as const,
      items: literals[kind]?.length ?? 0,
      pages: 1,
    })),
  };
}

export interface JudgeOptions {
  readonly insight?: Partial<Insight>;
  readonly baseline?: Partial<Baseline>;
  readonly benchmark?: Benchmark;
  readonly now?: Date;
  readonly thresholds?: Readonly<Record<string, number>>;
}

/** Every finding of one rule on an estate. */
export function judgeAll(rule: AnyRule, estate: Estate, options: JudgeOptions = {}): Finding[] {
  return runRules([rule], {
    estate,
    insight: {
      subnets: [], exposures: [], indirectPaths: [], components: [], boot: [], workloads: [], dependencies: [], bottlenecks: [], ...options.insight,
    },
    baseline: { utilisation: [], series: [], ...options.baseline },
    benchmark: options.benchmark,
    settings: { prefer: {}, thresholds: options.thresholds ? { [rule.id]: options.thresholds } : {}, rules: [], excludeRules: [] },
    now: options.now ?? NOW,
  });
}

/** The finding on one resource (its id or ARN), or on the account and region as a whole where none is named. */
export function judgeOne(rule: AnyRule, estate: Estate, subjectId: string = `${ACCOUNT}/${REGION}`, options: JudgeOptions = {}): Finding {
  const findings = judgeAll(rule, estate, options);
  const found = findings.find((finding) => finding.resourceId === subjectId || finding.resourceId.endsWith(`/${subjectId}`) || finding.resourceId.endsWith(`:${subjectId}`));
  if (!found) throw new Error(`${rule.id} says nothing on ${subjectId}; it speaks of ${findings.map((finding) => finding.resourceId).join(', ') || 'nothing'}`);
  return found;
}

/** `fail high`, `pass`, `unknown`: a verdict as a cell of a truth table. */
export function verdict(finding: Finding): string {
  return finding.outcome === 'fail' ? `fail ${finding.severity}` : finding.outcome;
}

/** An exposure row of an instance on a documentation address: open to the world on tcp 22 unless told otherwise. */
export function exposure(row: Partial<Exposure> = {}): Exposure {
  return {
    resourceId: 'i-1', networkInterfaceId: 'eni-1', address: '203.0.113.10', family: 'ipv4', protocol: 'tcp', fromPort: 22, toPort: 22,
    sources: ['0.0.0.0/0'], verdict: 'exposed', closedGates: [], via: 'direct', ...row,
  };
}

/** One row of a truth table: what is there, the verdict on it (`fail high`, `pass`, …), and what was denied or concluded. */
export type Row = readonly [name: string, there: Literals, expected: string, options?: EstateOptions & JudgeOptions & { readonly says?: string | RegExp }];

/** Tests a rule row by row on one subject; `says` must be in the finding's evidence or reason. Leave `subjectId` out for the account and region. */
export function truthTable(rule: AnyRule, subjectId: string | undefined, rows: readonly Row[]): void {
  describe(`${rule.code} ${rule.id}`, () => {
    test.each(rows.map(([name, there, expected, options = {}]) => ({ name, there, expected, options })))('$name', ({ there, expected, options }) => {
      const finding = judgeOne(rule, estateOf(there, options), subjectId, options);
      expect(verdict(finding)).toBe(expected);
      expect(explained(finding), 'a fail shows evidence, an unknown says why').toBe(true);
      expect(finding.reason ?? '').not.toContain('rule failed');
      expect([...finding.evidence.map((line) => line.text), finding.reason ?? ''].join('\n')).toMatch(options.says ?? '');
    });
  });
}

function explained(finding: Finding): boolean {
  if (finding.outcome === 'fail') return finding.evidence.length > 0;
  return finding.outcome === 'pass' || (finding.reason ?? '') !== '';
}
