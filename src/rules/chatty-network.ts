import type { Baseline } from '../model/index.ts';
import { wellArchitected } from './controls.ts';
import { isBilledIn } from './facts/usage-type-region.ts';
import { PROPOSAL } from './facts/proposal.ts';
import { defineRule, fail, pass, undecided } from './rule.ts';

type CostLine = NonNullable<Baseline['cost']>['byUsageType'][number];

/** Traffic between zones and through NAT gateways, by the byte; a NAT gateway's hours are not counted. */
const BETWEEN = /(DataTransfer-Regional-Bytes|DataTransfer-xAZ-(In|Out)-Bytes|NatGateway-Bytes|NatGateway-Prvd-Bytes)$/;

/** A good part of the bill is traffic between the parts of the system. */
export const chattyNetwork = defineRule({
  id: 'chatty-network',
  code: 'M26',
  title: 'Traffic between zones and through NAT gateways is a small part of the cost',
  severity: 'medium',
  subject: 'scope',
  needs: [],
  controls: wellArchitected('COST08-BP02'),
  why: 'A call inside the monolith is free; cut in two it crosses a zone and is paid for in both directions. What is chatty now becomes dear then: model the traffic before the cut.',
  remediation: {
    summary: 'Find the talkers in flow logs; give S3 and DynamoDB gateway endpoints, keep callers and callees in one zone where they may be.',
    command: 'aws ec2 create-vpc-endpoint --vpc-id <vpc-id> --vpc-endpoint-type Gateway --service-name com.amazonaws.<region>.s3 --route-table-ids <route-table-id>',
    cost: 'Gateway endpoints are free and save USD 0.045 per GB of NAT processing; one to five days.',
    interrupts: 'no',
  },
  phase: 'decouple',
  sources: [
    'https://docs.aws.amazon.com/wellarchitected/latest/framework/cost_data_transfer_optimized_components.html',
    'https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html',
  ],
  thresholds: { share: { value: 10, unit: '% of the cost of the region in the last whole month', source: PROPOSAL } },
  judge(scope, context) {
    const cost = context.baseline.cost;
    if (!cost || cost.basis !== 'cost-explorer') return undecided(`what was billed is not known: ${cost?.reason ?? 'Cost Explorer was not asked in this run'}`);
    const month = cost.months.at(-1);
    if (month === undefined || cost.byUsageType.length === 0) return undecided('Cost Explorer gave no cost by usage type');
    let whole = 0;
    let between = 0;
    for (const line of cost.byUsageType) {
      const here = isBilledIn(line.usageType ?? '', scope.region);
      if (here === undefined) return undecided(`which usage types belong to ${scope.region} is not known`);
      if (!here) continue;
      const amount = amountIn(line, month);
      whole += amount;
      if (BETWEEN.test(line.usageType ?? '')) between += amount;
    }
    if (whole <= 0) return undecided(`nothing was billed for ${scope.region} in ${month}`);
    // A share of two sums: the rounding of binary fractions is far below the tenth of a percent that is shown.
    const share = (between / whole) * 100;
    const most = context.threshold('share');
    const text = `${share.toFixed(1)} % of ${whole.toFixed(2)} ${cost.currency} in ${month} was traffic between zones or through NAT gateways (limit ${most} %); all accounts of the bill`;
    return share > most ? fail({ text, basis: 'metric' }) : pass({ text, basis: 'metric' });
  },
});

function amountIn({ months }: CostLine, month: string): number {
  const amount = Number(months.find((entry) => entry.month === month)?.netAmortised ?? 0);
  return Number.isFinite(amount) ? amount : 0;
}
