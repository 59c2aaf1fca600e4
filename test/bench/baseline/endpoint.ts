import { createServer, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/*
 * Answers GetMetricData with a point for every period asked for, and the two calls that come before it. The texts are made once, so that
 * the endpoint takes little from the machine beside what is measured; it runs in a process of its own. Argument: latency in ms.
 */
const latencyMs = Number(process.argv[2]);
const texts = new Map<string, { timestamps: string; values: string }>();
let calls = 0;

interface Query { readonly Id: string; readonly MetricStat: { readonly Period: number } }
interface Body { readonly StartTime: number; readonly EndTime: number; readonly MetricDataQueries: readonly Query[] }

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => void answer(response, String(request.headers['x-amz-target'] ?? ''), Buffer.concat(chunks).toString()));
});

async function answer(response: ServerResponse, target: string, body: string): Promise<void> {
  await sleep(latencyMs);
  if (target === '') {
    response.writeHead(200, { 'content-type': 'text/xml' });
    response.end('<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>arn:aws:iam::111122223333:user/bench</Arn><UserId>BENCH</UserId><Account>111122223333</Account></GetCallerIdentityResult></GetCallerIdentityResponse>');
    return;
  }
  response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' });
  if (!target.endsWith('.GetMetricData')) {
    response.end('{"Metrics":[]}');
    return;
  }
  calls += 1;
  // The body is the SDK's own; what it says is what was asked for.
  const { StartTime, EndTime, MetricDataQueries } = JSON.parse(body) as Body;
  const results = MetricDataQueries.map(({ Id, MetricStat }) => {
    const { timestamps, values } = seriesOf(StartTime, EndTime, MetricStat.Period);
    return `{"Id":"${Id}","Label":"m","StatusCode":"Complete","Timestamps":${timestamps},"Values":${values}}`;
  });
  response.end(`{"Messages":[],"MetricDataResults":[${results.join(',')}]}`);
}

function seriesOf(start: number, end: number, period: number): { timestamps: string; values: string } {
  const key = `${start} ${end} ${period}`;
  let text = texts.get(key);
  if (!text) {
    const stamps = Array.from({ length: Math.floor((end - start) / period) }, (_, index) => start + index * period);
    text = { timestamps: JSON.stringify(stamps), values: JSON.stringify(stamps.map((at) => Number((40 + 30 * Math.sin(at / 13_751) + (at % 7)).toFixed(4)))) };
    texts.set(key, text);
  }
  return text;
}

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' ? address?.port : undefined });
});
process.on('message', (message) => {
  if (message === 'calls') process.send?.({ calls });
});
