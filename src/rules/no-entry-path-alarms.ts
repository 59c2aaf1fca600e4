import type { ResourceOf } from '../model/index.ts';
import { wellArchitected } from './controls.ts';
import { watchedBy } from './facts/alarmed-metrics.ts';
import { defineRule, fail, notApplicable, pass } from './rule.ts';

/** What has to be watched on each kind of balancer: users getting errors, users waiting, targets falling out. */
const SIGNALS: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  application: {
    'errors (HTTPCode_ELB_5XX_Count or HTTPCode_Target_5XX_Count)': /^HTTPCode_(ELB|Target)_5(XX|\d\d)_Count$/,
    'latency (TargetResponseTime)': /^TargetResponseTime$/,
    'health (UnHealthyHostCount)': /^(Un)?HealthyHostCount$/,
  },
  network: {
    'errors (TCP_Target_Reset_Count)': /^TCP_(Target|ELB|Client)_Reset_Count$/,
    'health (UnHealthyHostCount)': /^(Un)?HealthyHostCount$/,
  },
};

/** Nothing would call anyone if users got errors. */
export const noEntryPathAlarms = defineRule({
  id: 'no-entry-path-alarms',
  code: 'M23',
  title: 'Alarms watch errors, latency and health on the entry path',
  severity: 'medium',
  subject: 'loadBalancer',
  needs: ['alarm'],
  controls: wellArchitected('REL11-BP01'),
  why: 'A canary step needs a signal that stops it. Without alarms on the old path nobody even knows what normal is.',
  remediation: {
    summary: 'Set an alarm for each signal with a limit from the baseline; the migration steps use the same alarms as their brake.',
    command: 'aws cloudwatch put-metric-alarm --alarm-name <name> --namespace AWS/ApplicationELB --metric-name HTTPCode_Target_5XX_Count --dimensions Name=LoadBalancer,Value=<app/name/id> --statistic Sum --period 60 --evaluation-periods 5 --threshold <count> --comparison-operator GreaterThanThreshold --treat-missing-data notBreaching --alarm-actions <sns-topic-arn>',
    cost: 'USD 0.10 per alarm and month; half a day.',
    interrupts: 'no',
  },
  phase: 'stabilise',
  sources: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html',
    'https://docs.aws.amazon.com/wellarchitected/latest/framework/rel_withstand_component_failures_monitoring_health.html',
  ],
  judge(balancer, context) {
    const signals = SIGNALS[balancer.Type ?? 'application'];
    if (!signals) return notApplicable(`a ${balancer.Type} load balancer serves no users by itself`);
    const dimension = `LoadBalancer=${balancer.LoadBalancerArn.split(':loadbalancer/')[1] ?? balancer.LoadBalancerArn}`;
    const alarms = context.where('alarm', 'dimension', dimensionsOf, dimension);
    const active = alarms.filter(({ ActionsEnabled }) => ActionsEnabled !== false);
    const watched = active.flatMap((alarm) => watchedBy(alarm).filter(({ dimensions }) => dimensions.includes(dimension)).map(({ metric }) => metric));
    const missing = Object.entries(signals).filter(([, pattern]) => !watched.some((metric) => pattern.test(metric))).map(([signal]) => signal);
    if (missing.length === 0) return pass({ text: `${active.length} alarms watch it`, basis: 'configuration' });
    const muted = alarms.length - active.length;
    const text = `no active alarm for ${missing.join(', ')}; ${active.length} alarms watch the balancer${muted > 0 ? `, ${muted} more have their actions switched off` : ''}`;
    return { ...fail({ text, basis: 'configuration' }), severity: missing.length < Object.keys(signals).length ? 'low' : 'medium', fromAbsence: true };
  },
});

function dimensionsOf(alarm: ResourceOf<'alarm'>): readonly string[] {
  return watchedBy(alarm).flatMap(({ dimensions }) => dimensions);
}
