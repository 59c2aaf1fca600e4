import { expect, test } from 'vitest';
import { certificateNearExpiry } from '../../src/rules/certificate-near-expiry.ts';
import { estateOf, judgeOne, truthTable, type Literal, type Literals } from './case.ts';

/** Days are counted from the tests' now, 2026-11-20. */
const certificate = (NotAfter: string | undefined, fields: Partial<Literal<'certificate'>> = {}): Literals => ({
  certificate: [{ id: 'cert', Status: 'ISSUED', Type: 'AMAZON_ISSUED', RenewalEligibility: 'ELIGIBLE', KeyAlgorithm: 'RSA-2048', InUse: true, NotAfter, ...fields }],
});

truthTable(certificateNearExpiry, 'cert', [
  ['expired', certificate('2026-11-19T00:00:00Z'), 'fail critical'],
  ['expired, by its status', certificate('2026-11-01T00:00:00Z', { Status: 'EXPIRED' }), 'fail critical'],
  ['imported, 29 days', certificate('2026-12-19T12:00:00Z', { Type: 'IMPORTED', RenewalEligibility: 'INELIGIBLE' }), 'fail high', { says: /expires in 29 days.*threshold 30 days.*imported/u }],
  ['not eligible for renewal, 10 days', certificate('2026-11-30T00:00:00Z', { RenewalEligibility: 'INELIGIBLE' }), 'fail high'],
  ['managed, but late', certificate('2026-11-30T00:00:00Z'), 'fail medium'],
  ['imported, 30 days', certificate('2026-12-20T00:00:00Z', { Type: 'IMPORTED' }), 'pass'],
  ['imported, 30 days, threshold 60', certificate('2026-12-20T00:00:00Z', { Type: 'IMPORTED' }), 'fail high', { thresholds: { validity: 60 } }],
  ['short key', certificate('2027-12-20T00:00:00Z', { KeyAlgorithm: 'RSA_1024' }), 'fail high'],
  ['expired and unused', certificate('2026-11-19T00:00:00Z', { InUse: false }), 'fail low'],
  ['a year left', certificate('2027-11-20T00:00:00Z'), 'pass'],
  ['end not stated', certificate(undefined), 'unknown'],
  ['not issued yet', certificate(undefined, { Status: 'PENDING_VALIDATION' }), 'not-applicable'],
]);

test('denied: unknown', () => {
  expect(judgeOne(certificateNearExpiry, estateOf({}, { denied: ['certificate'] })).reason).toContain('acm:ListCertificates');
});
