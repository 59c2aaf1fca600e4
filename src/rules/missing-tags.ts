import { wellArchitected } from './controls.ts';
import { isTerminated, TERMINATED } from './facts/instance-life.ts';
import { defineRule, fail, pass } from './rule.ts';

/** What a tag has to say, and the keys that people use for it. Key names are compared without case, dashes and underscores. */
const MEANINGS: readonly (readonly [meaning: string, keys: RegExp])[] = [
  ['name', /^name$/],
  ['owner', /^((technical|business|service|app|application|product)?owner|team|squad|contact|costcenter|costcentre)$/],
  ['environment', /^(env|environment|stage|lifecycle)$/],
  ['application', /^(app|application|service|project|product|system|workload|component|appname|applicationname|servicename)$/],
];

/** Nobody can tell what the machine belongs to, and whom to ask. */
export const missingTags = defineRule({
  id: 'missing-tags',
  code: 'M28',
  title: 'Instances are tagged with name, owner, environment and application',
  severity: 'low',
  subject: 'instance',
  needs: [],
  controls: wellArchitected('COST03-BP02'),
  why: 'Waves are drawn by application and owner. A machine that belongs to no one is moved last, or switched off by mistake.',
  remediation: {
    summary: 'Ask around, then tag; a tag policy keeps it so.',
    command: 'aws ec2 create-tags --resources <instance-id> --tags Key=Name,Value=<name> Key=Owner,Value=<owner> Key=Environment,Value=<environment> Key=Application,Value=<application>',
    cost: 'No charge; minutes for each instance, days to find the owners.',
    interrupts: 'no',
  },
  phase: 'stabilise',
  sources: [
    'https://docs.aws.amazon.com/whitepapers/latest/tagging-best-practices/tagging-best-practices.html',
    'https://docs.aws.amazon.com/wellarchitected/latest/framework/cost_monitor_usage_define_attribution.html',
  ],
  judge(instance) {
    if (isTerminated(instance)) return TERMINATED;
    const keys = Object.entries(instance.tags).flatMap(([key, value]) => (value === '' ? [] : [key.toLowerCase().replaceAll(/[-_ :/]/g, '')]));
    const missing = MEANINGS.filter(([, pattern]) => !keys.some((key) => pattern.test(key))).map(([meaning]) => meaning);
    if (missing.length === 0) return pass();
    const has = Object.keys(instance.tags).length;
    return fail({ text: `no tag for ${missing.join(', ')}; it has ${has === 0 ? 'no tags' : `${has} ${has === 1 ? 'tag' : 'tags'}`}`, basis: 'configuration' });
  },
});
