import { describe, expect, test } from 'vitest';
import { currentGraph, drawGraph, drawioFile, layoutGraph, mermaidGraph, serialiseSvg, svg, targetGraph, type DiagramGraph, type PlacedGraph } from '../../src/diagram/index.ts';
import { fitText, textWidth } from '../../src/diagram/text-width.ts';
import { hostileRun } from '../report/hostile-run.ts';
import { emptyRun, sampleRun } from '../report/sample-run.ts';

const run = sampleRun();
const current = currentGraph(run.estate, run.insight);

/** Reads XML as a parser must, in the small: tags balance, attributes are quoted, no bare `<` or `&`, no illegal character. Gives the element names. */
function wellFormed(xml: string): string[] {
  const names: string[] = [];
  const open: string[] = [];
  // oxlint-disable-next-line no-control-regex
  expect(xml).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/);
  const rest = xml.replace(/^<\?xml[^?]*\?>/, '').replace(/<(\/?)([A-Za-z][\w-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g, (_, end: string, name: string, attributes: string, empty: string) => {
    expect(attributes.replace(/&(?:amp|lt|gt|quot|#\d+);/g, '')).not.toContain('&');
    const keys = [...attributes.matchAll(/([\w:-]+)="/g)].map((match) => match[1]);
    expect(new Set(keys).size).toBe(keys.length);
    if (end === '/') expect(open.pop()).toBe(name);
    else {
      names.push(name);
      if (empty === '') open.push(name);
    }
    return '';
  });
  expect(open).toEqual([]);
  expect(rest.replace(/&(?:amp|lt|gt|quot|#\d+);/g, '')).not.toMatch(/[<&]/);
  return names;
}

/** The graph with the same names, but nothing that depends on the order in which the estate lists things. */
function shuffled(): ReturnType<typeof sampleRun> {
  const other = sampleRun();
  return { ...other, estate: { ...other.estate, resources: Object.fromEntries(Object.entries(other.estate.resources).map(([kind, list]) => [kind, [...(list ?? [])].reverse()])) as typeof other.estate.resources } };
}

describe('the graph of today', () => {
  test('VPC, zones by name, public subnets before others', () => {
    expect(current.containers.map((container) => `${container.kind} ${container.title}${container.access ? ` ${container.access}` : ''}`)).toEqual([
      'vpc VPC shop · 10.0.0.0/16 · us-east-1', 'zone us-east-1a', 'subnet public-a · 10.0.1.0/24 public', 'subnet private-a · 10.0.11.0/24 isolated', 'zone us-east-1b', 'subnet public-b · 10.0.2.0/24 public', 'subnet private-b · 10.0.12.0/24 private',
    ]);
  });

  test('what the internet reaches directly is marked, and only that', () => {
    expect(current.nodes.filter((node) => node.exposure).map((node) => [node.title, node.exposure]).sort()).toEqual([['shop-db', 'restricted'], ['shop-web-1', 'open'], ['shop-web-2', 'open']]);
    expect(current.edges.filter((edge) => edge.from === 'internet').map((edge) => [edge.to.split('/').at(-2) ?? edge.to, edge.label, edge.style]).sort()).toEqual([
      ['i-0a100000000000db1', '3306', 'restricted'], ['i-0a10000000000web1', '22', 'open'], ['i-0a10000000000web2', '22', 'open'], ['shop-alb', '80', 'open'],
    ]);
  });

  test('equal instances of a subnet become one box that keeps their arrows', () => {
    const many = sampleRun();
    const [web] = many.estate.resources.instance ?? [];
    if (!web) throw new Error('the sample has instances');
    const fleet = Array.from({ length: 12 }, (_, index) => ({ ...web, id: `i-0fleet${index}`, InstanceId: `i-0fleet${index}`, arn: `${web.arn ?? ''}${index}`, SubnetId: 'subnet-0prv1b', tags: { Name: `fleet-${index}` } }));
    const graph = currentGraph({ ...many.estate, resources: { ...many.estate.resources, instance: [...(many.estate.resources.instance ?? []), ...fleet] } }, {
      ...many.insight, workloads: [...many.insight.workloads, { id: 'fleet', name: 'fleet', role: 'app', instanceIds: fleet.map((item) => item.id), groupedBy: 'tags', confidence: 1, state: [], seams: [] }],
      dependencies: [{ from: 'fleet', to: 'reports-db', protocol: 'tcp', port: 5432, basis: 'observed', confidence: 1 }],
    });
    const box = graph.nodes.find((node) => node.kind === 'instances');
    expect([box?.title, box?.lines]).toEqual(['12 × t3.medium', ['fleet']]);
    expect(graph.edges.filter((edge) => edge.from === box?.id).map((edge) => edge.label)).toEqual(['5432']);
    expect(graph.notes).toContain('One box stands for several equal instances.');
  });

  test('a crowded estate is cut, and says so', () => {
    const other = sampleRun();
    const [subnet] = other.estate.resources.subnet ?? [];
    const [instance] = other.estate.resources.instance ?? [];
    if (!subnet || !instance) throw new Error('the sample has subnets');
    const subnets = Array.from({ length: 40 }, (_, index) => ({ ...subnet, id: `subnet-0many${index}`, SubnetId: `subnet-0many${index}` }));
    const graph = currentGraph({ ...other.estate, resources: { ...other.estate.resources, subnet: subnets, dbInstance: [], natGateway: [], instance: subnets.map((item, index) => ({ ...instance, id: `i-0many${index}`, SubnetId: item.id })) } }, { ...other.insight, subnets: [], dependencies: [] });
    expect(graph.containers.filter((container) => container.kind === 'subnet')).toHaveLength(24);
    expect(graph.notes).toContain('16 further subnets with resources are not drawn; the inventory lists them.');
  });
});

describe('layout', () => {
  const graphs: [string, DiagramGraph][] = [['current', current], ['target', targetGraph(run.plan)], ['hostile', currentGraph(hostileRun().estate, hostileRun().insight)]];

  test.each(graphs)('%s: twice the same', (_, graph) => expect(layoutGraph(graph)).toEqual(layoutGraph(graph)));

  test('the order in which the estate lists things does not matter', () => {
    const other = shuffled();
    const draw = (graph: DiagramGraph) => serialiseSvg(drawGraph(layoutGraph(graph), 'x'));
    expect(draw(currentGraph(other.estate, other.insight))).toBe(draw(current));
  });

  test.each(graphs)('%s: nodes lie inside their containers and on no other node; arrows cross no node', (_, graph) => {
    const placed: PlacedGraph = layoutGraph(graph);
    const boxes = graph.nodes.map((node) => ({ node, box: placed.boxes.get(node.id) }));
    for (const { node, box } of boxes) {
      if (!box) throw new Error(`${node.id} has no place`);
      const parent = node.parent === undefined ? { x: 0, y: 0, width: placed.width, height: placed.height } : placed.boxes.get(node.parent);
      expect(parent && box.x >= parent.x && box.y >= parent.y && box.x + box.width <= parent.x + parent.width && box.y + box.height <= parent.y + parent.height, node.title).toBe(true);
      for (const other of boxes) if (other.node !== node && other.box) expect(box.x >= other.box.x + other.box.width || other.box.x >= box.x + box.width || box.y >= other.box.y + other.box.height || other.box.y >= box.y + box.height).toBe(true);
    }
    placed.routes.forEach(({ points }, index) => {
      points.slice(1).forEach((to, at) => {
        const from = points[at] ?? to;
        expect(from.x === to.x || from.y === to.y, `edge ${index} is orthogonal`).toBe(true);
        for (const { box } of boxes) {
          if (!box) continue;
          const inside = Math.max(from.x, to.x) > box.x && Math.min(from.x, to.x) < box.x + box.width && Math.max(from.y, to.y) > box.y && Math.min(from.y, to.y) < box.y + box.height;
          expect(inside, `edge ${index} crosses a box`).toBe(false);
        }
      });
    });
  });
});

describe('output', () => {
  test.each([['sample', sampleRun()], ['hostile', hostileRun()], ['empty', emptyRun()]] as const)('%s: SVG and draw.io are well-formed, with nothing but our own elements', (_, given) => {
    for (const graph of [currentGraph(given.estate, given.insight), targetGraph(given.plan)]) {
      const names = new Set(wellFormed(serialiseSvg(drawGraph(layoutGraph(graph), 'd', true))));
      for (const name of names) expect(['svg', 'title', 'desc', 'style', 'defs', 'marker', 'g', 'rect', 'path', 'text']).toContain(name);
    }
    const names = new Set(wellFormed(drawioFile([currentGraph(given.estate, given.insight), targetGraph(given.plan)].map(layoutGraph))));
    for (const name of names) expect(['mxfile', 'diagram', 'mxGraphModel', 'root', 'mxCell', 'mxGeometry']).toContain(name);
  });

  test('draw.io labels are text, never HTML, and shapes are its own AWS ones', () => {
    const xml = drawioFile([layoutGraph(current)]);
    expect(xml).not.toContain('html=1');
    expect(xml).toContain('mxgraph.aws4.ec2');
    expect(xml).toContain('mxgraph.aws4.group_vpc2');
  });

  test('SVG refuses elements and attributes that could run or load', () => {
    for (const name of ['onload', 'href', 'style', 'xlink:href']) expect(() => serialiseSvg(svg('rect', { [name]: 'x' }))).toThrow(TypeError);
    expect(() => serialiseSvg({ element: 'script' as 'g', attributes: {}, children: [] })).toThrow(TypeError);
  });

  test('Mermaid keeps hostile words inside their quotes', () => {
    const given = hostileRun();
    const allowed = /^(flowchart TB|\s+subgraph c\d+\["[^"<>]*"\]|\s+end|\s+n\d+(\(\("(?:[^"<>]|<br\/>)*"\)\)|\[\("(?:[^"<>]|<br\/>)*"\)\]|\["(?:[^"<>]|<br\/>)*"\])|\s+n\d+ (==>|-\.->|-->)(\|"[^"<>]*"\|)? n\d+|\s+classDef .*|\s+class [nc\d,]+ \w+|)$/;
    for (const line of mermaidGraph(currentGraph(given.estate, given.insight)).split('\n')) expect(line).toMatch(allowed);
  });

  test('the target draws what the plan names, and ECS on Fargate as one box', () => {
    const graph = targetGraph(run.plan);
    expect(graph.nodes.map((node) => node.title)).toEqual(['Users', 'Application Load Balancer', 'ECS on Fargate', 'RDS for MySQL', 'ElastiCache', 'ECR', 'S3', 'CloudWatch', 'Secrets Manager']);
    expect(targetGraph(emptyRun().plan).nodes).toEqual([]);
  });

  test('text is measured on the wide side, and cut with an ellipsis that fits', () => {
    for (const text of ['shop-web-1', 'WWWWWWWWWWWWWWWWWWWW', '漢字漢字漢字漢字漢字漢字', '👍👍👍👍👍👍👍👍👍👍👍👍']) {
      const cut = fitText(text, 12, 100);
      expect(textWidth(cut, 12)).toBeLessThanOrEqual(100);
      expect(cut === text || cut.endsWith('…')).toBe(true);
      expect(cut.isWellFormed()).toBe(true);
    }
  });
});
