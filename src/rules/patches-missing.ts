import { securityHub, wellArchitected } from './controls.ts';
import { isOff, NOT_RUNNING } from './facts/instance-life.ts';
import { defineRule, fail, pass, undecided } from './rule.ts';

/** Patches that the last scan of Patch Manager found missing or failed. */
export const patchesMissing = defineRule({
  id: 'patches-missing',
  code: 'I09',
  title: 'No patches are missing',
  severity: 'high',
  subject: 'instance',
  needs: ['patchState'],
  wants: ['managedInstance'],
  controls: [...securityHub('SSM.2'), ...wellArchitected('OPS05-BP05', 'SEC06-BP01')],
  why: 'An image made of this disk carries its holes into the target, once for every copy.',
  remediation: {
    summary: 'Install the missing patches in a maintenance window, or build the image from a patched base instead.',
    command: 'aws ssm send-command --document-name AWS-RunPatchBaseline --targets Key=InstanceIds,Values=<instance-id> --parameters Operation=Install',
    cost: 'No charge; an hour and a reboot for each instance.',
    interrupts: 'brief',
  },
  phase: 'stabilise',
  sources: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ssm-controls.html#ssm-2',
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-about-aws-runpatchbaseline.html',
  ],
  judge(instance, context) {
    if (isOff(instance)) return NOT_RUNNING;
    const state = context.get('patchState', instance.id);
    if (!state) {
      const managed = context.completeness('managedInstance').state === 'complete' && !context.get('managedInstance', instance.id);
      return undecided(managed ? 'Systems Manager does not manage the instance' : 'Patch Manager has no scan of the instance');
    }
    const { MissingCount: missing, FailedCount: failed } = state;
    const grave = (state.CriticalNonCompliantCount ?? 0) + (state.SecurityNonCompliantCount ?? 0);
    const when = state.OperationEndTime === undefined ? '' : ` at the scan of ${state.OperationEndTime}`;
    if ((missing ?? 0) + (failed ?? 0) + grave > 0) {
      const counted = `${missing ?? 'an unknown number'} missing and ${failed ?? 'an unknown number'} failed${when}; ${grave} rated critical or security`;
      return { ...fail({ text: `patches: ${counted}`, basis: 'inventory' }), severity: grave > 0 ? 'high' : 'medium' };
    }
    return missing === undefined || failed === undefined ? undecided('the patch state does not state how many patches are missing or failed') : pass();
  },
});
