/** How much of what was measured is taken, and how much room is left above it. */
export interface SizingSettings {
  /** Percentile of the five-minute CPU maxima: 95, 99.5 or 100. Compute Optimizer's default is 99.5. */
  readonly percentile: 95 | 99.5 | 100;
  /** Share of the new capacity that stays free at that percentile, percent. Compute Optimizer's default is 20 for both. */
  readonly headroomPercent: { readonly cpu: number; readonly memory: number };
  /** Below either there is no advice: share of the window with data, and days with data. */
  readonly leastCoverage: number;
  readonly leastDays: number;
}

export const DEFAULT_SIZING: SizingSettings = { percentile: 99.5, headroomPercent: { cpu: 20, memory: 20 }, leastCoverage: 0.7, leastDays: 7 };

/** The statistic of CPUUtilization that the percentile stands for. */
export function cpuStat({ percentile }: SizingSettings): string {
  return percentile === 100 ? 'Maximum' : `p${percentile} of Maximum`;
}
