import { wellArchitected } from './controls.ts';
import { isOff } from './facts/instance-life.ts';
import { isProduction } from './facts/environment.ts';
import { defineRule, fail, notApplicable, pass, undecided } from './rule.ts';

/** All running instances of a workload lie in one Availability Zone. */
export const singleZoneWorkload = defineRule({
  id: 'single-zone-workload',
  code: 'M02',
  title: 'The workload runs in two Availability Zones or more',
  severity: 'high',
  subject: 'workload',
  needs: ['instance'],
  controls: wellArchitected('REL10-BP01'),
  why: 'One zone is one failure domain, as large as the monolith. The target runs in several zones: what cannot do so yet, a lock on local disk say, has to be known before.',
  remediation: {
    summary: 'Add subnets of a second zone to the group (and to the load balancer), and keep at least one instance in each.',
    command: 'aws autoscaling update-auto-scaling-group --auto-scaling-group-name <name> --vpc-zone-identifier <subnet-id-zone-a>,<subnet-id-zone-b> --min-size 2',
    cost: 'A second instance where there was one, USD 0.01 per GB and direction between zones; one to three days.',
    interrupts: 'no',
  },
  phase: 'stabilise',
  sources: ['https://docs.aws.amazon.com/wellarchitected/latest/framework/rel_fault_isolation_multiaz_region_system.html'],
  thresholds: {
    zones: { value: 2, unit: 'Availability Zones', source: 'https://docs.aws.amazon.com/wellarchitected/latest/framework/rel_fault_isolation_multiaz_region_system.html' },
  },
  judge(workload, context) {
    if (workload.role === 'bastion') return notApplicable('a bastion is started when it is needed');
    const instances = workload.instanceIds.flatMap((id) => context.get('instance', id) ?? []).filter((instance) => !isOff(instance));
    if (instances.length === 0) return notApplicable('no instance of the workload runs');
    const zones = [...new Set(instances.flatMap(({ Placement }) => Placement?.AvailabilityZone ?? []))].sort();
    const least = context.threshold('zones');
    if (zones.length >= least) return pass({ text: `${instances.length} running instances in ${zones.join(', ')}`, basis: 'configuration' });
    if (instances.some(({ Placement }) => Placement?.AvailabilityZone === undefined)) return undecided('the Availability Zone of an instance is not stated');
    const text = `${instances.length === 1 ? 'the one running instance is' : `all ${instances.length} running instances are`} in ${zones.join(', ')} (at least ${least} zones)`;
    const together = fail({ text, basis: 'configuration' });
    return instances.every(({ tags }) => isProduction(tags) === false) ? { ...together, severity: 'medium' } : together;
  },
});
