import { describe, expect, test } from 'vitest';
import { bytes, duration, effort, figure, listed, measure, minute, money, month, percent, plural } from '../../src/report/quantity.ts';
import { portRange } from '../../src/report/words.ts';

describe('quantities', () => {
  test.each([
    [percent(0), '0 %'], [percent(0.001), '< 1 %'], [percent(0.624), '62 %'], [percent(0.999), '> 99 %'], [percent(1), '100 %'],
    [figure(0), '0'], [figure(0.00041), '0.0004'], [figure(0.842), '0.84'], [figure(38.25), '38.3'], [figure(1480.4), '1,480'],
    [bytes(999), '999 B'], [bytes(1000), '1 kB'], [bytes(412_316_860_416), '412 GB'], [bytes(999_700), '1 MB'],
    [duration(0.8), '0.8 ms'], [duration(999), '999 ms'], [duration(1480), '1.48 s'],
    [money('393.716', 'USD'), 'USD 393.72'], [money('1234.5', 'EUR'), 'EUR 1,235'], [money('nonsense', 'USD'), 'USD ?'],
    [measure(0.842, 'Seconds'), '842 ms'], [measure(38_120_400, 'Count'), '38.1 M'], [measure(71.4, 'Percent'), '71.4 %'],
    [minute('2026-11-20T10:15:00.000Z'), '20 Nov 2026, 10:15 UTC'], [minute('not a time'), 'not a time'], [month('2026-08'), 'Aug 2026'],
    [plural(1, 'policy', 'policies'), '1 policy'], [plural(2, 'policy', 'policies'), '2 policies'], [plural(1200, 'row'), '1,200 rows'],
    [listed([]), ''], [listed(['a', 'b', 'c']), 'a, b and c'], [listed(['a', 'b', 'c', 'd'], 2), 'a, b and 2 more'],
    [effort({ low: 0.5, high: 1 }), '0.5 to 1 day'], [effort({ low: 4, high: 4 }), '4 days'],
    [portRange('tcp', 22, 22), 'TCP 22 (SSH)'], [portRange('tcp', 3307, 3310), 'TCP 3307–3310'], [portRange('udp', 0, 65_535), 'UDP, all ports'], [portRange('all', -1, -1), 'all protocols'], [portRange('icmp', -1, -1), 'ICMP'],
  ])('%s', (given, expected) => expect(given).toBe(expected));
});
