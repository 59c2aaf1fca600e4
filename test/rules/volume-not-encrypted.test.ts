import { volumeNotEncrypted } from '../../src/rules/volume-not-encrypted.ts';
import { truthTable } from './truth-table.ts';

const attached = { id: 'vol-1', VolumeId: 'vol-1', Attachments: [{ InstanceId: 'i-1' }] };

truthTable(volumeNotEncrypted, 'vol-1', [
  ['encrypted', 'pass', { volume: [{ ...attached, Encrypted: true }] }],
  ['not encrypted', 'fail medium', { volume: [{ ...attached, Encrypted: false }] }, { says: /attached to i-1/ }],
  ['not encrypted, and off by default', 'fail medium', { volume: [{ ...attached, Encrypted: false }], ebsEncryptionByDefault: [{ id: 'eu-west-1', EbsEncryptionByDefault: false }] }, { says: /new volumes will not/ }],
  ['not encrypted, the default denied', 'fail medium', { volume: [{ ...attached, Encrypted: false }] }, { denied: ['ebsEncryptionByDefault'] }],
  ['not encrypted, attached to nothing', 'not-applicable', { volume: [{ ...attached, Encrypted: false, Attachments: [] }] }],
  ['nothing said', 'unknown', { volume: [attached] }],
]);
truthTable(volumeNotEncrypted, undefined, [['volumes denied', 'unknown', {}, { denied: ['volume'], says: /ec2:DescribeVolumes was denied/ }]]);
