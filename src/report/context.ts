import type { Run } from '../model/index.ts';
import type { ResourceName } from './resource-names.ts';

/** What a rule says about itself; findings do not repeat it. */
export interface RuleText { readonly why: string; readonly sources?: readonly string[] }

/** What every section is made from. */
export interface Context {
  readonly run: Run;
  readonly nameOf: (idOrArn: string) => ResourceName;
  readonly ruleText: (ruleId: string) => RuleText | undefined;
  /** ISO 8601. */
  readonly generatedAt: string;
}
