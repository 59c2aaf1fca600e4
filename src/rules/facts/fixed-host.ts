/** Why a host in a script is fixed to one place; undefined for names that can be pointed elsewhere, and for addresses that never leave the machine. */
export function fixedHost(host: string): string | undefined {
  const name = host.toLowerCase().replace(/\.$/, '');
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(name)) return fixedAddress(name);
  if (/^ip-\d+-\d+-\d+-\d+(\.|$)/.test(name)) return 'the private DNS name of an instance';
  if (/^ec2-[\d-]+\..*compute(-1)?\.amazonaws\.com(\.cn)?$/.test(name)) return 'the public DNS name of an instance';
  if (/\.rds\.amazonaws\.com(\.cn)?$/.test(name)) return 'the endpoint of an RDS database';
  if (/\.cache\.amazonaws\.com(\.cn)?$/.test(name)) return 'the endpoint of an ElastiCache cluster';
  return undefined;
}

function fixedAddress(address: string): string | undefined {
  const [first = 256, second = 0] = address.split('.').map(Number);
  if (address.split('.').some((octet) => Number(octet) > 255)) return undefined;
  // This host, loopback, link-local (the metadata service), multicast and reserved.
  if (first === 0 || first === 127 || first >= 224 || (first === 169 && second === 254)) return undefined;
  const isPrivate = first === 10 || (first === 172 && second >= 16 && second <= 31) || (first === 192 && second === 168);
  return isPrivate ? 'a private address' : 'a public address';
}
