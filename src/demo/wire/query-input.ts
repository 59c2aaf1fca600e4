import type { JsonObject } from '../json.ts';
import type { Member, Shape } from './shape.ts';
import { parseTimestamp } from './timestamp.ts';

/** `Filter.1.Value.2=running` as a tree of its dotted parts. */
interface Node {
  text: string | undefined;
  readonly children: Map<string, Node>;
}

/** Reads the form parameters of the Query and EC2 protocols into an input by its shape. */
export function parseQuery(shape: Shape, parameters: URLSearchParams, dialect: 'query' | 'ec2'): JsonObject {
  const root: Node = { text: undefined, children: new Map() };
  for (const [key, value] of parameters) {
    let node = root;
    for (const part of key.split('.')) {
      let next = node.children.get(part);
      if (next === undefined) node.children.set(part, (next = { text: undefined, children: new Map() }));
      node = next;
    }
    node.text = value;
  }
  const input: Record<string, unknown> = {};
  if (shape.kind === 'struct') readMembers(shape.members, root, dialect, input);
  return input;
}

function read(shape: Shape, node: Node, dialect: 'query' | 'ec2'): unknown {
  if (shape.kind === 'struct') {
    const out: Record<string, unknown> = {};
    readMembers(shape.members, node, dialect, out);
    return out;
  }
  if (shape.kind === 'list') {
    const item = shape.item.shape();
    const parent = dialect === 'ec2' || shape.flat ? node : node.children.get(nameOf(shape.item));
    return [...(parent?.children ?? [])].sort(([a], [b]) => Number(a) - Number(b)).map(([, child]) => read(item, child, dialect));
  }
  if (shape.kind === 'map') {
    const value = shape.value.shape();
    const parent = shape.flat ? node : node.children.get('entry');
    return Object.fromEntries([...(parent?.children.values() ?? [])].map((entry) => {
      const content = entry.children.get(nameOf(shape.value));
      return [entry.children.get(nameOf(shape.key))?.text ?? '', content === undefined ? '' : read(value, content, dialect)];
    }));
  }
  if (shape.kind === 'number') return Number(node.text);
  if (shape.kind === 'boolean') return node.text === 'true';
  return shape.kind === 'timestamp' ? parseTimestamp(node.text) : (node.text ?? '');
}

function readMembers(members: readonly Member[], node: Node, dialect: 'query' | 'ec2', out: Record<string, unknown>): void {
  for (const member of members) {
    const child = node.children.get(dialect === 'ec2' ? ec2NameOf(member) : nameOf(member));
    if (child !== undefined) out[member.name] = read(member.shape(), child, dialect);
  }
}

function nameOf(member: Member): string {
  const name = member.traits['xmlName'];
  return typeof name === 'string' ? name : member.name;
}

/** EC2 has its own name for inputs; without one, the XML name with a capital. */
function ec2NameOf(member: Member): string {
  const own = member.traits['ec2QueryName'];
  if (typeof own === 'string') return own;
  const name = nameOf(member);
  return name.charAt(0).toUpperCase() + name.slice(1);
}
