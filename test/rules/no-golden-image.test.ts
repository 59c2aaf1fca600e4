import { noGoldenImage } from '../../src/rules/no-golden-image.ts';
import { boot, running, workload } from './known-facts.ts';
import { truthTable } from './truth-table.ts';

const on = (id: string, ImageId: string | undefined, LaunchTime = '2026-11-01T00:00:00Z') => running({ id, InstanceId: id, ImageId, LaunchTime });
const own = { id: 'ami-1', ImageId: 'ami-1', OwnerId: '111122223333', CreationDate: '2026-10-01T00:00:00Z' };
const stock = { ...own, OwnerId: '099720109477' };
const two = { workloads: [workload({ instanceIds: ['i-1', 'i-2'] })] };

truthTable(noGoldenImage, 'w-1', [
  ['one image of our own, young', 'pass', { instance: [on('i-1', 'ami-1'), on('i-2', 'ami-1')], image: [own] }, { insight: two }],
  ['two images', 'fail medium', { instance: [on('i-1', 'ami-1'), on('i-2', 'ami-2')], image: [own, { ...own, id: 'ami-2', ImageId: 'ami-2' }] }, { insight: two, says: /2 instances run 2 images: ami-1, ami-2/ }],
  ['an old image', 'fail medium', { instance: [on('i-1', 'ami-1')], image: [{ ...own, CreationDate: '2026-05-23T00:00:00Z' }] }, { insight: two, says: /181 days ago \(limit 180 days\)/ }],
  ['an image of 180 days', 'pass', { instance: [on('i-1', 'ami-1')], image: [{ ...own, CreationDate: '2026-05-24T00:00:00Z' }] }, { insight: two }],
  ['a vendor\'s image, built at boot', 'fail medium', { instance: [on('i-1', 'ami-1')], image: [stock] }, { insight: { ...two, boot: [boot({ heavy: true })] }, says: /Canonical's image ami-1 and is built by its start script/ }],
  ['a vendor\'s image, running for 100 days', 'fail medium', { instance: [on('i-1', 'ami-1', '2026-08-12T00:00:00Z')], image: [stock] }, { insight: two, says: /100 days \(limit 90 days\)/ }],
  ['a vendor\'s image, running for 90 days', 'pass', { instance: [on('i-1', 'ami-1', '2026-08-22T00:00:00Z')], image: [stock] }, { insight: two }],
  ['a vendor\'s image, light and young', 'pass', { instance: [on('i-1', 'ami-1')], image: [stock] }, { insight: two }],
  ['an image that is gone', 'unknown', { instance: [on('i-1', 'ami-1')] }, { insight: two }],
  ['no image stated', 'unknown', { instance: [on('i-1', undefined)] }, { insight: two }],
  ['images denied', 'unknown', { instance: [on('i-1', 'ami-1')] }, { insight: two, denied: ['image'] }],
  ['nothing runs', 'not-applicable', { instance: [running({ State: { Name: 'stopped' } })] }, { insight: two }],
]);
