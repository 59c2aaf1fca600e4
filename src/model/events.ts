/** What the core tells its host while it works. The command line draws these; tests record them. */
export type ProgressEvent =
  /** A stretch of work begins; `id` pairs it with its end. */
  | { readonly type: 'task-start'; readonly id: string; readonly title: string; readonly total?: number }
  | { readonly type: 'task-progress'; readonly id: string; readonly done: number; readonly total?: number; readonly note?: string }
  | { readonly type: 'task-end'; readonly id: string; readonly outcome: 'ok' | 'partial' | 'failed' | 'skipped'; readonly note?: string }
  | { readonly type: 'info'; readonly text: string }
  | { readonly type: 'warning'; readonly text: string };

export type Emit = (event: ProgressEvent) => void;

/** For callers that nobody watches. */
export const silent: Emit = () => {};
