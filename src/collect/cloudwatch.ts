import { listing, type Listing } from './listing.ts';

/** Alarms alone: metrics belong to the baseline. */
export const cloudwatch: readonly Listing[] = [
  listing('alarm', { items: 'MetricAlarms[]', input: { MaxRecords: 100, AlarmTypes: ['MetricAlarm'] }, id: 'AlarmArn', arn: 'AlarmArn' }),
];
