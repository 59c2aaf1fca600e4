import { expect, test } from 'vitest';
import type { AnyRule } from '../../src/rules/rule.ts';
import { estateOf, judgeOne, verdict, type EstateOptions, type JudgeOptions, type Literals } from './case.ts';

/** A row of a rule's truth table: what the situation is, the verdict, the estate that is so, and what else is known. */
export type Row = readonly [situation: string, expected: string, estate: Literals, more?: EstateOptions & JudgeOptions & {
  /** What the evidence or the reason has to say. */
  readonly says?: RegExp;
}];

/** Judges one resource in every situation of the table. */
export function truthTable(rule: AnyRule, subjectId: string | undefined, rows: readonly Row[]): void {
  const situations = rows.map(([situation, expected, estate, more]) => ({ rule: rule.id, situation, expected, estate, more: more ?? {} }));
  test.each(situations)('$rule: $situation: $expected', ({ expected, estate, more }) => {
    const finding = judgeOne(rule, estateOf(estate, more), subjectId, more);
    expect(verdict(finding)).toBe(expected);
    const said = [...finding.evidence.map(({ text }) => text), finding.reason ?? ''].join('\n');
    expect(said).toMatch(more.says ?? /(?:)/);
    // What fails shows why; what is unknown or does not apply says why.
    expect(finding.outcome === 'fail' ? finding.evidence.length : 1).toBeGreaterThan(0);
    expect(/unknown|not-applicable/.test(finding.outcome) ? finding.reason : 'needs none').toBeTruthy();
  });
}
