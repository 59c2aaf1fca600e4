import { describe, expect, test } from 'vitest';
import { CollectionStopped, listings, requiredActions } from '../../src/collect/index.ts';
import { serviceOf } from '../../src/demo/wire/services.ts';
import { Estate, EstateIndex, KIND_NAMES, type ProgressEvent } from '../../src/model/index.ts';
import { collected, entryOf, troubles } from './collected.ts';
import { emptyAccount, IDS, richAccount, SECRETS } from './rich-account.ts';

describe('a whole account', () => {
  test('every question is answered, every action called is declared, and every declared one is called', async () => {
    const { estate, calls } = await collected({ accounts: [richAccount()] });
    expect(troubles(estate)).toEqual([]);
    const called = new Set(calls.map(({ service, operation }) => `${serviceOf(service as 'ec2').iam}:${operation}`));
    const session = new Set(['account:ListRegions', 'ec2:DescribeRegions', 'sts:GetCallerIdentity']);
    expect([...called].sort()).toEqual(requiredActions({ userData: true }).filter((action) => !session.has(action)));
    expect(() => Estate.parse(estate)).not.toThrow();
  });

  test('the estate is the same, page for page or at once, and sorted', async () => {
    const whole = await collected({ accounts: [richAccount()] });
    const paged = await collected({ accounts: [richAccount()], pageSize: 1 });
    expect(paged.estate.resources).toEqual(whole.estate.resources);
    expect(paged.calls.length).toBeGreaterThan(whole.calls.length);
    for (const list of Object.values(whole.estate.resources)) {
      const ids = (list ?? []).map(({ id }) => id);
      expect(ids).toEqual([...ids].sort());
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test('what needs a second question is put together', async () => {
    const { resources, accounts } = (await collected({ accounts: [richAccount()] })).estate;
    expect(accounts).toEqual([expect.objectContaining({ id: '111122223333', alias: expect.any(String) })]);
    expect(resources.prefixListEntries).toEqual([expect.objectContaining({ id: 'pl-0aaaaaaaaaaaaaaa1', Entries: [{ Cidr: '203.0.113.0/24', Description: 'office' }, { Cidr: '198.51.100.0/24' }] })]);
    expect(resources.mountTarget).toEqual([expect.objectContaining({ SecurityGroups: ['sg-0aaaaaaaaaaaaaaa1'] })]);
    expect(resources.trail).toEqual([expect.objectContaining({ id: IDS.trail, IsLogging: true })]);
    expect(resources.detector).toEqual([expect.objectContaining({ id: '12abc34d567e8fa901bc2d34e56789f0', Status: 'ENABLED' })]);
    expect(resources.rolePolicies?.map(({ id, UnrestrictedInlinePolicies }) => [id, UnrestrictedInlinePolicies])).toEqual([['larkspur-web', ['everything']], ['larkspur-worker', []]]);
    expect(resources.publicDbSnapshot?.map(({ id }) => id)).toEqual(['open']);
    expect(resources.acceleratorEndpoint).toEqual([expect.objectContaining({ id: `${IDS.endpointGroup}/eipalloc-0aaaaaaaaaaaaaaa1`, AcceleratorArn: IDS.accelerator })]);
    expect(resources.classicLoadBalancer).toEqual([expect.objectContaining({ id: 'old', tags: { env: 'prod' } })]);
    expect(resources.listenerRule?.every(({ ListenerArn }) => resources.listener?.some(({ id }) => id === ListenerArn))).toBe(true);
    expect(resources.loadBalancerAttributes?.[0]?.Attributes).toEqual(expect.objectContaining({ 'deletion_protection.enabled': expect.any(String) }));
    expect(resources.instance?.[0]?.arn).toMatch(/^arn:aws:ec2:us-east-1:111122223333:instance\/i-/);
  });

  test('no planted secret is anywhere', async () => {
    const recorded: unknown[] = [];
    const { estate } = await collected({ accounts: [richAccount()] }, { record: (_spec, _context, page) => void recorded.push(page) });
    const text = JSON.stringify([estate, recorded]);
    for (const secret of SECRETS) {
      expect(text).not.toContain(secret);
      expect(text).not.toContain(Buffer.from(secret).toString('base64').slice(0, 16));
    }
    expect(estate.resources.userData?.find(({ id }) => id === `${IDS.template}:2`)).toMatchObject({ of: 'launch-template-version', secrets: [expect.objectContaining({ line: 2 })] });
    expect(estate.resources.launchTemplateVersion?.[0]?.LaunchTemplateData).not.toHaveProperty('UserData');
    expect(estate.resources.launchTemplate?.[0]?.tags).toHaveProperty('db_password', expect.stringMatching(/^\[redacted/));
  });

  test('without user data the call is not made, nothing of it is kept, and coverage says so', async () => {
    const { estate, calls } = await collected({ accounts: [richAccount()] }, { userData: false });
    expect(calls.filter(({ operation }) => operation === 'DescribeInstanceAttribute')).toEqual([]);
    expect(estate.resources.userData ?? []).toEqual([]);
    expect(entryOf(estate, 'ec2', 'DescribeInstanceAttribute')).toMatchObject({ outcome: 'skipped' });
    expect(JSON.stringify(estate)).not.toContain('"UserData"');
  });

  test('an empty account is empty, and known to be', async () => {
    const { estate } = await collected({ accounts: [emptyAccount()] });
    expect(troubles(estate)).toEqual([]);
    const index = new EstateIndex(estate);
    const scope = { account: '111122223333', region: 'us-east-1' };
    for (const kind of KIND_NAMES) expect([kind, index.completeness(scope, kind).state]).toEqual([kind, 'complete']);
    expect(estate.resources.instance ?? []).toEqual([]);
  });

  test('every kind has its coverage entry, named as the kind table names it', async () => {
    const { estate } = await collected({ accounts: [emptyAccount()] });
    expect(estate.coverage).toHaveLength(listings({ userData: true }).length);
  });
});

describe('several accounts', () => {
  test('two roles are one estate; nothing of one is under the other', async () => {
    const { estate } = await collected({ accounts: [richAccount(), emptyAccount('444455556666')] }, {}, {
      roleArns: ['arn:aws:iam::111122223333:role/A', 'arn:aws:iam::444455556666:role/A'],
    });
    expect(estate.accounts.map(({ id }) => id)).toEqual(['111122223333', '444455556666']);
    expect(new Set(estate.resources.instance?.map(({ account }) => account))).toEqual(new Set(['111122223333']));
    expect(entryOf(estate, 'ec2', 'DescribeInstances', '444455556666')).toMatchObject({ outcome: 'ok', items: 0 });
    expect(troubles(estate)).toEqual([]);
  });
});

describe('refusals', () => {
  test('a denied listing: its kind and those that hang on it are never complete, and say why', async () => {
    const { estate, calls } = await collected({ accounts: [richAccount()], deny: ['elasticloadbalancing:DescribeListeners'] });
    expect(entryOf(estate, 'elbv2', 'DescribeListeners')).toMatchObject({ outcome: 'denied', action: 'elasticloadbalancing:DescribeListeners' });
    expect(entryOf(estate, 'elbv2', 'DescribeRules')).toMatchObject({ outcome: 'skipped', message: expect.stringContaining('elasticloadbalancing:DescribeListeners was denied') });
    expect(calls.some(({ operation }) => operation === 'DescribeRules')).toBe(false);
    expect(estate.resources.loadBalancer).toHaveLength(1);
    expect(troubles(estate)).toHaveLength(2);
  });

  test.each([
    ['cloudtrail:GetTrailStatus', 'cloudtrail', 'DescribeTrails'],
    ['guardduty:GetDetector', 'guardduty', 'ListDetectors'],
    ['elasticfilesystem:DescribeMountTargetSecurityGroups', 'efs', 'DescribeMountTargets'],
    ['globalaccelerator:ListEndpointGroups', 'globalaccelerator', 'ListAccelerators'],
    ['rds:DescribeDBSnapshotAttributes', 'rds', 'DescribeDBSnapshots'],
  ])('%s denied leaves %s %s partial', async (action, service, operation) => {
    const { estate } = await collected({ accounts: [richAccount()], deny: [action] });
    expect(entryOf(estate, service, operation)).toMatchObject({ outcome: 'partial', message: expect.stringContaining(action) });
  });

  test('everything denied: an empty estate that claims nothing', async () => {
    const { estate } = await collected({ accounts: [richAccount()], deny: ['*'] });
    expect(Object.values(estate.resources).flat()).toEqual([]);
    expect(new Set(estate.coverage.map(({ outcome }) => outcome))).toEqual(new Set(['denied', 'skipped']));
    const index = new EstateIndex(estate);
    for (const kind of KIND_NAMES) expect(index.completeness({ account: '111122223333', region: 'us-east-1' }, kind).state).toBe('missing');
  });

  test('some parents refuse: partial, with a count', async () => {
    const { estate } = await collected({ accounts: [richAccount()], failures: { 'elasticloadbalancing:DescribeTargetHealth': { code: 'ValidationError', times: 1 } } });
    expect(entryOf(estate, 'elbv2', 'DescribeTargetHealth')).toMatchObject({ outcome: 'partial', message: expect.stringMatching(/^1 failed: ValidationError/) });
  });

  test('a resource that went away since it was listed is not a gap', async () => {
    const { estate } = await collected({ accounts: [richAccount()], failures: { 'elasticloadbalancing:DescribeTargetHealth': { code: 'TargetGroupNotFound', times: 1 } } });
    expect(entryOf(estate, 'elbv2', 'DescribeTargetHealth')).toMatchObject({ outcome: 'ok', message: expect.stringContaining('went away') });
  });

  test('500s and cut connections lose nothing', async () => {
    const good = await collected({ accounts: [richAccount()] });
    const bad = await collected({ accounts: [richAccount()], failWith500: 7, cutConnections: 11 });
    expect(bad.estate.resources).toEqual(good.estate.resources);
    expect(troubles(bad.estate)).toEqual([]);
  });
});

describe('ending early', () => {
  test('an abort stops at once and keeps what was collected', async () => {
    const controller = new AbortController();
    const run = collected({ accounts: [richAccount()], latencyMs: 60 }, {
      signal: controller.signal, emit: (event) => { if (event.type === 'task-progress' && event.note !== '0 items') setTimeout(() => controller.abort(), 10); },
    });
    const error: unknown = await run.then(() => undefined, (reason: unknown) => reason);
    expect(error).toBeInstanceOf(CollectionStopped);
    expect(error).toMatchObject({ exit: 'interrupted', code: 'INTERRUPTED' });
    if (!(error instanceof CollectionStopped)) return;
    expect(Object.values(error.partialEstate.resources).flat().length).toBeGreaterThan(0);
    expect(error.partialEstate.coverage.some(({ outcome, message }) => outcome === 'skipped' && message?.includes('stopped') === true)).toBe(true);
    expect(() => Estate.parse(error.partialEstate)).not.toThrow();
  });

  test('credentials that expire during the run', async () => {
    const error: unknown = await collected({ accounts: [richAccount()], failures: { 'elasticloadbalancing:DescribeRules': { code: 'ExpiredToken' } } }).then(() => undefined, (reason: unknown) => reason);
    expect(error).toMatchObject({ exit: 'credentials', code: 'CREDENTIALS_EXPIRED', next: expect.stringContaining('aws sso login') });
    expect(error).toBeInstanceOf(CollectionStopped);
  });
});

test('progress: every task that starts ends, with its counts', async () => {
  const events: ProgressEvent[] = [];
  await collected({ accounts: [richAccount()] }, { emit: (event) => void events.push(event) });
  const started = events.flatMap((event) => (event.type === 'task-start' ? [event.id] : []));
  const ended = events.flatMap((event) => (event.type === 'task-end' ? [event.id] : []));
  expect([...ended].sort()).toEqual([...started].sort());
  expect(events.find((event) => event.type === 'task-end' && event.id.endsWith(' ec2'))).toMatchObject({ outcome: 'ok', note: expect.stringMatching(/^\d+ items$/) });
});

