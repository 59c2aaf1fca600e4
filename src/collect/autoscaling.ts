import { textOf } from '../aws/index.ts';
import { launchConfigurationUserData } from './user-data.ts';
import { listing, type Listing } from './listing.ts';

const PAGE = { MaxRecords: 100 };

export const autoscaling: readonly Listing[] = [
  listing('autoScalingGroup', { items: 'AutoScalingGroups[]', input: PAGE, id: 'AutoScalingGroupName', arn: 'AutoScalingGroupARN', tags: 'Tags' }),
  listing('launchConfiguration', {
    items: 'LaunchConfigurations[]', input: PAGE, id: 'LaunchConfigurationName', arn: 'LaunchConfigurationARN', userData: launchConfigurationUserData,
  }),
  listing('scalingPolicy', { items: 'ScalingPolicies[]', input: PAGE, id: 'PolicyARN', arn: 'PolicyARN' }),
  listing('scheduledAction', {
    items: 'ScheduledUpdateGroupActions[]', input: PAGE, arn: 'ScheduledActionARN',
    id: (item) => textOf(item['ScheduledActionARN']) || `${textOf(item['AutoScalingGroupName'])}/${textOf(item['ScheduledActionName'])}`,
  }),
  // AWS keeps six weeks of activities.
  listing('scalingActivity', { items: 'Activities[]', input: PAGE, id: 'ActivityId' }),
];
