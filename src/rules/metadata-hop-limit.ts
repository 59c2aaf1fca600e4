import { securityHub, wellArchitected } from './controls.ts';
import { isContainerHost } from './facts/fleet.ts';
import { isTerminated, TERMINATED } from './facts/instance-life.ts';
import { defineRule, fail, pass, undecided } from './rule.ts';

const CONTAINER_ENGINES: ReadonlySet<string> = new Set(['docker', 'containerd', 'podman', 'k3s', 'amazon-ecs-agent']);

/** The answer of the metadata service may travel further than to the instance itself. */
export const metadataHopLimit = defineRule({
  id: 'metadata-hop-limit',
  code: 'I02',
  title: 'Metadata answers do not leave the instance',
  severity: 'low',
  subject: 'instance',
  needs: [],
  controls: [...securityHub('AutoScaling.4'), ...wellArchitected('SEC06-BP01')],
  why: 'A hop limit above 1 hands the role of the host to every container on a bridge network. The container target needs this value decided, not inherited.',
  remediation: {
    summary: 'Set the hop limit to 1; keep 2 only for hosts whose containers have to use the role of the host.',
    command: 'aws ec2 modify-instance-metadata-options --instance-id <instance-id> --http-put-response-hop-limit 1 --http-endpoint enabled',
    cost: 'No charge; minutes for each instance, after a look at what runs in containers there.',
    interrupts: 'no',
  },
  phase: 'stabilise',
  sources: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html#autoscaling-4',
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-IMDS-existing-instances.html',
  ],
  thresholds: {
    hops: { value: 1, unit: 'network hops', source: 'https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html#autoscaling-4' },
  },
  judge(instance, context) {
    if (isTerminated(instance)) return TERMINATED;
    const options = instance.MetadataOptions;
    if (options?.HttpEndpoint === 'disabled') return pass();
    const limit = options?.HttpPutResponseHopLimit;
    if (limit === undefined) return undecided('the description of the instance does not state MetadataOptions.HttpPutResponseHopLimit');
    const most = context.threshold('hops');
    if (limit <= most) return pass();
    const setting = { text: `the hop limit is ${limit}, more than ${most}`, basis: 'configuration' } as const;
    if (isContainerHost(instance)) {
      return { ...fail(setting, { text: 'the tags make it a container host: on a bridge network 2 is needed where containers use the role of the host', basis: 'configuration' }), severity: 'info' };
    }
    const engine = context.insight.componentsOf(instance.id).find(({ component }) => CONTAINER_ENGINES.has(component));
    return engine ? { ...fail(setting, ...engine.evidence), severity: 'info' } : fail(setting);
  },
});
