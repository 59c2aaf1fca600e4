import type { Evidence, Severity } from '../model/index.ts';
import { securityHub, wellArchitected } from './controls.ts';
import { defineRule, fail, notApplicable, pass, undecided } from './rule.ts';

const DAY_MS = 86_400_000;

export const certificateNearExpiry = defineRule({
  id: 'certificate-near-expiry',
  code: 'L12',
  title: 'Certificates are valid for weeks to come, with strong keys',
  severity: 'high',
  subject: 'certificate',
  needs: [],
  controls: [...securityHub('ACM.1', 'ACM.2'), ...wellArchitected('SEC09-BP01')],
  why: 'A certificate that ends in the middle of a parallel run breaks both sides. Imported ones do not follow by themselves to CloudFront (us-east-1) or API Gateway.',
  remediation: {
    summary: 'Request a certificate that ACM renews, validated by DNS, and put it on the listener; an imported one must be imported again.',
    command: 'aws acm request-certificate --domain-name <domain-name> --validation-method DNS',
    cost: 'No charge for public certificates that are used with AWS services.',
    interrupts: 'no',
  },
  phase: 'stabilise',
  sources: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/acm-controls.html#acm-1',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/acm-controls.html#acm-2',
    'https://docs.aws.amazon.com/acm/latest/userguide/managed-renewal.html',
  ],
  thresholds: { validity: { value: 30, unit: 'days', source: 'Security Hub ACM.1, default of daysToExpiration' } },
  judge(certificate, context) {
    if (certificate.Status !== undefined && certificate.Status !== 'ISSUED' && certificate.Status !== 'EXPIRED') return notApplicable(`its status is ${certificate.Status}`);
    const limit = context.threshold('validity');
    const end = certificate.NotAfter === undefined ? Number.NaN : Date.parse(certificate.NotAfter);
    const faults: { severity: Severity; evidence: Evidence }[] = [];
    if (certificate.KeyAlgorithm === 'RSA_1024' || certificate.KeyAlgorithm === 'RSA-1024') {
      faults.push({ severity: 'high', evidence: { text: `its key is ${certificate.KeyAlgorithm}`, basis: 'configuration' } });
    }
    const days = Math.floor((end - context.now.getTime()) / DAY_MS);
    if (days < 0) faults.push({ severity: 'critical', evidence: { text: `expired on ${certificate.NotAfter}`, basis: 'configuration' } });
    else if (days < limit) {
      const renewed = certificate.Type !== 'IMPORTED' && certificate.RenewalEligibility === 'ELIGIBLE';
      // ACM renews 60 days ahead: one that is this late waits for a validation that does not come.
      const renewal = renewed ? 'ACM should have renewed it 60 days ahead' : `${certificate.Type === 'IMPORTED' ? 'imported' : 'not eligible for renewal'}, so nobody renews it`;
      faults.push({ severity: renewed ? 'medium' : 'high', evidence: { text: `expires in ${days} days, on ${certificate.NotAfter} (threshold ${limit} days); ${renewal}`, basis: 'configuration' } });
    }
    const worst = (['critical', 'high', 'medium'] as const).find((severity) => faults.some((fault) => fault.severity === severity));
    if (worst === undefined) return Number.isNaN(end) ? undecided('the answer does not state when it expires') : pass();
    const judgement = fail(...faults.map((fault) => fault.evidence));
    return { ...judgement, severity: certificate.InUse === false ? 'low' : worst };
  },
});
