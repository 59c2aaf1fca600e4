import { MonolensError } from '../errors.ts';
import type { Estate } from '../model/index.ts';

/** The collection ended early: interrupted, or the credentials expired. What it had is kept, and its coverage says what is missing. */
export class CollectionStopped extends MonolensError {
  readonly partialEstate: Estate;

  constructor(cause: unknown, partialEstate: Estate) {
    const known = cause instanceof MonolensError ? cause : undefined;
    const aborted = cause instanceof DOMException || (cause instanceof Error && cause.name === 'AbortError');
    super({
      code: known?.code ?? (aborted ? 'INTERRUPTED' : 'COLLECTION_FAILED'),
      exit: known?.exit ?? (aborted ? 'interrupted' : 'unexpected'),
      what: known?.message ?? (aborted ? 'Stopped on request.' : 'The collection failed.'),
      why: known?.why ?? (aborted ? 'The run was interrupted before every call was made.' : String(cause)),
      next: known?.next ?? 'Run the same command again.',
      action: known?.action,
      cause,
    });
    this.partialEstate = partialEstate;
  }
}
