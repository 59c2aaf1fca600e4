import { describe, expect, test } from 'vitest';
import { Run } from '../../src/model/index.ts';
import { FORMAT_IDS, redactRun, renderReport } from '../../src/report/index.ts';
import { sampleRun } from './sample-run.ts';

/** What would tell whose account it is. */
const TELLING = [
  '111122223333', 'example-shop', 'shop-web', 'shop-alb', 'shop-db', 'nightly-batch', 'old-jenkins', 'reports-db', '203.0.113.10', '203.0.113.20', '198.51.100.7', '10.0.1.10', '10.0.12.30', 'i-0a10000000000web1', 'vpc-0shop', 'subnet-0pub1a', 'sg-0web', 'igw-0shop',
  '50dc6c495c0c9188', 'ops@example.com', 'monolens-read', 'shop-alb-1234567890', 'public-a',
];

describe('--redact', () => {
  test.each(FORMAT_IDS)('%s holds nothing that tells whose account it is', async (format) => {
    for (const file of await renderReport(sampleRun(), format, { redact: true })) {
      // Pseudonym addresses are from the documentation ranges too, so addresses are looked for where their pseudonym differs.
      const told = TELLING.filter((word) => !word.startsWith('203.0.113.') && file.content.includes(word));
      expect({ name: file.name, told }).toEqual({ name: file.name, told: [] });
    }
  });

  test('the redacted run is still a run, and the given one is as it was', () => {
    const run = sampleRun();
    const before = JSON.stringify(run);
    expect(Run.safeParse(redactRun(run)).success).toBe(true);
    expect(JSON.stringify(run)).toBe(before);
  });

  test('what belongs together still does, and what is public stays', () => {
    const run = redactRun(sampleRun());
    const [web] = run.estate.resources.instance ?? [];
    const finding = run.findings.find((item) => item.ruleId === 'admin-port-open');
    expect(finding?.resourceId).toBe(web?.arn);
    expect(finding?.resourceName).toBe(web?.tags['Name']);
    expect(run.insight.workloads[0]?.instanceIds[0]).toBe(web?.id);
    expect(run.estate.resources.volume?.[0]?.Attachments?.[0]?.InstanceId).toBe(web?.id);
    expect({ type: web?.InstanceType, state: web?.State?.Name, zone: web?.Placement?.AvailabilityZone, region: web?.region, title: finding?.title })
      .toEqual({ type: 't3.medium', state: 'running', zone: 'us-east-1a', region: 'us-east-1', title: 'Admin ports are closed to the internet' });
    expect(run.insight.exposures[0]?.sources).toEqual(['0.0.0.0/0']);
  });

  test('scripts and messages of AWS are dropped', () => {
    const run = sampleRun();
    const scope = { account: '111122223333', region: 'us-east-1', tags: {} };
    const withScript = { ...run, estate: { ...run.estate, resources: { ...run.estate.resources, userData: [{ ...scope, id: 'i-0a10000000000web1', of: 'instance' as const, parts: [{ contentType: 'text/x-shellscript', text: 'echo hello' }], size: 10, fingerprint: 'f00', encoding: 'plain' as const, secrets: [] }] } } };
    const text = JSON.stringify(redactRun(Run.parse(withScript)));
    expect(text).not.toContain('echo hello');
    expect(text).not.toContain('User is not authorized');
  });
});
