import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isObject, type JsonObject, type JsonValue } from '../../aws/index.ts';

/** What a file said, or why it says nothing. */
export type FileRead = { readonly ok: true; readonly value: JsonValue } | { readonly ok: false; readonly message: string };

/** One folder of a dump: what lies in it, read when asked for. `shown` is its path as messages name it. */
export class DumpFolder {
  readonly path: string;
  readonly shown: string;
  #names: Promise<ReadonlySet<string>> | undefined;
  #byId: Promise<ReadonlyMap<string, string>> | undefined;

  constructor(path: string, shown: string) {
    this.path = path;
    this.shown = shown;
  }

  /** The names in the folder; none where it does not exist. */
  async names(): Promise<ReadonlySet<string>> {
    this.#names ??= readdir(this.path).then((names) => new Set(names.sort()), () => new Set<string>());
    return this.#names;
  }

  /** File names by the id that they stand for: URL-decoded, with or without `.json`. */
  async byId(): Promise<ReadonlyMap<string, string>> {
    this.#byId ??= this.names().then((names) => {
      const byId = new Map<string, string>();
      for (const name of names) {
        byId.set(decoded(name), name);
        if (name.endsWith('.json')) byId.set(decoded(name.slice(0, -'.json'.length)), name);
      }
      return byId;
    });
    return this.#byId;
  }

  async read(name: string): Promise<FileRead> {
    const shown = `${this.shown}/${name}`;
    let text: string;
    try {
      text = await readFile(join(this.path, name), 'utf8');
    } catch (error) {
      return { ok: false, message: `${shown} cannot be read (${error instanceof Error && 'code' in error ? String(error.code) : 'unknown'})` };
    }
    if (text.trim() === '') return { ok: false, message: `${shown} is empty: the call that should have written it may have failed` };
    try {
      const value = JSON.parse(text.replace(/^\uFEFF/, '')) as JsonValue;
      if (isObject(value) || Array.isArray(value)) return { ok: true, value };
      return { ok: false, message: `${shown} holds no answer of an API` };
    } catch {
      return { ok: false, message: `${shown} is not whole JSON (${text.length} characters)` };
    }
  }
}

/** The pages that a file holds: itself, or the list that it is. */
export function pagesOf(value: JsonValue): readonly JsonObject[] {
  return (Array.isArray(value) ? (value as readonly JsonValue[]) : [value]).filter((page): page is JsonObject => isObject(page));
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
