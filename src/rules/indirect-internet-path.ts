import type { Evidence, IndirectPath, Kind } from '../model/index.ts';
import { wellArchitected } from './controls.ts';
import { defineRule, fail, notApplicable, pass, undecided } from './rule.ts';

/** What such a path may lead to. */
const WORKLOAD_KINDS = ['loadBalancer', 'instance', 'networkInterface'] as const satisfies readonly Kind[];

/** Paths that do not show in routes and groups: accelerators, VPC origins, VPC links, endpoint services. Each region speaks for its own resources. */
export const indirectInternetPath = defineRule({
  id: 'indirect-internet-path',
  code: 'X13',
  title: 'No entry point bypasses the VPC\'s own gates',
  severity: 'info',
  subject: 'scope',
  needs: [],
  wants: WORKLOAD_KINDS,
  controls: wellArchitected('SEC03-BP07'),
  why: 'An entry point that DNS does not show must be cut over too. High where the resource behind it is believed to be private.',
  remediation: {
    summary: 'Put each path on the cut-over list, or remove the endpoint that nobody uses.',
    command: 'aws globalaccelerator list-accelerators',
    cost: 'No charge to look; an accelerator costs USD 0.025 per hour and traffic.',
    interrupts: 'no',
  },
  phase: 'migrate',
  sources: [
    'https://docs.aws.amazon.com/global-accelerator/latest/dg/about-endpoints.html',
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html',
  ],
  judge(_scope, context) {
    if (WORKLOAD_KINDS.every((kind) => context.list(kind).length === 0 && context.completeness(kind).state === 'complete')) return notApplicable('nothing runs here');
    const found = context.insight.all.indirectPaths.flatMap((path) => path.resourceIds.filter(here).map((id): Evidence => ({
      text: `${path.kind} reaches ${id}${isPrivate(id) ? ', which is internal' : ''}`, basis: 'configuration', resourceId: id,
    })));
    const unchecked = context.insight.all.indirectPaths.filter((path) => !path.checked);
    const gaps: Evidence[] = unchecked.map((path) => ({ text: `not checked: ${gapText(path)}` }));
    if (found.length > 0) {
      const hidden = context.insight.all.indirectPaths.some((path) => path.resourceIds.some((id) => here(id) && isPrivate(id)));
      return { ...fail(...found, ...gaps), ...(hidden ? { severity: 'high' as const } : undefined) };
    }
    return unchecked.length > 0 ? undecided(`not checked: ${unchecked.map(gapText).join('; ')}`) : pass();

    function here(id: string): boolean {
      return context.get('loadBalancer', id) !== undefined || context.get('instance', id) !== undefined || context.get('networkInterface', id) !== undefined;
    }
    function isPrivate(id: string): boolean {
      return context.get('loadBalancer', id)?.Scheme === 'internal';
    }
  },
});

function gapText(path: IndirectPath): string {
  return path.reason === undefined ? path.kind : `${path.kind} (${path.reason})`;
}
