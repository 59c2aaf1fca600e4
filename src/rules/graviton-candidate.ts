import { wellArchitected } from './controls.ts';
import { runsOnArm64 } from './facts/arm64-components.ts';
import { isTerminated, TERMINATED } from './facts/instance-life.ts';
import { defineRule, fail, notApplicable, pass, undecided } from './rule.ts';

/** Whether the workload could run on arm64. A hint for the image rebuild, never a step of its own. */
export const gravitonCandidate = defineRule({
  id: 'graviton-candidate',
  code: 'M24',
  title: 'What can run on Graviton does',
  severity: 'info',
  subject: 'instance',
  needs: [],
  controls: wellArchitected('SUS05-BP02'),
  why: 'Images are built anew for the target anyway: building them for arm64 as well costs little then and saves a fifth of the compute price from the first day.',
  remediation: {
    summary: 'Build the image for both architectures, test, then choose the type or the task\'s CPU architecture; keep the x86 image as the way back.',
    command: 'aws ec2 describe-instance-types --filters Name=processor-info.supported-architecture,Values=arm64 Name=current-generation,Values=true --query "InstanceTypes[].InstanceType"',
    cost: 'Saves about 20 % (list price us-east-1: m6i.large USD 0.096, m6g.large USD 0.077 an hour); one to five days within the image rebuild.',
    interrupts: 'no',
  },
  phase: 'optimise',
  sources: [
    'https://github.com/aws/aws-graviton-getting-started',
    'https://docs.aws.amazon.com/wellarchitected/latest/framework/sus_sus_hardware_a3.html',
  ],
  judge(instance, context) {
    if (isTerminated(instance)) return TERMINATED;
    if (instance.Architecture === undefined) return undecided('the description of the instance does not state Architecture');
    if (instance.Architecture === 'arm64') return pass();
    if (instance.Architecture !== 'x86_64') return notApplicable(`its architecture is ${instance.Architecture}`);
    const platform = instance.PlatformDetails;
    if (platform !== undefined && /windows|sql server/i.test(platform)) return notApplicable(`${platform} does not run on Graviton`);
    const market = (instance.ProductCodes ?? []).find(({ ProductCodeType }) => ProductCodeType === 'marketplace');
    if (market) return notApplicable(`its image is a product of the AWS Marketplace (${market.ProductCodeId ?? 'unknown product'}), which decides the architecture`);
    const components = context.insight.componentsOf(instance.id);
    const blocker = components.find((component) => runsOnArm64(component) === 'no');
    if (blocker) return notApplicable(`${blocker.component}${blocker.version === undefined ? '' : ` ${blocker.version}`} does not run on Graviton`);
    if (platform === undefined) return undecided('the description of the instance does not state PlatformDetails');
    if (components.length === 0) return undecided('what runs on it is not known: nothing in its start script names a component');
    const open = [...new Set(components.filter((component) => runsOnArm64(component) === 'unknown').map(({ component }) => component))].sort();
    if (open.length > 0) return undecided(`whether these have builds for arm64 is not known: ${open.join(', ')}`);
    const names = [...new Set(components.map(({ component }) => component))].sort().join(', ');
    return fail({ text: `x86_64, ${platform}, no marketplace product`, basis: 'configuration' }, { text: `everything that its start script names has builds for arm64: ${names}`, basis: 'text' });
  },
});
