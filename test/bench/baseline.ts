// How few requests a baseline takes, how close it comes to what the quotas allow, and how much memory it holds.
// Run: node test/bench/baseline.ts [instances of the measured run, 500 where absent]. 5,000 take seven minutes: that is CloudWatch's quota of datapoints.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { openSession } from '../../src/aws/index.ts';
import { measureBaseline, planMetrics } from '../../src/baseline/index.ts';
import { INSTANCE, INSTANCE_EBS } from '../../src/baseline/utilisation/catalogue.ts';
import { BURST_POINTS, POINTS_PER_SECOND } from '../../src/baseline/utilisation/datapoint-bucket.ts';
import { gridsAt } from '../../src/baseline/utilisation/grids.ts';
import { planOf } from '../../src/baseline/utilisation/plan.ts';
import { metricQueries } from '../../src/baseline/utilisation/targets.ts';
import { silent, type Estate } from '../../src/model/index.ts';
import { report } from './figures.ts';

const ACCOUNT = '111122223333';
const REGION = 'us-east-1';
const NOW = new Date('2026-11-20T10:15:00Z');
const LATENCY_MS = 50;
/** GetMetricData requests per second. Source: CloudWatch service quotas. */
const REQUESTS_PER_SECOND = 500;

function estateOf(instances: number): Estate {
  const instance = Array.from({ length: instances }, (_, index) => {
    const id = `i-${index.toString(16).padStart(17, '0')}`;
    return { id, InstanceId: id, account: ACCOUNT, region: REGION, tags: {}, InstanceType: 'm5.large', State: { Name: 'running' } };
  });
  return { accounts: [{ id: ACCOUNT, partition: 'aws' }], regions: [REGION], collectedAt: NOW.toISOString(), source: 'demo', resources: { instance }, coverage: [] };
}

// The eight five-minute series of each instance over 14 days, by themselves, and then everything that is asked of an instance.
const eight = new Set([...INSTANCE, ...INSTANCE_EBS].filter(({ grid }) => grid === 'five-minutes'));
const series = metricQueries(estateOf(5000)).filter(({ spec }) => eight.has(spec));
const { plan } = planOf(series, gridsAt(NOW));
const whole = planMetrics(estateOf(5000), NOW);
console.log(`5,000 instances × ${eight.size} metrics × 14 days: ${plan.calls} requests, ${plan.points} datapoints; with everything else ${whole.calls} requests, $${whole.priceUsd}`);

const instances = Number(process.argv[2] ?? 500);
const estate = estateOf(instances);
const asked = planMetrics(estate, NOW);
const endpoint = fork(new URL('baseline/endpoint.ts', import.meta.url), [String(LATENCY_MS)]);
const [{ port }] = await once(endpoint, 'message') as [{ port: number }];
const session = await openSession({
  emit: silent, endpointUrl: `http://127.0.0.1:${port}`,
  env: { AWS_REGION: REGION, AWS_ACCESS_KEY_ID: 'bench', AWS_SECRET_ACCESS_KEY: 'bench', AWS_EC2_METADATA_DISABLED: 'true' },
});
// The buckets let a burst through at once; what is left comes at the rate, and the last answer takes its latency.
const boundByRequests = Math.max(0, asked.calls - REQUESTS_PER_SECOND) / REQUESTS_PER_SECOND;
const boundByPoints = Math.max(0, asked.points - BURST_POINTS) / POINTS_PER_SECOND;
const bound = Math.max(boundByRequests, boundByPoints) + (2 * LATENCY_MS) / 1000;

const started = performance.now();
const rssBefore = process.memoryUsage.rss();
const { baseline, coverage } = await measureBaseline({ session, estate, now: NOW, metrics: true, cost: false, emit: silent });
const seconds = (performance.now() - started) / 1000;
endpoint.send('calls');
const [{ calls }] = await once(endpoint, 'message') as [{ calls: number }];
session.close();
endpoint.kill();

const peakMib = process.resourceUsage().maxRSS / 1024;
const rawMib = (asked.points * 16) / 1024 ** 2;
console.log(`${instances} instances: ${calls} requests, ${asked.points} datapoints in ${seconds.toFixed(1)} s; quotas allow ${bound.toFixed(1)} s; ${baseline.utilisation.length} figures; outcome ${coverage.map(({ outcome }) => outcome).join(', ')}`);
report([
  { name: 'requests / least requests, 8 metrics × 5,000 instances', value: plan.calls / plan.leastCalls, unit: '×', atMost: 1 },
  { name: 'requests / least requests, everything', value: whole.calls / whole.leastCalls, unit: '×', atMost: 1.02 },
  { name: 'requests made / planned', value: calls / asked.calls, unit: '×', atMost: 1 },
  { name: 'time / what the quotas allow', value: seconds / bound, unit: '×', atMost: 1.15 },
  { name: 'peak memory', value: peakMib, unit: 'MiB', note: `${(rssBefore / 1024 ** 2).toFixed(0)} MiB before; all points and their times would be ${rawMib.toFixed(0)} MiB` },
]);
