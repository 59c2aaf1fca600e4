import type { BootFacts, Component, StateFact } from '../../model/insight.ts';
import { rowOf } from '../components/index.ts';

/**
 * How a component was found. `package` is the distribution's own package, whose end of life follows the distribution;
 * everything else follows the upstream project's dates.
 */
export type ComponentSource = 'package' | 'repository' | 'library' | 'download' | 'service' | 'container' | 'configuration' | 'command' | 'feature';

/** How sure each way of finding makes us that the program runs there. */
const CONFIDENCE: Readonly<Record<ComponentSource, number>> = {
  package: 0.95, repository: 0.95, feature: 0.95, container: 0.95, service: 0.9, command: 0.85, download: 0.85, library: 0.8, configuration: 0.7,
};

/** Under a condition that could not be decided, a statement holds for some instances only. */
const CONDITIONAL = 0.8;
const MAX_EVIDENCE = 8;
const MAX_EVIDENCE_LENGTH = 160;

export interface Found {
  readonly source: ComponentSource;
  readonly text: string;
  readonly line: number;
  readonly version?: string | undefined;
  readonly ports?: readonly number[];
  readonly conditional?: boolean;
  /** False where the program is installed but nothing starts it by itself: a library, an image that publishes no port. */
  readonly listens?: boolean;
}

/** What one script says, without whose it is. */
export interface ScriptFacts extends Omit<BootFacts, 'resourceId'> {
  readonly components: readonly Omit<Component, 'resourceId'>[];
}

interface Draft {
  source: ComponentSource;
  confidence: number;
  version: string | undefined;
  listens: boolean;
  readonly ports: Set<number>;
  readonly evidence: { text: string; basis: 'text'; line: number }[];
}

type Endpoint = BootFacts['endpoints'][number];

/** Gathers what the readers find; the verdict (which ports, which of two names for one thing) is given once, in `finish`. */
export class FactSheet {
  readonly #components = new Map<string, Draft>();
  readonly #removed = new Set<string>();
  readonly #pinned = new Map<string, string>();
  readonly #vendors = new Set<string>();
  readonly #ports = new Set<number>();
  readonly #endpoints = new Map<string, Endpoint>();
  readonly #localNames = new Set<string>();
  readonly #jobs = new Map<string, { schedule: string; command: string; line: number }>();
  readonly #state = new Map<string, StateFact>();
  readonly #reasons = new Map<string, { text: string; weight: number; count: number; line: number }>();

  component(id: string, found: Found): void {
    this.#removed.delete(id);
    const confidence = CONFIDENCE[found.source] * (found.conditional === true ? CONDITIONAL : 1);
    const source = found.source === 'package' && this.#vendors.has(id) ? 'repository' : found.source;
    const draft = this.#components.get(id) ?? { source, confidence: 0, version: undefined, listens: false, ports: new Set(), evidence: [] };
    if (confidence > draft.confidence) {
      draft.confidence = confidence;
      draft.source = source;
    }
    draft.version ??= clean(found.version);
    draft.listens ||= found.listens !== false;
    for (const port of found.ports ?? []) if (isPort(port)) draft.ports.add(port);
    if (draft.evidence.length < MAX_EVIDENCE && !draft.evidence.some((known) => known.line === found.line)) {
      draft.evidence.push({ text: snippet(found.text), basis: 'text', line: found.line });
    }
    this.#components.set(id, draft);
  }

  /** The version that the next installation of a component will have: an enabled module or topic, an upstream repository. */
  pin(id: string, version: string): void {
    this.#pinned.set(id, version);
  }

  /** The component's packages come from its upstream project from here on. */
  vendor(id: string): void {
    this.#vendors.add(id);
    const draft = this.#components.get(id);
    if (draft?.source === 'package') draft.source = 'repository';
  }

  remove(id: string): void {
    this.#removed.add(id);
  }

  has(id: string): boolean {
    return this.#components.has(id);
  }

  port(port: number, owner?: string): void {
    if (!isPort(port)) return;
    this.#ports.add(port);
    if (owner !== undefined) this.#components.get(owner)?.ports.add(port);
  }

