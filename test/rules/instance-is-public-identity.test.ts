import { instanceIsPublicIdentity } from '../../src/rules/instance-is-public-identity.ts';
import { running, terminated } from './known-facts.ts';
import { truthTable } from './truth-table.ts';

const IP = '203.0.113.10';
const pub = { instance: [running({ PublicIpAddress: IP })] };
const record = [{ id: 'Z1/www.example.com./A', Name: 'www.example.com.', Type: 'A', ResourceRecords: [{ Value: IP }] }];
const eni = [{ id: 'eni-1', NetworkInterfaceId: 'eni-1', PrivateIpAddresses: [{ Association: { PublicIp: IP } }] }];

truthTable(instanceIsPublicIdentity, 'i-1', [
  ['private', 'pass', { instance: [running()] }],
  ['a public address that no name points at', 'pass', pub],
  ['an Elastic IP address', 'fail high', { ...pub, address: [{ id: 'eipalloc-1', PublicIp: IP, InstanceId: 'i-1' }] }, { says: /holds the Elastic IP address 203\.0\.113\.10/ }],
  ['a name', 'fail high', { ...pub, recordSet: record }, { says: /A record www\.example\.com\. points at 203\.0\.113\.10/ }],
  ['a name for an address of its interface', 'fail high', { instance: [running({ NetworkInterfaces: [{ NetworkInterfaceId: 'eni-1' }] })], networkInterface: eni, recordSet: record }],
  ['a name for its IPv6 address', 'fail high', {
    instance: [running({ NetworkInterfaces: [{ NetworkInterfaceId: 'eni-1' }] })], networkInterface: [{ id: 'eni-1', NetworkInterfaceId: 'eni-1', Ipv6Addresses: [{ Ipv6Address: '2001:db8::10' }] }],
    recordSet: [{ id: 'Z1/www.example.com./AAAA', Name: 'www.example.com.', Type: 'AAAA', ResourceRecords: [{ Value: '2001:db8::10' }] }],
  }, { says: /AAAA record/ }],
  ['a name for somebody else', 'pass', { ...pub, recordSet: [{ ...record[0], id: 'x', ResourceRecords: [{ Value: '203.0.113.11' }] }] }],
  ['a public address, records denied', 'unknown', pub, { denied: ['recordSet'], says: /ListResourceRecordSets was denied/ }],
  ['private, records denied', 'pass', { instance: [running()] }, { denied: ['recordSet'] }],
  ['addresses denied', 'unknown', pub, { denied: ['address'] }],
  ['terminated', 'not-applicable', { instance: [terminated] }],
]);
