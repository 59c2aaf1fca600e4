import { threatDetectionOff } from '../../src/rules/threat-detection-off.ts';
import { truthTable } from './truth-table.ts';

const detector = (Status?: string) => ({ detector: [{ id: 'd-1', Status }] });
const recorder = (recording?: boolean) => ({ configurationRecorder: [{ id: 'default', name: 'default', recording }] });

truthTable(threatDetectionOff, undefined, [
  ['both on', 'pass', { ...detector('ENABLED'), ...recorder(true) }],
  ['no detector', 'fail medium', recorder(true), { says: /GuardDuty has no detector/ }],
  ['a suspended detector', 'fail medium', { ...detector('DISABLED'), ...recorder(true) }],
  ['a stopped recorder', 'fail medium', { ...detector('ENABLED'), ...recorder(false) }, { says: /recorder of AWS Config is stopped/ }],
  ['no recorder', 'fail medium', detector('ENABLED')],
  ['a detector whose state nobody knows', 'unknown', { ...detector(), ...recorder(true) }],
  ['a recorder whose state nobody knows', 'unknown', { ...detector('ENABLED'), ...recorder() }],
  ['no detector among those that arrived', 'unknown', recorder(true), { partial: ['detector'] }],
  ['detectors denied', 'unknown', recorder(true), { denied: ['detector'] }],
  ['recorders denied', 'unknown', detector('ENABLED'), { denied: ['configurationRecorder'] }],
]);
