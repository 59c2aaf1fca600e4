import type { DiagramContainer, DiagramGraph, DiagramNode } from './graph.ts';

/**
 * A Mermaid flowchart. Ids are our own; words of the account stand in quotes, where Mermaid reads `#…;` entities and nothing
 * else. The same graph gives the same text.
 */
export function mermaidGraph(graph: DiagramGraph): string {
  const names = new Map([...graph.containers.map((container, index) => [container.id, `c${index}`] as const), ...graph.nodes.map((node, index) => [node.id, `n${index}`] as const)]);
  const known = new Set(graph.containers.map((container) => container.id));
  const home = (item: DiagramNode | DiagramContainer) => (item.parent !== undefined && known.has(item.parent) ? item.parent : '');
  const children = Map.groupBy(graph.containers, home);
  const members = Map.groupBy(graph.nodes, home);
  const lines = ['flowchart TB'];
  const write = (parent: string, depth: number) => {
    const indent = '  '.repeat(depth);
    for (const node of members.get(parent) ?? []) lines.push(`${indent}${names.get(node.id) ?? ''}${shape(node)}`);
    for (const container of children.get(parent) ?? []) {
      lines.push(`${indent}subgraph ${names.get(container.id) ?? ''}["${mermaidText(container.access === undefined ? container.title : `${container.title} (${container.access})`)}"]`);
      write(container.id, depth + 1);
      lines.push(`${indent}end`);
    }
  };
  write('', 1);
  for (const edge of graph.edges) {
    const arrow = { open: '==>', restricted: '-.->', traffic: '-->', permitted: '-.->' }[edge.style];
    lines.push(`  ${names.get(edge.from) ?? ''} ${arrow}${edge.label === '' ? '' : `|"${mermaidText(edge.label)}"|`} ${names.get(edge.to) ?? ''}`);
  }
  const classed = (name: string, ids: readonly string[]) => (ids.length === 0 ? [] : [`  class ${ids.join(',')} ${name}`]);
  const idsOf = (items: readonly { readonly id: string }[]) => items.map((item) => names.get(item.id) ?? '');
  return [
    ...lines,
    '  classDef open stroke:#b3261e,stroke-width:3px', '  classDef restricted stroke:#9a6200,stroke-dasharray:6 3', '  classDef off opacity:0.6',
    '  classDef public fill:#fdf3e4,stroke:#d99a45,color:#1d2430', '  classDef private fill:#eaf3ee,stroke:#74a98a,color:#1d2430', '  classDef isolated fill:#e9eff8,stroke:#86a4cd,color:#1d2430', '  classDef unknown fill:#f2edf8,stroke:#a98fce,color:#1d2430',
    ...(['open', 'restricted'] as const).flatMap((exposure) => classed(exposure, idsOf(graph.nodes.filter((node) => node.exposure === exposure)))),
    ...classed('off', idsOf(graph.nodes.filter((node) => node.off === true))),
    ...(['public', 'private', 'isolated', 'unknown'] as const).flatMap((access) => classed(access, idsOf(graph.containers.filter((container) => container.access === access)))),
    '',
  ].join('\n');
}

function shape(node: DiagramNode): string {
  const text = [node.title, ...node.lines].map(mermaidText).join('<br/>');
  if (node.kind === 'database' || node.kind === 'cache') return `[("${text}")]`;
  if (node.kind === 'internet' || node.kind === 'users') return `(("${text}"))`;
  return `["${text}"]`;
}

/** Everything but letters, digits and harmless signs becomes a numeric entity; Mermaid writes those as `#35;`. */
export function mermaidText(text: string): string {
  return Array.from(text.replace(/\s+/g, ' ')).map((character) => {
    if (/[\p{L}\p{N} .,:/()+×·_–-]/u.test(character)) return character;
    return /\p{C}/u.test(character) ? '' : `#${character.codePointAt(0) ?? 0};`;
  }).join('').trim();
}
