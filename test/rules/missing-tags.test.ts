import { missingTags } from '../../src/rules/missing-tags.ts';
import { running, terminated } from './known-facts.ts';
import { truthTable } from './truth-table.ts';

const tagged = (tags: Record<string, string>) => ({ instance: [running({ tags })] });

truthTable(missingTags, 'i-1', [
  ['all four', 'pass', tagged({ Name: 'web-1', Owner: 'shop', Environment: 'prod', Application: 'shop' })],
  ['all four in other words', 'pass', tagged({ name: 'web-1', 'cost-center': '42', STAGE: 'prod', service_name: 'shop' })],
  ['a name only', 'fail low', tagged({ Name: 'web-1' }), { says: /no tag for owner, environment, application; it has 1 tag/ }],
  ['an empty owner', 'fail low', tagged({ Name: 'web-1', Owner: '', env: 'prod', app: 'shop' }), { says: /no tag for owner/ }],
  ['none', 'fail low', tagged({}), { says: /it has no tags/ }],
  ['terminated', 'not-applicable', { instance: [terminated] }],
]);
truthTable(missingTags, undefined, [['instances denied', 'unknown', {}, { denied: ['instance'] }]]);
