/** What a box stands for; glyph, colour and draw.io shape follow from it. */
export type NodeKind =
  | 'internet' | 'users' | 'instance' | 'instances' | 'application-balancer' | 'network-balancer' | 'classic-balancer' | 'nat' | 'database' | 'cache' | 'file-system'
  | 'containers' | 'functions' | 'bucket' | 'queue' | 'registry' | 'secrets' | 'monitoring' | 'cdn' | 'dns' | 'firewall' | 'api' | 'service';

export interface DiagramNode {
  readonly id: string;
  readonly kind: NodeKind;
  readonly title: string;
  /** Quieter lines below the title, at most two. */
  readonly lines: readonly string[];
  /** The container it lies in; none for what is outside every network. */
  readonly parent?: string | undefined;
  /** Whether the internet reaches it directly, as far as is known. */
  readonly exposure?: 'open' | 'restricted' | undefined;
  /** Not running. */
  readonly off?: boolean | undefined;
}

export interface DiagramContainer {
  readonly id: string;
  readonly kind: 'vpc' | 'zone' | 'subnet' | 'region';
  readonly title: string;
  /** Of a subnet: whether its route table leads to the internet. */
  readonly access?: 'public' | 'private' | 'isolated' | 'unknown' | undefined;
  readonly parent?: string | undefined;
}

export interface DiagramEdge {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  /** `open`, `restricted`: from the internet. `traffic`: configured or observed. `permitted`: a security group would allow it. */
  readonly style: 'open' | 'restricted' | 'traffic' | 'permitted';
}

/** One diagram before layout. Containers come before what lies in them; every list is in its final order. */
export interface DiagramGraph {
  readonly title: string;
  readonly description: string;
  readonly containers: readonly DiagramContainer[];
  readonly nodes: readonly DiagramNode[];
  readonly edges: readonly DiagramEdge[];
  /** What the drawing leaves out or folds, each a sentence. */
  readonly notes: readonly string[];
}

export interface Box { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
export interface Point { readonly x: number; readonly y: number }

/** A graph with places, in one coordinate system; pixels. */
export interface PlacedGraph {
  readonly graph: DiagramGraph;
  readonly width: number;
  readonly height: number;
  readonly boxes: ReadonlyMap<string, Box>;
  /** In the order of `graph.edges`; a straight line where the layout gave no route. */
  readonly routes: readonly { readonly points: readonly Point[]; readonly label?: Box | undefined }[];
}

/** Merges edges that join the same boxes in the same style; drops loops and edges to boxes that are not drawn. In one order, whatever theirs was. */
export function tidyEdges(edges: readonly DiagramEdge[], nodes: readonly { readonly id: string }[]): readonly DiagramEdge[] {
  const drawn = new Set(nodes.map((node) => node.id));
  const groups = Map.groupBy(edges.filter((edge) => edge.from !== edge.to && drawn.has(edge.from) && drawn.has(edge.to)), (edge) => `${edge.from}\n${edge.to}\n${edge.style}`);
  return [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, group]) => {
    const [first] = group;
    if (!first) return [];
    const labels = [...new Set(group.map((edge) => edge.label).filter((label) => label !== ''))].sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10) || (a < b ? -1 : 1));
    return [{ ...first, label: labels.length > 3 ? `${labels.slice(0, 3).join(', ')} +${labels.length - 3}` : labels.join(', ') }];
  });
}
