import type { UtilisationFigure } from '../model/index.ts';

/** Figures by resource, metric and statistic. */
export class FigureIndex {
  readonly #byResource: ReadonlyMap<string, readonly UtilisationFigure[]>;

  constructor(figures: readonly UtilisationFigure[]) {
    this.#byResource = Map.groupBy(figures, ({ resourceId }) => resourceId);
  }

  /** The figure, whether or not it has a value. Of several (one per mount point, say) the highest. */
  find(resourceId: string, metric: string, stat: string, namespace?: string): UtilisationFigure | undefined {
    return (this.#byResource.get(resourceId) ?? [])
      .filter((figure) => figure.metric === metric && figure.stat === stat && (namespace === undefined || figure.namespace === namespace))
      .sort((a, b) => (b.value ?? Number.NEGATIVE_INFINITY) - (a.value ?? Number.NEGATIVE_INFINITY))[0];
  }

  /** Its value, or null where it is not known. */
  value(resourceId: string, metric: string, stat: string, namespace?: string): number | null {
    return this.find(resourceId, metric, stat, namespace)?.value ?? null;
  }
}
