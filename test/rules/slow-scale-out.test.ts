import { slowScaleOut } from '../../src/rules/slow-scale-out.ts';
import { truthTable, type Literal, type Literals } from './case.ts';

const start = Date.parse('2026-11-19T00:00:00Z');
const group = (fields: Partial<Literal<'autoScalingGroup'>> = {}, launches: number[] = [], Description = 'Launching a new EC2 instance: i-1'): Literals => ({
  autoScalingGroup: [{ id: 'web', HealthCheckGracePeriod: 300, ...fields }],
  scalingActivity: launches.map((seconds, i) => ({
    id: String(i), AutoScalingGroupName: 'web', Description, StatusCode: 'Successful', StartTime: new Date(start).toISOString(), EndTime: new Date(start + seconds * 1000).toISOString(),
  })),
});

truthTable(slowScaleOut, 'web', [
  ['a long grace period', group({ HealthCheckGracePeriod: 900 }), 'fail medium', { says: 'HealthCheckGracePeriod is 900 s (threshold 300 s)' }],
  ['a long warm-up', group({ DefaultInstanceWarmup: 301 }), 'fail medium'],
  ['slow launches', group({}, [100, 400, 500]), 'fail medium', { says: 'half of 3 launches took 400 s or more' }],
  ['one slow launch of three', group({}, [100, 100, 500]), 'pass'],
  ['slow terminations', group({}, [900], 'Terminating EC2 instance: i-1'), 'pass'],
  ['exactly five minutes', group({}, [300]), 'pass'],
  ['activities denied', group(), 'unknown', { denied: ['scalingActivity'], says: 'autoscaling:DescribeScalingActivities' }],
  ['activities denied, a long grace period', group({ HealthCheckGracePeriod: 900 }), 'fail medium', { denied: ['scalingActivity'] }],
]);
