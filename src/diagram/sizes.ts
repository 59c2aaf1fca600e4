import type { DiagramNode } from './graph.ts';

/** Everything stands on a raster of this many pixels, arrows as well as boxes. */
export const STEP = 8;

/** A node is a card of one size, so that rows line up; a hub is a small one outside every network. */
export const NODE = { width: 184, height: 64 } as const;
export const HUB = { width: 120, height: 64 } as const;

/** Room inside a container; its title stands in the top margin. */
export const PADDING = { top: 40, side: 24, bottom: 24 } as const;

/** Room between boxes, wide enough for arrows to pass. */
export const GAP = { node: 32, line: 48, subnet: 32, zone: 48, tier: 64, margin: 16 } as const;

export function nodeSize(node: DiagramNode): { readonly width: number; readonly height: number } {
  return node.kind === 'internet' || node.kind === 'users' ? HUB : NODE;
}

/** The nearest place on the raster. */
export function snap(value: number): number {
  return Math.round(value / STEP) * STEP;
}
