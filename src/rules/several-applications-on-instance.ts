import type { Evidence } from '../model/index.ts';
import { twelveFactor, wellArchitected } from './controls.ts';
import { entryPathsOf, targetGroupName } from './facts/entry-path.ts';
import { hostsOfTargetGroup } from './facts/hosts-of-target-group.ts';
import { isOff, NOT_RUNNING } from './facts/instance-life.ts';
import { isContainerHost } from './facts/fleet.ts';
import { PROPOSAL } from './facts/proposal.ts';
import { defineRule, fail, notApplicable, pass } from './rule.ts';

/** Ports of the machine's own upkeep: no application is counted for them. */
const UPKEEP: ReadonlySet<number> = new Set([22, 25, 53, 111, 123, 161, 3389, 5985, 5986, 9100]);
const MOST_SHOWN = 8;

/** One machine answers for several applications. */
export const severalApplicationsOnInstance = defineRule({
  id: 'several-applications-on-instance',
  code: 'M25',
  title: 'An instance serves one application',
  severity: 'medium',
  subject: 'instance',
  needs: ['targetHealth', 'classicLoadBalancer'],
  wants: ['listenerRule'],
  controls: [...wellArchitected('REL03-BP01'), ...twelveFactor('VII Port binding')],
  why: 'Where hosts, ports and target groups already differ lie the seams: these are the first cuts, and the listener rules for the strangler route exist.',
  remediation: {
    summary: 'Give each application a target group of its own, then move one after the other to its own platform behind the same listener.',
    command: 'aws elbv2 create-rule --listener-arn <listener-arn> --priority <priority> --conditions Field=host-header,Values=<host> --actions Type=forward,TargetGroupArn=<target-group-arn>',
    cost: 'No charge for the rule; three to ten days for each application.',
    interrupts: 'no',
  },
  phase: 'migrate',
  sources: [
    'https://docs.aws.amazon.com/prescriptive-guidance/latest/modernization-aspnet-web-services/fig-pattern.html',
    'https://docs.aws.amazon.com/wellarchitected/latest/framework/rel_service_architecture_monolith_soa_microservice.html',
    'https://12factor.net/port-binding',
  ],
  thresholds: { ports: { value: 3, unit: 'listening ports, upkeep not counted', source: PROPOSAL } },
  judge(instance, context) {
    if (isOff(instance)) return NOT_RUNNING;
    if (isContainerHost(instance)) return notApplicable('a container host serves what the orchestrator places there');
    const paths = entryPathsOf(instance, context);
    const faults: Evidence[] = [];
    const ports = [...new Set(paths.flatMap(({ port }) => port ?? []))].sort((a, b) => a - b);
    if (ports.length > 1) {
      const named = paths.map(({ through, kind, port }) => `${kind === 'target-group' ? targetGroupName(through) : through} on port ${port ?? 'unknown'}`).sort();
      faults.push({ text: `load balancers reach it on ${ports.length} ports: ${named.slice(0, MOST_SHOWN).join(', ')}`, basis: 'configuration' });
    }
    const groups = [...new Set(paths.filter(({ kind }) => kind === 'target-group').map(({ through }) => through))].sort();
    const hosts = [...new Set(groups.flatMap((arn) => hostsOfTargetGroup(arn, context)))].sort();
    if (hosts.length > 1) faults.push({ text: `listener rules send ${hosts.length} host names to it: ${hosts.slice(0, MOST_SHOWN).join(', ')}`, basis: 'configuration' });
    const listening = [...new Set([...(context.insight.bootOf(instance.id)?.ports ?? []), ...context.insight.componentsOf(instance.id).flatMap((component) => component.ports)])]
      .filter((port) => !UPKEEP.has(port)).sort((a, b) => a - b);
    const most = context.threshold('ports');
    if (listening.length > most) faults.push({ text: `its start script opens ${listening.length} ports (${listening.slice(0, MOST_SHOWN).join(', ')}), more than ${most}`, basis: 'text' });
    return faults.length > 0 ? fail(...faults) : pass();
  },
});
