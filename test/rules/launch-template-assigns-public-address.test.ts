import { launchTemplateAssignsPublicAddress } from '../../src/rules/launch-template-assigns-public-address.ts';
import { truthTable, type Literals } from './case.ts';

const template = (...assigns: (boolean | undefined)[]): Literals => ({
  launchTemplate: [{ id: 'lt-1', DefaultVersionNumber: 1 }],
  launchTemplateVersion: assigns.map((AssociatePublicIpAddress, i) => ({
    id: `lt-1:${i + 1}`, LaunchTemplateId: 'lt-1', VersionNumber: i + 1, LaunchTemplateData: { NetworkInterfaces: [{ AssociatePublicIpAddress }] },
  })),
});

truthTable(launchTemplateAssignsPublicAddress, 'lt-1', [
  ['the default version assigns', template(true), 'fail medium', { says: 'version 1 (default)' }],
  ['only the latest assigns', template(false, true), 'fail medium', { says: 'version 2 sets' }],
  ['none assigns', template(false, undefined), 'pass'],
  ['no version arrived', template(), 'unknown'],
  ['versions denied', template(false), 'unknown', { denied: ['launchTemplateVersion'], says: 'ec2:DescribeLaunchTemplateVersions' }],
]);
