import type { Evidence } from '../model/index.ts';
import { wellArchitected } from './controls.ts';
import { isTerminated, TERMINATED } from './facts/instance-life.ts';
import { defineRule, fail, pass, undecided } from './rule.ts';

/**
 * What `UsageOperation` bills for.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/billing-info-fields.html
 */
const LICENCES: Readonly<Record<string, string>> = {
  'RunInstances:0002': 'Windows Server',
  'RunInstances:0006': 'Windows Server with SQL Server Standard',
  'RunInstances:0102': 'Windows Server with SQL Server Enterprise',
  'RunInstances:0202': 'Windows Server with SQL Server Web',
  'RunInstances:0800': 'Windows Server, own licence',
  'RunInstances:0004': 'SQL Server Standard on Linux',
  'RunInstances:0100': 'SQL Server Enterprise on Linux',
  'RunInstances:0200': 'SQL Server Web on Linux',
  'RunInstances:0010': 'Red Hat Enterprise Linux',
  'RunInstances:00g0': 'Red Hat Enterprise Linux, own subscription',
  'RunInstances:1010': 'Red Hat Enterprise Linux with high availability',
  'RunInstances:000g': 'SUSE Linux',
  'RunInstances:0g00': 'Ubuntu Pro',
};

/** Software that is paid for by the machine, the core or the socket. */
export const licensedSoftware = defineRule({
  id: 'licensed-software',
  code: 'M17',
  title: 'No licence is bound to the instance',
  severity: 'info',
  subject: 'instance',
  needs: [],
  controls: wellArchitected('COST07-BP01'),
  why: 'The licence decides what may be done: some cover a move of the machine only, some no container at all, and a dedicated host is paid for by the socket.',
  remediation: {
    summary: 'Read the terms before the target is chosen: re-host with the licence, or replace the software with one that has none.',
    command: 'aws ec2 describe-instances --instance-ids <instance-id> --query "Reservations[].Instances[].[PlatformDetails,UsageOperation,ProductCodes,Placement.Tenancy]"',
    cost: 'From nothing to the price of the licence; one to three days to read and decide.',
    interrupts: 'no',
  },
  phase: 'decouple',
  sources: [
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/billing-info-fields.html',
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/dedicated-hosts-overview.html',
  ],
  judge(instance, context) {
    if (isTerminated(instance)) return TERMINATED;
    const platform = instance.PlatformDetails;
    const found: Evidence[] = [];
    const operation = instance.UsageOperation;
    const licence = operation !== undefined && Object.hasOwn(LICENCES, operation) ? LICENCES[operation] : undefined;
    if (licence !== undefined) found.push({ text: `${licence} (UsageOperation ${operation})`, basis: 'configuration' });
    else if (platform !== undefined && platform !== 'Linux/UNIX') found.push({ text: `PlatformDetails is ${platform}`, basis: 'configuration' });
    const products = (instance.ProductCodes ?? []).flatMap(({ ProductCodeId, ProductCodeType }) => (ProductCodeId === undefined ? [] : `${ProductCodeId}${ProductCodeType === undefined ? '' : ` (${ProductCodeType})`}`));
    if (products.length > 0) found.push({ text: `product codes: ${products.sort().join(', ')}`, basis: 'configuration' });
    const tenancy = instance.Placement?.Tenancy;
    const dedicated = tenancy === 'host' || tenancy === 'dedicated';
    if (dedicated) found.push({ text: `tenancy is ${tenancy}${instance.Placement?.HostId === undefined ? '' : ` on ${instance.Placement.HostId}`}`, basis: 'configuration' });
    for (const { component, evidence } of context.insight.componentsOf(instance.id)) {
      if (/^(oracle-database|mssqlserver|weblogic|websphere|ibm-db2|ibm-mq|coldfusion|red-hat-jboss-eap)$/.test(component)) found.push(...evidence.slice(0, 1).map((line) => ({ ...line, text: `${component}: ${line.text}` })));
    }
    if (found.length > 0) return { ...fail(...found), severity: tenancy === 'host' ? 'high' : 'info' };
    return platform === undefined && operation === undefined ? undecided('the description of the instance states neither PlatformDetails nor UsageOperation') : pass();
  },
});
