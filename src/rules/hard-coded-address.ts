import type { Evidence } from '../model/index.ts';
import { twelveFactor } from './controls.ts';
import { fixedHost } from './facts/fixed-host.ts';
import { templateWithSameText } from './facts/user-data-origin.ts';
import { defineRule, fail, notApplicable, pass, undecided } from './rule.ts';

/** Addresses and machine names written into a start script. */
export const hardCodedAddress = defineRule({
  id: 'hard-coded-address',
  code: 'M09',
  title: 'Start scripts name no fixed addresses or machines',
  severity: 'medium',
  subject: 'userData',
  needs: [],
  wants: ['instance'],
  controls: twelveFactor('III Config'),
  why: 'Every new address breaks it, and a migration gives everything a new address. It also shows a dependency that no diagram has.',
  remediation: {
    summary: 'Give each of them a name in a private hosted zone or a parameter, and let the script read that.',
    command: 'aws ssm put-parameter --name <name> --type String --value <host>',
    cost: 'No charge for standard parameters, USD 0.50 per month for a hosted zone; half a day for each address.',
    interrupts: 'brief',
  },
  phase: 'decouple',
  sources: [
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-parameter-store.html',
    'https://12factor.net/config',
  ],
  judge(userData, context) {
    if (userData.encoding === 'empty') return notApplicable('there is no start script');
    if (userData.encoding === 'binary') return undecided('the user data could not be decoded: look at it by hand');
    const boot = context.insight.bootOf(userData.id);
    if (!boot) return undecided('the start script was not analysed');
    const found = new Map<string, Evidence>();
    for (const { host, port, line } of boot.endpoints) {
      const why = fixedHost(host);
      const text = `${host}${port === undefined ? '' : `:${port}`} is ${why}`;
      if (why !== undefined && !found.has(text)) found.set(text, { text, basis: 'text', ...(line === undefined ? undefined : { line }) });
    }
    const lines = new Set([...found.values()].map(({ line }) => line));
    for (const { kind, evidence } of boot.state) {
      // A line of /etc/hosts, say: an address that is fixed without being called from here.
      if (kind === 'hard-coded-address') for (const written of evidence) if (written.line === undefined || !lines.has(written.line)) found.set(written.text, written);
    }
    if (found.size === 0) return pass();
    const template = templateWithSameText(userData, context);
    return template === undefined ? fail(...found.values()) : notApplicable(`the text is that of ${template}, and is judged there`);
  },
});
