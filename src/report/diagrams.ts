import type { Run } from '../model/index.ts';
import type { Diagrams } from './view.ts';

/** Both diagrams of a run, laid out. */
export function drawDiagrams(_run: Run): Promise<Diagrams> {
  const none = { lead: '', absent: 'No diagram was drawn.', notes: [] };
  return Promise.resolve({ current: none, target: none });
}
