import { expect, test } from 'vitest';
import { metricValue, sampleAccount } from '../../src/demo/index.ts';

const account = sampleAccount('classic');

test('the same moment gives the same account, another moment one of the same ages', () => {
  expect(sampleAccount('classic')).toEqual(account);
  const later = sampleAccount('classic', new Date(account.now.getTime() + 86_400_000));
  const launched = (of: typeof account): string => JSON.stringify(of.answers['us-east-1/ec2-describe-instances']).match(/"LaunchTime":"([^"]+)"/)?.[1] ?? '';
  expect(Date.parse(launched(later)) - Date.parse(launched(account))).toBe(86_400_000);
});

test('status codes add up to the requests, and busy days are busy everywhere', () => {
  const of = (metric: string, id?: string) => account.metrics.find((series) => series.metric === metric && (id === undefined || series.dimensions['InstanceId'] === id));
  const day = (metric: string, at: number): number => {
    const series = of(metric);
    return series === undefined ? 0 : (metricValue(series, 'Sum', at, 86_400) ?? 0);
  };
  const start = account.now.getTime() - 13 * 86_400_000;
  const days = Array.from({ length: 13 }, (_, back) => start + back * 86_400_000);
  for (const at of days) {
    const parts = ['2XX', '3XX', '4XX', '5XX'].reduce((sum, code) => sum + day(`HTTPCode_Target_${code}_Count`, at), 0);
    expect(parts / day('RequestCount', at)).toBeGreaterThan(0.97);
    expect(parts / day('RequestCount', at)).toBeLessThan(1.03);
  }
  const busiest = (metric: string): number => days.toSorted((a, b) => day(metric, b) - day(metric, a))[0] ?? 0;
  expect(busiest('CPUUtilization')).toBe(busiest('RequestCount'));
});

test('nothing in it could be a real account, host or key', () => {
  const text = JSON.stringify(account);
  expect(new Set(JSON.stringify(account.answers).match(/\b\d{12}\b/g))).toEqual(new Set(['111122223333', '444455556666', '777788889999']));
  const addresses = new Set(text.match(/\b(?:\d{1,3}\.){3}\d{1,3}\b/g) ?? []);
  for (const address of addresses) expect(address).toMatch(/^(10\.|198\.51\.100\.|203\.0\.113\.|0\.0\.0\.0$|3\.0\.1124\.0|2\.0\.20200406)/);
  expect(text).not.toMatch(/(A3T[A-Z0-9]|AKIA|AGPA|AIDA|AROA|AIPA|ANPA|ANVA|ASIA)[A-Z0-9]{16}/);
});
