import type { NodeKind } from './graph.ts';
import { svg, type SvgNode } from './svg.ts';

/** The colour family of a box. */
export type Category = 'outside' | 'compute' | 'entry' | 'data' | 'beside';

export const CATEGORY: Readonly<Record<NodeKind, Category>> = {
  internet: 'outside', users: 'outside', instance: 'compute', instances: 'compute', containers: 'compute', functions: 'compute', 'application-balancer': 'entry', 'network-balancer': 'entry', 'classic-balancer': 'entry',
  nat: 'entry', cdn: 'entry', dns: 'entry', firewall: 'entry', api: 'entry', database: 'data', cache: 'data', 'file-system': 'data', bucket: 'data', queue: 'beside', registry: 'beside', secrets: 'beside', monitoring: 'beside', service: 'beside',
};

const BALANCER = ['M4 12h5', 'M9 12L16 5', 'M9 12h8', 'M9 12l7 7', 'M16 5h4', 'M17 12h3', 'M16 19h4'];
const CYLINDER = ['M4 6c0-1.7 3.6-3 8-3s8 1.3 8 3-3.6 3-8 3-8-1.3-8-3z', 'M4 6v12c0 1.7 3.6 3 8 3s8-1.3 8-3V6', 'M4 12c0 1.7 3.6 3 8 3s8-1.3 8-3'];

/** Our own line drawings on a 24 by 24 grid: plain shapes for what a box does. */
const GLYPHS: Readonly<Record<NodeKind, readonly string[]>> = {
  internet: ['M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18z', 'M3 12h18', 'M12 3c3 2.6 4 5.6 4 9s-1 6.4-4 9c-3-2.6-4-5.6-4-9s1-6.4 4-9z'],
  users: ['M12 4a4 4 0 1 0 0 8a4 4 0 1 0 0-8z', 'M4 21c.6-4 4-6 8-6s7.400 2 8 6'],
  instance: ['M5 5h14v14H5z', 'M9 9h6v6H9z', 'M9 2v3', 'M15 2v3', 'M9 19v3', 'M15 19v3', 'M2 9h3', 'M2 15h3', 'M19 9h3', 'M19 15h3'],
  instances: ['M4 8h12v12H4z', 'M8 8V4h12v12h-4'],
  containers: ['M3 7l9-4 9 4-9 4z', 'M3 7v10l9 4 9-4V7', 'M12 11v10'],
  functions: ['M6 4h4l8 16', 'M12 11L6 20'],
  'application-balancer': BALANCER, 'network-balancer': BALANCER, 'classic-balancer': BALANCER,
  nat: ['M3 12h13', 'M12 7l5 5-5 5', 'M20 4v16'],
  cdn: ['M12 12m-2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0', 'M12 3v5', 'M12 16v5', 'M3 12h5', 'M16 12h5', 'M6 6l3 3', 'M15 15l3 3', 'M18 6l-3 3', 'M9 15l-3 3'],
  dns: ['M4 5h16v6H4z', 'M4 13h16v6H4z', 'M8 8h.5', 'M8 16h.5'],
  firewall: ['M12 3l8 3v6c0 4.500-3.400 7.800-8 9-4.600-1.200-8-4.500-8-9V6z'],
  api: ['M8 6l-5 6 5 6', 'M16 6l5 6-5 6'],
  database: CYLINDER,
  cache: ['M13 3L5 14h6l-1 7 9-12h-6z'],
  'file-system': ['M3 6h7l2 3h9v11H3z'],
  bucket: ['M4 6h16l-2 14H6z', 'M4 6c0-1.500 3.600-2.500 8-2.500s8 1 8 2.500'],
  queue: ['M3 8h4v8H3z', 'M10 8h4v8h-4z', 'M17 8h4v8h-4z'],
  registry: ['M4 4h7v7H4z', 'M13 4h7v7h-7z', 'M4 13h7v7H4z', 'M13 13h7v7h-7z'],
  secrets: ['M8 11m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0', 'M12 11h9', 'M17 11v4', 'M20 11v3'],
  monitoring: ['M3 17l5-6 4 4 6-9 3 5', 'M3 21h18'],
  service: ['M12 3l8 4.500v9L12 21l-8-4.500v-9z'],
};

/** The glyph of a box, its top left corner at (x, y). */
export function glyph(kind: NodeKind, x: number, y: number, size: number): SvgNode {
  return svg('g', { class: `d-tile d-${CATEGORY[kind]}` },
    svg('rect', { x, y, width: size, height: size, rx: 8 }),
    svg('path', { d: GLYPHS[kind].join(''), transform: `translate(${x + size * 0.18} ${y + size * 0.18}) scale(${size * 0.64 / 24})` }));
}
