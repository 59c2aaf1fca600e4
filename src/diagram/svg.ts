import { escapeXml } from './xml.ts';

const ELEMENTS = ['svg', 'g', 'defs', 'title', 'desc', 'rect', 'circle', 'ellipse', 'line', 'path', 'polygon', 'text', 'tspan', 'marker', 'style'] as const;
export type SvgElement = (typeof ELEMENTS)[number];

/** A drawing as data: text and attribute values are escaped where it is serialised, and only there. */
export interface SvgNode {
  readonly element: SvgElement;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (SvgNode | string)[];
}

const known: ReadonlySet<string> = new Set(ELEMENTS);
/** No `on…`, no `href`, no `style`: nothing that could run, load or restyle. */
const ATTRIBUTE = /^(?!on|href|style|xlink)[a-z][a-zA-Z0-9-]*$/;

/** One element; `undefined` attributes are left out. */
export function svg(
  element: SvgElement, attributes: Readonly<Record<string, string | number | undefined>> = {}, ...children: readonly (SvgNode | string)[]
): SvgNode {
  const kept: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) kept[name] = value;
  return { element, attributes: kept, children };
}

/** The drawing as markup that is well-formed as XML and inside HTML. Numbers are rounded to two decimals. */
export function serialiseSvg(node: SvgNode): string {
  if (!known.has(node.element)) throw new TypeError(`not an SVG element of ours: ${node.element}`);
  const attributes = Object.entries(node.attributes).map(([name, value]) => {
    if (!ATTRIBUTE.test(name)) throw new TypeError(`not an SVG attribute of ours: ${name}`);
    return ` ${name}="${typeof value === 'number' ? String(Math.round(value * 100) / 100) : escapeXml(value)}"`;
  }).join('');
  if (node.children.length === 0) return `<${node.element}${attributes}/>`;
  const children = node.children.map((child) => (typeof child === 'string' ? escapeXml(child) : serialiseSvg(child))).join('');
  return `<${node.element}${attributes}>${children}</${node.element}>`;
}
