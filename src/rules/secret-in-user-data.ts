import type { Evidence, ResourceOf } from '../model/index.ts';
import { twelveFactor, wellArchitected } from './controls.ts';
import { templateWithSameText } from './facts/user-data-origin.ts';
import { defineRule, fail, notApplicable, pass, undecided } from './rule.ts';

/** A secret in the start script of an instance, a launch template version or a launch configuration. Only kind and line are known here. */
export const secretInUserData = defineRule({
  id: 'secret-in-user-data',
  code: 'I06',
  title: 'Start scripts hold no secrets',
  severity: 'critical',
  subject: 'userData',
  needs: [],
  wants: ['instance'],
  controls: [...wellArchitected('SEC02-BP03'), ...twelveFactor('III Config')],
  why: 'Anyone who may describe the instance reads it, and so does every process on it through the metadata service. It has to move into a secret store before images are built, and it has to be changed, as it was readable until now.',
  remediation: {
    summary: 'Change the secret, store the new one in Secrets Manager, let the script or the application fetch it with the role of the instance.',
    command: 'aws secretsmanager create-secret --name <name> --secret-string file://<file>',
    cost: 'USD 0.40 per secret and month; a day for each secret, its rotation included.',
    interrupts: 'brief',
  },
  phase: 'stabilise',
  sources: [
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-add-user-data.html',
    'https://docs.aws.amazon.com/wellarchitected/latest/framework/sec_identities_secrets.html',
  ],
  judge(userData, context) {
    if (userData.secrets.length > 0) {
      const template = templateWithSameText(userData, context);
      if (template !== undefined) return notApplicable(`the text is that of ${template}, and is judged there`);
      return fail(...userData.secrets.map((secret) => found(secret, userData.parts.length)));
    }
    if (userData.encoding === 'binary') return undecided('the user data could not be decoded: look at it by hand');
    return pass();
  },
});

function found({ kind, line, part }: ResourceOf<'userData'>['secrets'][number], parts: number): Evidence {
  return { text: `a secret of kind ${kind} in line ${line}${parts > 1 ? ` of part ${part}` : ''}; the value was not kept`, basis: 'text', line };
}
