import type { Evidence } from '../model/index.ts';
import { securityHub, wellArchitected } from './controls.ts';
import { defineRule, fail, pass, undecided } from './rule.ts';

/** GuardDuty or the configuration recorder does not run in the region. */
export const threatDetectionOff = defineRule({
  id: 'threat-detection-off',
  code: 'G03',
  title: 'Threat detection and configuration recording are on',
  severity: 'medium',
  subject: 'scope',
  needs: ['detector', 'configurationRecorder'],
  controls: [...securityHub('GuardDuty.1', 'Config.1'), ...wellArchitected('SEC04-BP01')],
  why: 'A parallel run doubles what can be attacked, and the recorder keeps the history against which "who changed that?" is answered.',
  remediation: {
    summary: 'Enable GuardDuty and start the recorder in every region in use.',
    command: 'aws guardduty create-detector --enable && aws configservice start-configuration-recorder --configuration-recorder-name <name>',
    cost: 'GuardDuty by the volume of events and logs (30 days free), Config about USD 0.003 per recorded change; an hour.',
    interrupts: 'no',
  },
  phase: 'stabilise',
  sources: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/guardduty-controls.html#guardduty-1',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/config-controls.html#config-1',
  ],
  judge(_scope, context) {
    const detectors = context.list('detector');
    const recorders = context.list('configurationRecorder');
    const faults: Evidence[] = [];
    const detecting = detectors.some(({ Status }) => Status === 'ENABLED');
    const recording = recorders.some((recorder) => recorder.recording === true);
    const doubtful = (!detecting && detectors.some(({ Status }) => Status === undefined)) || (!recording && recorders.some((recorder) => recorder.recording === undefined));
    if (!detecting && detectors.every(({ Status }) => Status !== undefined)) {
      faults.push({ text: detectors.length === 0 ? 'GuardDuty has no detector here' : 'the GuardDuty detector is not enabled', basis: 'configuration' });
    }
    if (!recording && recorders.every((recorder) => recorder.recording !== undefined)) {
      faults.push({ text: recorders.length === 0 ? 'AWS Config has no recorder here' : 'the recorder of AWS Config is stopped', basis: 'configuration' });
    }
    if (faults.length > 0) return { ...fail(...faults), fromAbsence: true };
    return doubtful ? undecided('the state of the detector or of the recorder is not known') : pass();
  },
});
