import type { Estate, Exposure } from '../../src/model/index.ts';
import type { Random } from '../bench/random.ts';
import { evaluate, matches, type Knock, type Packet } from './packet-evaluator.ts';
import { BLOCKS, ICMP_TYPES, PORTS } from './random-estate.ts';

/** Clients that could be on the internet; written out here, not taken from the code under test. */
const NOT_INTERNET = ['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.168.0.0/16', '198.18.0.0/15', '224.0.0.0/3'];
/** One port out of every stretch that a rule can tell from the next. */
const CLIENT_PORTS = [...new Set(PORTS.flatMap((port) => [port - 1, port, port + 1]))].filter((port) => port >= 1024 && port <= 65_535);

export interface Tally { packets: number; readonly wrong: string[] }

/** Puts packets to every address of the estate and compares what happened to them with what the rows say. `truth` may know more than the rows' estate did. */
export function checkPackets(truth: Estate, rows: readonly Exposure[], random: Random, packetsPerAddress: number, tally: Tally): void {
  for (const eni of truth.resources.networkInterface ?? []) {
    const publics = (eni.PrivateIpAddresses ?? []).flatMap((a) => a.Association?.PublicIp ?? []);
    const knocks: (Knock & { family: Packet['family'] })[] = [
      ...(publics.length > 0 ? publics : [undefined]).map((address) => ({ eni, address, family: 'ipv4' as const })),
      ...(eni.Ipv6Addresses ?? []).map((a) => ({ eni, address: a.Ipv6Address, family: 'ipv6' as const })),
    ];
    for (const knock of knocks) {
      const own = rows.filter((row) => row.networkInterfaceId === eni.id && row.via === 'direct' && row.address === (knock.address ?? eni.PrivateIpAddress));
      for (let i = 0; i < packetsPerAddress; i++) {
        const packet = draw(random, knock.family);
        tally.packets++;
        const complaint = compare(truth, knock, packet, own);
        if (complaint !== undefined) tally.wrong.push(`${eni.id} ${knock.address ?? 'private'} ${JSON.stringify(packet)}: ${complaint}`);
      }
    }
  }
}

function compare(truth: Estate, knock: Knock, packet: Packet, rows: readonly Exposure[]): string | undefined {
  const gates = evaluate(truth, knock, packet);
  const passing = CLIENT_PORTS.filter((port) => gates.acl(port));
  const speaking = rows.filter((row) => speaks(row, packet));
  if (speaking.length > 1) return `${speaking.length} rows speak of it`;
  const [row] = speaking;
  if (!row || row.verdict === 'not-exposed') return gates.group ? 'the group admits it, and no row says so' : undefined;
  if (row.verdict === 'unknown') return undefined;
  const listed = row.sources.some((block) => matches(block, packet.client));
  const closed = new Set(row.closedGates);
  const open = (gates.account || closed.has('account')) && (gates.address || closed.has('address')) && (gates.route || closed.has('route')) && (passing.length > 0 || closed.has('acl')) && gates.group;
  if (listed && !open && (row.verdict !== 'latent' || row.missing === undefined)) return `listed as ${row.verdict} with ${row.closedGates.join()} closed, and stopped elsewhere`;
  if (!listed && open && row.missing === undefined) return `passes what ${row.verdict} calls open, and is not listed`;
  if (row.verdict === 'exposed-restricted' && listed && passing.length < CLIENT_PORTS.length) return 'no reply to some client ports, and not called partial';
  if (row.verdict !== 'latent') return undefined;
  if (closed.has('account') && gates.account) return 'the account gate is open';
  if (closed.has('address') && gates.address) return 'the address gate is open';
  const both = closed.has('route') && closed.has('acl');
  if (gates.group && closed.has('route') && gates.route && !(both && passing.length === 0)) return 'the route gate is open';
  if (gates.group && closed.has('acl') && passing.length > 0 && !(both && !gates.route)) return 'the ACL gate is open';
  return closed.size === 0 ? 'latent without a closed gate' : undefined;
}

/** Whether a row speaks of a packet, by the words of the contract. */
function speaks(row: Exposure, packet: Packet): boolean {
  if (row.protocol === 'all' && row.protocolNumbers === undefined) return true;
  if (row.protocol === 'all') return inRange(row.protocolNumbers ?? '', packet.protocol) && ![6, 17, packet.family === 'ipv4' ? 1 : 58].includes(packet.protocol);
  if (row.protocol === 'icmp') return packet.protocol === (packet.family === 'ipv4' ? 1 : 58) && icmpSpeaks(row.icmpTypes, packet.icmp);
  return packet.protocol === { tcp: 6, udp: 17 }[row.protocol] && row.fromPort <= packet.port && packet.port <= row.toPort;
}

function icmpSpeaks(types: string | undefined, { type, code }: Packet['icmp']): boolean {
  if (types === undefined) return true;
  const place = (text: string, whole: number) => { const [t, c] = text.split('/'); return Number(t) * 256 + (c === undefined ? whole : Number(c)); };
  const [first = '', last = first] = types.includes(' to ') ? types.split(' to ') : types.split('-');
  return place(first, 0) <= type * 256 + code && type * 256 + code <= place(last, 255);
}

function inRange(text: string, value: number): boolean {
  const [first = 0, last = first] = text.split('-').map(Number);
  return first <= value && value <= last;
}

function draw(random: Random, family: Packet['family']): Packet {
  const protocol = random.pick([6, 6, 6, 17, family === 'ipv4' ? 1 : 58, 50, 47]);
  const nearby = random.pick(PORTS) + random.pick([-1, 0, 1]);
  return {
    family, client: family === 'ipv4' ? ipv4Client(random) : ipv6Client(random), protocol,
    port: Math.min(65_535, Math.max(0, random.chance(0.8) ? nearby : random.below(65_536))), icmp: { type: random.pick(ICMP_TYPES), code: random.pick([0, 4]) },
  };
}

/** At the edges of the blocks that rules speak of, just outside them, or anywhere. */
function ipv4Client(random: Random): string {
  for (;;) {
    const [base = '', length = '32'] = random.pick(BLOCKS.ipv4).split('/');
    const first = base.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
    const width = 2 ** (32 - Number(length));
    const value = random.pick([first, first + width - 1, first - 1, first + width, first + random.below(width), random.below(2 ** 32)]);
    if (value < 0 || value >= 2 ** 32) continue;
    const text = [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.');
    if (!NOT_INTERNET.some((block) => matches(block, text))) return text;
  }
}

function ipv6Client(random: Random): string {
  const tail = () => random.below(65_536).toString(16);
  return random.pick([
    '2001:db8:f::7', '2001:db8:f::8', '2001:db8:f:7fff:ffff:ffff:ffff:ffff', '2001:db8:f:8000::', '2001:db8:10::', '2001:db9::', '2600::', '260f:ffff::1', '2610::',
    '2000::', '3fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', `2001:db8:f:${tail()}::${tail()}`, `2a00:${tail()}::${tail()}`,
  ]);
}
