import type { SizedDimension, UtilisationFigure } from '../../model/index.ts';
import type { SizingSettings } from './sizing-settings.ts';

const DAY_MS = 86_400_000;
/** At or below this share of its allowance, a dimension has room to spare, percent; between it and the headroom line it is watched. */
const COMFORTABLE_PERCENT = 60;

interface Measured {
  readonly dimension: SizedDimension['dimension'];
  readonly unit: SizedDimension['unit'];
  readonly figure: UtilisationFigure | undefined;
  /** What there is, in `unit`; null where the instance type is not known. */
  readonly provisioned: number | null;
  /** `measured` as a share of what there is, 0 to 1; undefined where `provisioned` is needed for it and not known. */
  share(value: number): number | undefined;
  readonly headroomPercent: number;
  /** Why there is no figure, where the figure itself does not say. */
  readonly absent: string;
}

/**
 * One dimension: required = used / (1 - headroom), so that at the measured percentile the headroom stays free. Without enough data
 * there is a reason in place of advice.
 */
export function sizeDimension(measured: Measured, settings: SizingSettings): SizedDimension {
  const { dimension, unit, figure, provisioned, headroomPercent } = measured;
  const base = { dimension, unit, stat: figure?.stat ?? '', coverage: figure?.coverage ?? 0, provisioned };
  const without = (reason: string, value: number | null): SizedDimension => ({ ...base, measured: value, required: null, risk: 'unknown', reason });
  if (!figure || figure.value === null) return without(figure?.missing !== undefined && figure.missing !== 'no-data' ? figure.reason ?? measured.absent : measured.absent, null);
  const short = tooLittle(figure, settings);
  if (short !== undefined) return without(short, figure.value);
  const share = measured.share(figure.value);
  if (share === undefined || provisioned === null) return without('the capacity of the instance type is not known', figure.value);
  const percent = share * 100;
  return {
    ...base, measured: figure.value, required: (provisioned * share) / (1 - headroomPercent / 100),
    risk: percent > 100 - headroomPercent ? 'high' : percent > COMFORTABLE_PERCENT ? 'medium' : 'low',
  };
}

/** Why a figure is too thin to advise on, or undefined where it is not. */
export function tooLittle({ coverage, window, metric }: UtilisationFigure, { leastCoverage, leastDays }: SizingSettings): string | undefined {
  const days = (coverage * (Date.parse(window.end) - Date.parse(window.start))) / DAY_MS;
  if (coverage < leastCoverage) return `${metric} covers ${percentOf(coverage)} of the window; ${percentOf(leastCoverage)} are needed for advice`;
  if (days < leastDays) return `${metric} covers ${days.toFixed(1)} days; ${leastDays} are needed for advice`;
  return undefined;
}

/** Rounded down, so that 69.96 % does not read as the 70 % that it misses. */
function percentOf(share: number): string {
  return `${Math.floor(share * 1000) / 10} %`;
}
