/** The one map of exit codes; shown in help. The same with and without `--json`. */
export const EXIT = {
  ok: 0,
  unexpected: 1,
  usage: 2,
  gate: 3,
  partial: 4,
  credentials: 5,
  interrupted: 130,
} as const;

export type ExitName = keyof typeof EXIT;

/**
 * An error that its reader can act on: what happened, why, and the next command to run.
 * `code` is stable and greppable (`DUMP_NOT_FOUND`); `action` names the IAM action that is missing, where one is.
 */
export class MonolensError extends Error {
  override readonly name = 'MonolensError';
  readonly code: string;
  readonly exit: ExitName;
  readonly why: string | undefined;
  readonly next: string | undefined;
  readonly action: string | undefined;

  constructor(fields: {
    code: string;
    exit: ExitName;
    what: string;
    why?: string | undefined;
    next?: string | undefined;
    action?: string | undefined;
    cause?: unknown;
  }) {
    super(fields.what, { cause: fields.cause });
    this.code = fields.code;
    this.exit = fields.exit;
    this.why = fields.why;
    this.next = fields.next;
    this.action = fields.action;
  }
}
