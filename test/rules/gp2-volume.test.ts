import { expect, test } from 'vitest';
import { compareWithGp3 } from '../../src/rules/facts/volume-prices.ts';
import { gp2Volume } from '../../src/rules/gp2-volume.ts';
import { truthTable } from './truth-table.ts';

const of = (VolumeType?: string, more = {}) => ({ volume: [{ id: 'vol-1', VolumeId: 'vol-1', VolumeType, ...more }] });

truthTable(gp2Volume, 'vol-1', [
  ['gp3', 'pass', of('gp3')],
  ['io2', 'pass', of('io2')],
  ['gp2', 'fail low', of('gp2', { Size: 100 }), { says: /USD 10\.00 a month today, 8\.12 as gp3 with 300 IOPS and 128 MiB\/s/ }],
  ['io1 beyond gp3', 'fail low', of('io1', { Size: 500, Iops: 20_000 })],
  ['magnetic', 'fail low', of('standard', { Size: 40 })],
  ['a size that is not stated', 'fail low', of('gp2')],
  ['nothing said', 'unknown', of()],
]);
truthTable(gp2Volume, undefined, [['volumes denied', 'unknown', {}, { denied: ['volume'] }]]);

// By hand, from the list prices: gp2 0.10 per GiB; gp3 0.08 per GiB, 0.005 per IOPS over 3,000, 0.04 per MiB/s over 125; io1 0.125 and 0.065 per IOPS.
test.each([
  ['gp2', 1000, undefined, 100, 80 + 0 + 125 * 0.04],
  ['gp2', 2000, undefined, 200, 160 + 3000 * 0.005 + 125 * 0.04],
  ['gp2', 8000, undefined, 800, 640 + 13_000 * 0.005 + 125 * 0.04],
  ['io1', 100, 4000, 12.5 + 260, 8 + 1000 * 0.005 + 0],
])('%s of %i GiB', (type, size, iops, today, asGp3) => {
  const compared = compareWithGp3(type, size, iops);
  expect(compared?.today).toBeCloseTo(today, 6);
  expect(compared?.asGp3).toBeCloseTo(asGp3, 6);
});
