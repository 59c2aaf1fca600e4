/** One measured figure and what it is held against. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The figure must be at most, or at least, this. */
  readonly atMost?: number;
  readonly atLeast?: number;
  readonly note?: string;
}

/** Prints the figures as a table, and sets the exit code where one misses its target. */
export function report(figures: readonly Figure[]): void {
  const width = Math.max(...figures.map((figure) => figure.name.length));
  for (const figure of figures) {
    const target = figure.atMost !== undefined ? `≤ ${figure.atMost}` : figure.atLeast !== undefined ? `≥ ${figure.atLeast}` : '';
    const met = (figure.atMost === undefined || figure.value <= figure.atMost) && (figure.atLeast === undefined || figure.value >= figure.atLeast);
    if (!met) process.exitCode = 1;
    const mark = target === '' ? ' ' : met ? '✔' : '✖';
    console.log(`${mark} ${figure.name.padEnd(width)}  ${shown(figure.value)} ${figure.unit}${target ? `  (target ${target})` : ''}${figure.note ? `  ${figure.note}` : ''}`);
  }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)] ?? NaN : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

function shown(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
