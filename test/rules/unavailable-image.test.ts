import { unavailableImage } from '../../src/rules/unavailable-image.ts';
import { running, terminated } from './known-facts.ts';
import { truthTable } from './truth-table.ts';

const of = (image: object) => ({ instance: [running({ ImageId: 'ami-1' })], image: [{ id: 'ami-1', ImageId: 'ami-1', State: 'available', ...image }] });

truthTable(unavailableImage, 'i-1', [
  ['our own', 'pass', of({ OwnerId: '111122223333', Public: false })],
  ['from Canonical', 'pass', of({ OwnerId: '099720109477', Public: true })],
  ['from Amazon', 'pass', of({ OwnerId: '137112412989', ImageOwnerAlias: 'amazon', Public: true })],
  ['a public one of a stranger', 'fail medium', of({ OwnerId: '444455556666', Public: true }), { says: /444455556666/ }],
  ['shared by another account of ours', 'pass', of({ OwnerId: '444455556666', Public: false })],
  ['deprecated', 'fail medium', of({ OwnerId: '099720109477', DeprecationTime: '2026-01-01T00:00:00Z' }), { says: /deprecated since 2026-01-01/ }],
  ['to be deprecated', 'pass', of({ OwnerId: '099720109477', DeprecationTime: '2027-01-01T00:00:00Z' })],
  ['disabled', 'fail high', of({ State: 'disabled' })],
  ['gone', 'fail high', { instance: [running({ ImageId: 'ami-1' })] }, { says: /deregistered/ }],
  ['not among the images that arrived', 'unknown', { instance: [running({ ImageId: 'ami-1' })] }, { partial: ['image'] }],
  ['denied', 'unknown', { instance: [running({ ImageId: 'ami-1' })] }, { denied: ['image'] }],
  ['no image stated', 'unknown', { instance: [running()] }],
  ['terminated', 'not-applicable', { instance: [terminated] }],
]);
