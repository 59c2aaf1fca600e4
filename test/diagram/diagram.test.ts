import { describe, expect, test } from 'vitest';
import { currentGraph, drawGraph, drawioFile, layoutGraph, mermaidGraph, serialiseSvg, svg, targetGraph, type DiagramGraph, type PlacedGraph } from '../../src/diagram/index.ts';
import type { Box, Point } from '../../src/diagram/graph.ts';
import { fitText, textWidth } from '../../src/diagram/text-width.ts';
import { hostileRun } from '../report/hostile-run.ts';
import { emptyRun, sampleRun } from '../report/sample-run.ts';
import { elementsOf } from './well-formed.ts';

const run = sampleRun();
const current = currentGraph(run.estate, run.insight);

/** The graph with the same names, but nothing that depends on the order in which the estate lists things. */
function shuffled(): ReturnType<typeof sampleRun> {
  const other = sampleRun();
  return { ...other, estate: { ...other.estate, resources: Object.fromEntries(Object.entries(other.estate.resources).map(([kind, list]) => [kind, [...(list ?? [])].reverse()])) } };
}

describe('the graph of today', () => {
  test('VPC, zones by name, public subnets before others', () => {
    expect(current.containers.map((container) => `${container.kind} ${container.title}${container.access ? ` ${container.access}` : ''}`)).toEqual([
      'vpc VPC shop · 10.0.0.0/16 · us-east-1', 'zone us-east-1a', 'subnet public-a · 10.0.1.0/24 public', 'subnet private-a · 10.0.11.0/24 isolated', 'zone us-east-1b', 'subnet public-b · 10.0.2.0/24 public', 'subnet private-b · 10.0.12.0/24 private',
    ]);
  });

  test('what the internet reaches directly is marked, and only that', () => {
    expect(current.nodes.filter((node) => node.exposure).map((node) => `${node.title} ${node.exposure ?? ''}`)).toEqual(['shop-db restricted', 'shop-web-1 open', 'shop-web-2 open']);
    expect(current.edges.filter((edge) => edge.from === 'internet').map((edge) => `${edge.to.split('/').at(-2) ?? edge.to} ${edge.label} ${edge.style}`)).toEqual(['shop-alb 80 open', 'i-0a100000000000db1 3306 restricted', 'i-0a10000000000web1 22 open', 'i-0a10000000000web2 22 open']);
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
    expect(graph.containers.filter((container) => container.kind === 'subnet')).toHaveLength(18);
    expect(graph.notes).toContain('22 further subnets with resources are not drawn; the inventory lists them.');
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
    const page = { x: 0, y: 0, width: placed.width, height: placed.height };
    const boxes = graph.nodes.map((node) => ({ title: node.title, box: placed.boxes.get(node.id) ?? page, parent: node.parent === undefined ? page : placed.boxes.get(node.parent) ?? page }));
    const inside = (box: Box, around: Box) => box.x >= around.x && box.y >= around.y && box.x + box.width <= around.x + around.width && box.y + box.height <= around.y + around.height;
    const overlap = (a: Box, b: Box) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
    const stretches = placed.routes.flatMap(({ points }) => points.slice(1).map((to, at) => ({ from: points[at] ?? to, to })));
    const area = ({ from, to }: { from: Point; to: Point }) => ({ x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: Math.abs(from.x - to.x), height: Math.abs(from.y - to.y) });
    expect({
      outside: boxes.filter(({ box, parent }) => !inside(box, parent)).map(({ title }) => title),
      onOthers: boxes.filter(({ box }, index) => boxes.some((other, at) => at !== index && overlap(box, other.box))).map(({ title }) => title),
      slanted: stretches.filter(({ from, to }) => from.x !== to.x && from.y !== to.y),
      through: stretches.filter((stretch) => boxes.some(({ box }) => overlap(area(stretch), box))),
    }).toEqual({ outside: [], onOthers: [], slanted: [], through: [] });
  });
});

describe('output', () => {
  test.each([['sample', sampleRun()], ['hostile', hostileRun()], ['empty', emptyRun()]] as const)('%s: SVG and draw.io are well-formed, with nothing but our own elements', (_, given) => {
    for (const graph of [currentGraph(given.estate, given.insight), targetGraph(given.plan)]) {
      const names = elementsOf(serialiseSvg(drawGraph(layoutGraph(graph), 'd', true)));
      for (const name of names) expect(['svg', 'title', 'desc', 'style', 'defs', 'marker', 'g', 'rect', 'path', 'text']).toContain(name);
    }
    const names = elementsOf(drawioFile([currentGraph(given.estate, given.insight), targetGraph(given.plan)].map(layoutGraph)));
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
