import { groupCannotScale } from '../../src/rules/group-cannot-scale.ts';
import { truthTable, type Literal, type Literals } from './case.ts';

const group = (fields: Partial<Literal<'autoScalingGroup'>> = {}): Literals => ({ autoScalingGroup: [{ id: 'web', MinSize: 2, MaxSize: 6, DesiredCapacity: 2, ...fields }] });
const policy: Literals = { scalingPolicy: [{ id: 'p', AutoScalingGroupName: 'web' }] };
const action: Literals = { scheduledAction: [{ id: 's', AutoScalingGroupName: 'web' }] };

truthTable(groupCannotScale, 'web', [
  ['fixed size', { ...group({ MaxSize: 2 }), ...policy }, 'fail medium', { says: 'minimum and maximum are both 2' }],
  ['nothing drives it', group(), 'fail medium', { says: 'no scaling policy' }],
  ['a policy that is off', { ...group(), scalingPolicy: [{ id: 'p', AutoScalingGroupName: 'web', Enabled: false }] }, 'fail medium'],
  ['a policy of another group', { ...group(), scalingPolicy: [{ id: 'p', AutoScalingGroupName: 'other' }] }, 'fail medium'],
  ['launching is suspended', { ...group({ SuspendedProcesses: [{ ProcessName: 'Launch' }] }), ...policy }, 'fail medium', { says: 'suspended: Launch' }],
  ['notifications are suspended', { ...group({ SuspendedProcesses: [{ ProcessName: 'AlarmNotification' }] }), ...policy }, 'pass'],
  ['a policy', { ...group(), ...policy }, 'pass'],
  ['a schedule', { ...group(), ...action }, 'pass'],
  ['policies denied', group(), 'unknown', { denied: ['scalingPolicy'], says: 'autoscaling:DescribePolicies' }],
  ['policies denied, a schedule is there', { ...group(), ...action }, 'pass', { denied: ['scalingPolicy'] }],
  ['policies denied, fixed size', group({ MaxSize: 2 }), 'fail medium', { denied: ['scalingPolicy'] }],
]);
