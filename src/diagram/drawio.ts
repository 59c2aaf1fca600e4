import type { Box, DiagramContainer, DiagramNode, NodeKind, PlacedGraph } from './graph.ts';
import { escapeXml } from './xml.ts';

/** draw.io's own AWS shapes (`mxgraph.aws4`), by name, with the fill of their family. */
const SHAPES: Readonly<Record<NodeKind, { readonly icon: string; readonly fill: string }>> = {
  internet: { icon: 'internet_alt1', fill: '#232F3D' }, users: { icon: 'users', fill: '#232F3D' }, instance: { icon: 'ec2', fill: '#ED7100' }, instances: { icon: 'ec2', fill: '#ED7100' },
  'application-balancer': { icon: 'application_load_balancer', fill: '#8C4FFF' }, 'network-balancer': { icon: 'network_load_balancer', fill: '#8C4FFF' }, 'classic-balancer': { icon: 'classic_load_balancer', fill: '#8C4FFF' },
  nat: { icon: 'nat_gateway', fill: '#8C4FFF' }, database: { icon: 'rds', fill: '#C925D1' }, cache: { icon: 'elasticache', fill: '#C925D1' }, 'file-system': { icon: 'elastic_file_system', fill: '#7AA116' },
  containers: { icon: 'fargate', fill: '#ED7100' }, functions: { icon: 'lambda', fill: '#ED7100' }, bucket: { icon: 's3', fill: '#7AA116' }, queue: { icon: 'sqs', fill: '#E7157B' }, registry: { icon: 'ecr', fill: '#ED7100' },
  secrets: { icon: 'secrets_manager', fill: '#DD344C' }, monitoring: { icon: 'cloudwatch_2', fill: '#E7157B' }, cdn: { icon: 'cloudfront', fill: '#8C4FFF' }, dns: { icon: 'route_53', fill: '#8C4FFF' }, firewall: { icon: 'waf', fill: '#DD344C' },
  api: { icon: 'api_gateway', fill: '#8C4FFF' }, service: { icon: 'general', fill: '#232F3D' },
};
/** Shapes that draw.io draws by themselves, not as an icon in a square. */
const BARE = new Set(['internet_alt1', 'users', 'application_load_balancer', 'network_load_balancer', 'classic_load_balancer', 'nat_gateway']);

const GROUP = {
  vpc: 'shape=mxgraph.aws4.group;grIcon=mxgraph.aws4.group_vpc2;strokeColor=#8C4FFF;fillColor=none;fontColor=#8C4FFF',
  zone: 'strokeColor=#147EBA;fillColor=none;fontColor=#147EBA;dashed=1',
  region: 'shape=mxgraph.aws4.group;grIcon=mxgraph.aws4.group_region;strokeColor=#00A4A6;fillColor=none;fontColor=#147EBA;dashed=1',
} as const;
const SUBNET = {
  public: 'shape=mxgraph.aws4.group;grIcon=mxgraph.aws4.group_security_group;grStroke=0;strokeColor=#7AA116;fillColor=#F2F6E8;fontColor=#248814',
  private: 'shape=mxgraph.aws4.group;grIcon=mxgraph.aws4.group_security_group;grStroke=0;strokeColor=#00A4A6;fillColor=#E6F6F7;fontColor=#147EBA',
} as const;
const EDGE = {
  open: 'strokeColor=#B3261E;strokeWidth=2;fontColor=#B3261E', restricted: 'strokeColor=#9A6200;dashed=1;fontColor=#9A6200', traffic: 'strokeColor=#55606E', permitted: 'strokeColor=#7B6A9C;dashed=1;dashPattern=1 3',
} as const;

/** Placed graphs as the pages of one draw.io file. Labels are plain text (`html=0`), so that nothing in a name is markup. */
export function drawioFile(pages: readonly PlacedGraph[]): string {
  const body = pages.map((page, index) => `<diagram id="page-${index + 1}" name="${escapeXml(page.graph.title)}">${model(page)}</diagram>`).join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<mxfile host="monolens" compressed="false">\n${body}\n</mxfile>\n`;
}

function model(page: PlacedGraph): string {
  const { graph, boxes } = page;
  const ids = new Map([...graph.containers, ...graph.nodes].map((item, index) => [item.id, `c${index + 2}`]));
  const inside = (item: DiagramContainer | DiagramNode) => (item.parent === undefined ? undefined : ids.get(item.parent));
  const geometry = (item: DiagramContainer | DiagramNode, box: Box) => {
    const parent = item.parent === undefined ? undefined : boxes.get(item.parent);
    return `x="${box.x - (parent?.x ?? 0)}" y="${box.y - (parent?.y ?? 0)}"`;
  };
  const cells = [
    ...graph.containers.flatMap((item) => {
      const box = boxes.get(item.id);
      return box ? [vertex(ids.get(item.id), inside(item), item.title, `${containerStyle(item)};container=1;collapsible=0;html=0;whiteSpace=wrap;verticalAlign=top;align=left;spacingLeft=30;fontSize=12`, `${geometry(item, box)} width="${box.width}" height="${box.height}"`)] : [];
    }),
    ...graph.nodes.flatMap((item) => {
      const box = boxes.get(item.id);
      if (!box) return [];
      // The icon is a square in the middle of the card that we draw, its words below it.
      const square = { ...box, x: box.x + (box.width - 40) / 2, y: box.y - 4 };
      return [vertex(ids.get(item.id), inside(item), [item.title, ...item.lines].join('\n'), nodeStyle(item), `${geometry(item, square)} width="40" height="40"`)];
    }),
    ...graph.edges.map((edge, index) => `<mxCell id="e${index}" value="${escapeXml(edge.label)}" style="edgeStyle=orthogonalEdgeStyle;rounded=1;html=0;endArrow=block;endFill=1;${EDGE[edge.style]}" edge="1" parent="1" source="${ids.get(edge.from) ?? ''}" target="${ids.get(edge.to) ?? ''}"><mxGeometry relative="1" as="geometry"/></mxCell>`),
  ];
  return `<mxGraphModel grid="1" gridSize="8" page="0" math="0"><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells.join('')}</root></mxGraphModel>`;
}

function vertex(id: string | undefined, parent: string | undefined, value: string, style: string, geometry: string): string {
  return `<mxCell id="${id ?? ''}" value="${escapeXml(value)}" style="${escapeXml(style)}" vertex="1" parent="${parent ?? '1'}"><mxGeometry ${geometry} as="geometry"/></mxCell>`;
}

function containerStyle(container: DiagramContainer): string {
  if (container.kind !== 'subnet') return GROUP[container.kind];
  return container.access === 'public' ? SUBNET.public : SUBNET.private;
}

function nodeStyle(node: DiagramNode): string {
  const { icon, fill } = SHAPES[node.kind];
  const shape = BARE.has(icon) ? `shape=mxgraph.aws4.${icon};fillColor=${fill};strokeColor=none` : `shape=mxgraph.aws4.resourceIcon;resIcon=mxgraph.aws4.${icon};fillColor=${fill};strokeColor=#ffffff`;
  const exposure = node.exposure === 'open' ? ';fontColor=#B3261E;fontStyle=1' : '';
  return `${shape};html=0;verticalLabelPosition=bottom;verticalAlign=top;align=center;fontSize=11;aspect=fixed${exposure}${node.off === true ? ';opacity=50' : ''}`;
}
