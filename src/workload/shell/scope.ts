import type { Function as ShellFunction } from 'unbash';

/** What is known of variables and functions at a point of a script. */
export class Scope {
  readonly variables: Map<string, string>;
  readonly arrays: Map<string, readonly string[]>;
  readonly functions: Map<string, ShellFunction['body']>;
  /** Functions that something called. */
  readonly called: Set<string>;
  positional: readonly string[] | undefined;

  constructor(parent?: Scope, positional?: readonly string[]) {
    this.variables = parent?.variables ?? new Map();
    this.arrays = parent?.arrays ?? new Map();
    this.functions = parent?.functions ?? new Map();
    this.called = parent?.called ?? new Set();
    this.positional = positional ?? parent?.positional;
  }

  /** A shell that inherits values but whose changes do not come back: `bash -c`. */
  fork(): Scope {
    const scope = new Scope();
    for (const [name, value] of this.variables) scope.variables.set(name, value);
    return scope;
  }

  /** The value of `NAME`, `1` or `@`; undefined where it is not known. */
  get(name: string): string | undefined {
    if (/^\d+$/.test(name)) return this.positional?.[Number(name) - 1];
    if (name === '@' || name === '*') return this.positional?.join(' ');
    return this.variables.get(name) ?? this.arrays.get(name)?.[0];
  }

  list(name: string): readonly string[] | undefined {
    if (name === '@' || name === '*') return this.positional;
    return this.arrays.get(name);
  }
}
