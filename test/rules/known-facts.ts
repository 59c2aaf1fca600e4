import type { BootFacts, Component, UtilisationFigure, Workload } from '../../src/model/index.ts';
import type { Literal } from './case.ts';

/** A running instance with nothing else said of it. */
export function running(more: Partial<Literal<'instance'>> = {}): Literal<'instance'> {
  return { id: 'i-1', InstanceId: 'i-1', State: { Name: 'running' }, ...more };
}

export const stopped: Literal<'instance'> = running({ State: { Name: 'stopped' } });
export const terminated: Literal<'instance'> = running({ State: { Name: 'terminated' } });

export function figure(metric: string, stat: string, value: number | null, more: Partial<UtilisationFigure> = {}): UtilisationFigure {
  return {
    resourceId: 'i-1', namespace: 'AWS/EC2', metric, dimensions: {}, stat, value, unit: 'Count', coverage: value === null ? 0 : 1,
    window: { start: '2026-11-06T00:00:00.000Z', end: '2026-11-20T00:00:00.000Z', periodSec: 300 }, ...more,
  };
}

export function component(name: string, more: Partial<Component> = {}): Component {
  return { resourceId: 'i-1', component: name, ports: [], source: 'package', confidence: 0.9, evidence: [{ text: `install ${name}`, basis: 'text', line: 3 }], ...more };
}

export function boot(more: Partial<BootFacts> = {}): BootFacts {
  return { resourceId: 'i-1', format: 'shell', heavy: false, reasons: [], ports: [], endpoints: [], scheduledJobs: [], secrets: [], state: [], ...more };
}

export function workload(more: Partial<Workload> = {}): Workload {
  return { id: 'w-1', name: 'shop', role: 'web', instanceIds: ['i-1'], groupedBy: 'instance', confidence: 1, state: [], seams: [], ...more };
}

/** A start script that was read; its text does not matter to rules, the facts drawn from it do. */
export function script(more: Partial<Literal<'userData'>> = {}): Literal<'userData'> {
  return { id: 'i-1', of: 'instance', parts: [{ contentType: 'text/x-shellscript', text: '#!/bin/sh' }], size: 9, fingerprint: 'f1', encoding: 'plain', secrets: [], ...more };
}

/** `i-1` as a target of a target group on the port. */
export function targeted(port: number, group = 'shop-web'): Literal<'targetHealth'> {
  return { id: `arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/${group}/0123456789abcdef`, TargetHealthDescriptions: [{ Target: { Id: 'i-1', Port: port } }] };
}
