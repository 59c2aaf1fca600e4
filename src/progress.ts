import type { Host } from './host.ts';
import type { Emit, ProgressEvent } from './model/index.ts';

const FRAME_MS = 80;
const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const MARK = { ok: '✔', partial: '◐', failed: '✖', skipped: '–' } as const;

interface Task {
  readonly title: string;
  readonly startedAt: number;
  done: number;
  total: number | undefined;
  note: string | undefined;
}

/**
 * Draws progress events on stderr. On a terminal the running tasks stay at the bottom and are redrawn in place; elsewhere each
 * task is one plain line when it ends, so that a log stays readable.
 */
export function progressPrinter(host: Host): { emit: Emit; stop(): void } {
  const tasks = new Map<string, Task>();
  let drawn = 0;
  let frame = 0;
  let timer: NodeJS.Timeout | undefined;

  const erase = (): void => {
    if (drawn > 0) host.err(`\u001B[${drawn}A\u001B[0J`);
    drawn = 0;
  };
  const draw = (): void => {
    erase();
    const room = Math.max(1, 12);
    const running = [...tasks.values()];
    const lines = running.slice(0, room).map((task) => fit(`${FRAMES[frame % FRAMES.length] ?? ''} ${describe(task, host.now().getTime())}`, host.columns));
    if (running.length > room) lines.push(`  … and ${running.length - room} more`);
    if (lines.length > 0) host.err(`${lines.join('\n')}\n`);
    drawn = lines.length;
    frame += 1;
  };
  const print = (line: string): void => {
    erase();
    host.err(`${line}\n`);
    if (host.interactive && tasks.size > 0) draw();
  };
  const tick = (): void => {
    if (!host.interactive || timer) return;
    timer = setInterval(draw, FRAME_MS);
    timer.unref();
  };
  const stop = (): void => {
    if (timer) clearInterval(timer);
    timer = undefined;
    erase();
    tasks.clear();
  };

  const emit = (event: ProgressEvent): void => {
    switch (event.type) {
      case 'task-start':
        tasks.set(event.id, { title: event.title, startedAt: host.now().getTime(), done: 0, total: event.total, note: undefined });
        tick();
        break;
      case 'task-progress': {
        const task = tasks.get(event.id);
        if (!task) break;
        task.done = event.done;
        task.total = event.total ?? task.total;
        task.note = event.note ?? task.note;
        break;
      }
      case 'task-end': {
        const task = tasks.get(event.id);
        tasks.delete(event.id);
        if (task) print(`${MARK[event.outcome]} ${task.title}${event.note ? `: ${event.note}` : ''}`);
        if (tasks.size === 0) stop();
        break;
      }
      case 'info':
        print(event.text);
        break;
      case 'warning':
        print(`! ${event.text}`);
        break;
    }
  };
  return { emit, stop };
}

function describe(task: Task, now: number): string {
  const seconds = (now - task.startedAt) / 1000;
  const count = task.total === undefined ? (task.done > 0 ? ` ${task.done}` : '') : ` ${task.done}/${task.total}`;
  const left = task.total !== undefined && task.done > 0 && task.done < task.total && seconds > 2
    ? `, ${Math.ceil((seconds / task.done) * (task.total - task.done))} s left` : '';
  return `${task.title}${count}${left}${task.note ? `: ${task.note}` : ''}`;
}

function fit(line: string, columns: number): string {
  return line.length < columns ? line : `${line.slice(0, Math.max(1, columns - 2))}…`;
}
