import { KINDS, type IndirectPath, type Kind } from '../model/index.ts';
import type { EstateView } from './estate-view.ts';

/**
 * Ways from the internet that are not an address, a route and a port (exposure semantics, section 7): each named as looked for or not,
 * with what was found. Unchecked ones leave a `not-exposed` less sure.
 */
export function indirectPaths(view: EstateView): IndirectPath[] {
  return [
    listed(view, 'global-accelerator', 'acceleratorEndpoint', [
      ...view.all('acceleratorEndpoint').flatMap((endpoint) => endpoint.EndpointId ?? []), ...interfaces(view, 'global_accelerator_managed'),
    ]),
    listed(view, 'cloudfront-vpc-origin', 'vpcOrigin', view.all('vpcOrigin').flatMap((origin) => origin.OriginEndpointArn ?? [])),
    unasked('api-gateway-vpc-link', 'apigateway VPC links are not asked for; interfaces of HTTP API links are seen', interfaces(view, 'api_gateway_managed')),
    listed(view, 'privatelink-endpoint-service', 'vpcEndpointService', view.all('vpcEndpointService').flatMap((service) => service.NetworkLoadBalancerArns ?? []), 'who may connect was not read'),
    unasked('vpc-lattice', 'VPC Lattice target groups are not asked for', []),
    listed(view, 'instance-connect-endpoint', 'instanceConnectEndpoint', view.all('instanceConnectEndpoint').map((endpoint) => endpoint.id)),
    unasked('client-vpn', 'Client VPN endpoints are not asked for', []),
    listed(view, 'session-manager', 'managedInstance', view.all('managedInstance').map((instance) => instance.InstanceId)),
    listed(view, 'forwarding-instance', 'networkInterface', forwarders(view), 'what they forward to was not read'),
    listed(view, 'public-dns', 'recordSet', view.all('recordSet').filter((record) => record.PrivateZone === false).flatMap((record) => record.Name ?? [])),
  ];
}

function listed(view: EstateView, kind: string, from: Kind, found: readonly string[], unread?: string): IndirectPath {
  const gaps = view.index.scopes.flatMap((scope) => view.gap(scope, from) ?? []);
  const resourceIds = distinct(found);
  if (gaps.length > 0) return { kind, checked: false, resourceIds, reason: distinct(gaps).join('; ') };
  if (view.index.scopes.length === 0) return { kind, checked: false, resourceIds, reason: `${KINDS[from].action} was not called` };
  return { kind, checked: true, resourceIds, ...(unread !== undefined && resourceIds.length > 0 ? { reason: unread } : {}) };
}

function unasked(kind: string, reason: string, found: readonly string[]): IndirectPath {
  return { kind, checked: false, resourceIds: distinct(found), reason };
}

function interfaces(view: EstateView, type: string): string[] {
  return view.all('networkInterface').filter((eni) => eni.InterfaceType === type).map((eni) => eni.id);
}

/** Public interfaces that take packets meant for others: NAT instances, appliances, reverse proxies of a kind. */
function forwarders(view: EstateView): string[] {
  return view.all('networkInterface')
    .filter((eni) => eni.SourceDestCheck === false && (eni.InterfaceType ?? 'interface') === 'interface'
      && (eni.PrivateIpAddresses ?? []).some((address) => address.Association?.PublicIp !== undefined))
    .map((eni) => eni.Attachment?.InstanceId ?? eni.id);
}

function distinct(items: readonly string[]): string[] {
  return [...new Set(items)].sort();
}
