import type { Exposure } from '../../model/index.ts';
import type { Context } from '../context.ts';
import { byText } from '../order.ts';
import { count, listed, plural } from '../quantity.ts';
import { code, mark, table, withSub, type TableView } from '../table.ts';
import { GATE, portRange, VERDICT, VERDICTS } from '../words.ts';

export interface ExposureView {
  readonly lead: string;
  readonly absent?: string;
  readonly tally: readonly { readonly word: string; readonly tone: string; readonly n: string; readonly meaning: string }[];
  readonly reachable?: TableView;
  readonly closed?: TableView;
  readonly indirect?: TableView;
}

const HEADS = ['Resource', 'Verdict', 'Reached at', 'Ports', 'From', 'Through'] as const;

/** Who reaches what from the internet: a row per address, protocol and port range, the most urgent first. */
export function exposureView(context: Context): ExposureView {
  const { exposures, indirectPaths } = context.run.insight;
  const indirect = indirectPaths.length === 0 ? {} : {
    indirect: table('Ways in that do not pass the VPC’s own gates', ['Path', 'Looked for', 'Found or reason'], [...indirectPaths]
      .sort((a, b) => Number(a.checked) - Number(b.checked) || byText(a.kind, b.kind))
      .map((path) => [
        path.kind.replaceAll('-', ' '), path.checked ? mark('Looked for', 'good') : mark('Not looked for', 'unknown'),
        path.resourceIds.length > 0 ? listed(path.resourceIds.map((id) => context.nameOf(id).name), 6) : (path.reason ?? (path.checked ? 'none found' : 'no reason was given')),
      ]), { open: 30 }),
  };
  if (exposures.length === 0) return { lead: '', absent: 'Not concluded in this run: no network interface or balancer with an address was seen.', tally: [], ...indirect };
  const sorted = [...exposures].sort(byUrgency);
  const row = (exposure: Exposure) => [
    resource(context, exposure.resourceId), mark(VERDICT[exposure.verdict].word, VERDICT[exposure.verdict].tone, reason(exposure)), code(exposure.address, exposure.privateAddress),
    portRange(exposure.protocol, exposure.fromPort, exposure.toPort), sourceText(exposure.sources), exposure.via === 'direct' ? 'directly' : context.nameOf(exposure.via).name,
  ];
  const reachable = sorted.filter((exposure) => exposure.verdict !== 'latent' && exposure.verdict !== 'not-exposed');
  const closed = sorted.filter((exposure) => exposure.verdict === 'latent' || exposure.verdict === 'not-exposed');
  const limits = { file: 'exposures.csv' };
  return {
    lead: exposureStatement(exposures),
    tally: VERDICTS.map((verdict) => ({ verdict, n: exposures.filter((exposure) => exposure.verdict === verdict).length }))
      .filter(({ n }) => n > 0)
      .map(({ verdict, n }) => ({ word: VERDICT[verdict].word, tone: VERDICT[verdict].tone, n: count(n), meaning: VERDICT[verdict].meaning })),
    ...(reachable.length > 0 ? { reachable: table('Reachable, or not known to be closed', HEADS, reachable.map(row), { ...limits, open: 25 }) } : {}),
    ...(closed.length > 0 ? { closed: table('Closed today', HEADS, closed.map(row), { ...limits, open: 5, total: 100 }) } : {}),
    ...indirect,
  };
}

/** One sentence: how many resources the internet reaches, and how many are not known. */
export function exposureStatement(exposures: readonly Exposure[]): string {
  const resourcesWith = (verdicts: readonly string[]) => new Set(exposures.filter((exposure) => verdicts.includes(exposure.verdict)).map((exposure) => exposure.resourceId)).size;
  const open = resourcesWith(['exposed', 'exposed-partial']);
  const some = resourcesWith(['exposed-restricted']);
  const unknown = resourcesWith(['unknown']);
  const parts = [
    open > 0 ? `any internet host reaches ${plural(open, 'resource')}` : 'no resource was found that any internet host reaches',
    ...(some > 0 ? [`chosen public addresses reach ${plural(some, 'resource')}`] : []),
    ...(unknown > 0 ? [`for ${plural(unknown, 'resource')} a port is not decided`] : []),
  ];
  const text = parts.join('; ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function resource(context: Context, id: string) {
  const named = context.nameOf(id);
  return withSub(named.name, named.name === named.id ? undefined : named.id);
}

function reason(exposure: Exposure): string | undefined {
  if (exposure.missing && exposure.missing.length > 0) return `missing: ${listed(exposure.missing, 3)}`;
  if (exposure.closedGates.length > 0) return `closed by ${listed(exposure.closedGates.map((gate) => GATE[gate]))}`;
  return exposure.notes && exposure.notes.length > 0 ? listed(exposure.notes, 2) : undefined;
}

function sourceText(sources: readonly string[]): string {
  if (sources.includes('0.0.0.0/0') || sources.includes('::/0')) return 'any address';
  return sources.length === 0 ? '—' : listed(sources, 3);
}

function byUrgency(a: Exposure, b: Exposure): number {
  return VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) || byText(a.via === 'direct' ? '' : a.via, b.via === 'direct' ? '' : b.via)
    || a.fromPort - b.fromPort || byText(`${a.resourceId} ${a.address} ${a.protocol}`, `${b.resourceId} ${b.address} ${b.protocol}`) || a.toPort - b.toPort;
}
