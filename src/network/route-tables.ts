import type { RouteTable } from '../model/resources/ec2.ts';
import type { Scope } from '../model/index.ts';
import type { EstateView } from './estate-view.ts';

/** A subnet's effective table, or what is missing to name it. */
export type EffectiveTable = { readonly table: RouteTable; readonly explicit: boolean } | { readonly missing: string };

/** The table that a subnet names, else the main table of its own VPC, and of no other. */
export function effectiveTable(view: EstateView, scope: Scope, subnetId: string | undefined, vpcId: string | undefined): EffectiveTable {
  const [explicit] = view.where('routeTable', 'subnet', (table) => associations(table).map((a) => a.SubnetId), subnetId ?? '');
  if (explicit) return { table: explicit, explicit: true };
  const gap = view.gap(scope, 'routeTable');
  if (gap) return { missing: gap };
  const [main] = view.where('routeTable', 'main of VPC', (table) => [associations(table).some((a) => a.Main) ? table.VpcId : undefined], vpcId ?? '');
  return main ? { table: main, explicit: false } : { missing: `no route table of ${subnetId ?? 'the interface'} and no main table of ${vpcId ?? 'its VPC'} in the estate (ec2:DescribeRouteTables)` };
}

/** Tables that steer what comes in through an internet gateway, by the gateway's id. */
export function edgeTables(view: EstateView, gatewayId: string): readonly RouteTable[] {
  return view.where('routeTable', 'gateway', (table) => associations(table).map((a) => a.GatewayId), gatewayId);
}

function associations(table: RouteTable) {
  return (table.Associations ?? []).filter((a) => !['disassociated', 'disassociating', 'failed'].includes(a.AssociationState?.State ?? 'associated'));
}