  endpoint(endpoint: Endpoint): void {
    const key = `${endpoint.host} ${endpoint.port ?? ''}`;
    const bare = `${endpoint.host} `;
    if (endpoint.port !== undefined && this.#endpoints.has(bare)) this.#endpoints.delete(bare);
    if (endpoint.port === undefined && [...this.#endpoints.values()].some((known) => known.host === endpoint.host)) return;
    if (!this.#endpoints.has(key)) this.#endpoints.set(key, endpoint);
  }

  /** A name that only this machine knows: a container, a compose service. It is no endpoint. */
  localName(name: string): void {
    this.#localNames.add(name.toLowerCase());
  }

  job(schedule: string, command: string, line: number): void {
    const key = `${schedule} ${command}`;
    if (!this.#jobs.has(key)) this.#jobs.set(key, { schedule, command: snippet(command), line });
  }

  state(kind: string, text: string, line: number): void {
    const fact = this.#state.get(kind) ?? { kind, evidence: [] };
    if (fact.evidence.length < MAX_EVIDENCE && !fact.evidence.some((known) => known.line === line)) fact.evidence.push({ text: snippet(text), basis: 'text', line });
    this.#state.set(kind, fact);
  }

  /** Work done at boot. The weights of different kinds add up: 1 is installing packages, however many; 3 by itself makes booting heavy. */
  boot(kind: string, text: string, weight: number, line: number): void {
    const known = this.#reasons.get(kind);
    if (known) known.count += 1;
    else this.#reasons.set(kind, { text, weight, count: 1, line });
  }

  finish(format: ScriptFacts['format'], secrets: ScriptFacts['secrets'], size: number): ScriptFacts {
    this.#settle();
    const components = [...this.#components].filter(([id]) => !this.#removed.has(id)).map(([id, draft]) => ({
      component: id,
      ...versionOf(draft.version ?? this.#pinned.get(id)),
      ports: this.#portsOf(id, draft),
      source: draft.source,
      confidence: Math.round(draft.confidence * 100) / 100,
      evidence: draft.evidence,
    })).sort((a, b) => (a.component < b.component ? -1 : 1));
    for (const component of components) {
      for (const port of component.ports) this.#ports.add(port);
      if (rowOf(component.component)?.role === 'database' && component.source !== 'library') {
        this.state('database', component.evidence[0]?.text ?? component.component, component.evidence[0]?.line ?? 1);
      }
    }
    const reasons = this.#bootReasons(size);
    return {
      format,
      components,
      ports: [...this.#ports].sort((a, b) => a - b),
      endpoints: [...this.#endpoints.values()].filter((endpoint) => !this.#localNames.has(endpoint.host)).sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.host < b.host ? -1 : 1)),
      scheduledJobs: [...this.#jobs.values()].sort((a, b) => a.line - b.line),
      secrets,
      state: [...this.#state.values()].sort((a, b) => (a.kind < b.kind ? -1 : 1)),
      heavy: reasons.weight >= HEAVY,
      reasons: reasons.texts,
    };
  }

  /** Two names for one thing: MariaDB's service and CLI are also called mysql. A client's own name never made it here. */
  #settle(): void {
    this.#absorb('mysql', 'mariadb');
    this.#absorb('openjdk', 'amazon-corretto', 'eclipse-temurin', 'azul-zulu', 'oracle-jdk');
    this.#absorb('apache-http-server', 'iis');
    this.#absorb('docker-registry', 'harbor');
    if (this.#components.get('php')?.evidence.length === 0) this.#components.delete('php');
  }

  /** `weak`, found by service, command or configuration only, is really the one of `strong` that is installed. */
  #absorb(weak: string, ...strong: readonly string[]): void {
    const draft = this.#components.get(weak);
    const other = strong.find((id) => this.#components.has(id) && !this.#removed.has(id));
    if (!draft || other === undefined || ['package', 'repository', 'container', 'download', 'feature'].includes(draft.source)) return;
    for (const port of draft.ports) this.#components.get(other)?.ports.add(port);
    this.#components.delete(weak);
  }

  #portsOf(id: string, draft: Draft): number[] {
    const ports = draft.ports.size > 0 || !draft.listens ? draft.ports : rowOf(id)?.ports ?? [];
    return [...ports].sort((a, b) => a - b);
  }

  #bootReasons(size: number): { weight: number; texts: string[] } {
    const reasons = [...this.#reasons.values()].sort((a, b) => a.line - b.line);
    const texts = reasons.map((reason) => (reason.count > 1 ? `${reason.text} (${reason.count} times, first on line ${reason.line})` : `${reason.text} (line ${reason.line})`));
    const weight = reasons.reduce((sum, reason) => sum + reason.weight, 0);
    return size > LONG_SCRIPT_BYTES ? { weight: weight + HEAVY, texts: [...texts, `the script has ${size} bytes, over ${LONG_SCRIPT_BYTES}`] } : { weight, texts };
  }
}

/** Sum of weights from which booting does the work of a build. A proposal of this project; see rule M10. */
const HEAVY = 3;
/** Half of what EC2 takes (16 KiB). */
const LONG_SCRIPT_BYTES = 8192;

function isPort(port: number): boolean {
  return Number.isInteger(port) && port > 0 && port < 65_536;
}

function clean(version: string | undefined): string | undefined {
  return version !== undefined && /^\d/.test(version) ? version.replace(/[^\w.+-].*$/, '') : undefined;
}

function versionOf(version: string | undefined): { version?: string } {
  return version === undefined || version === '' ? {} : { version };
}

function snippet(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > MAX_EVIDENCE_LENGTH ? `${line.slice(0, MAX_EVIDENCE_LENGTH - 1)}…` : line;
}
