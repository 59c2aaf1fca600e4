import { endOfLifeOs } from '../../src/rules/end-of-life-os.ts';
import { running, terminated } from './known-facts.ts';
import { truthTable } from './truth-table.ts';

const agent = (PlatformName: string, PlatformVersion?: string) => ({ instance: [running({ ImageId: 'ami-1' })], managedInstance: [{ id: 'i-1', InstanceId: 'i-1', PlatformName, PlatformVersion }] });
const image = (Name: string) => ({ instance: [running({ ImageId: 'ami-1' })], image: [{ id: 'ami-1', ImageId: 'ami-1', Name }] });

truthTable(endOfLifeOs, 'i-1', [
  ['Amazon Linux 2023', 'pass', agent('Amazon Linux', '2023')],
  ['Amazon Linux 2, ended in June', 'fail high', agent('Amazon Linux', '2'), { says: /Amazon Linux 2 ended on 2026-06-30, 143 days ago/ }],
  ['Amazon Linux 2, a year and a day later', 'fail critical', agent('Amazon Linux', '2'), { now: new Date('2027-07-01T00:00:00Z') }],
  ['Amazon Linux 2, on its last day', 'fail medium', agent('Amazon Linux', '2'), { now: new Date('2026-06-30T12:00:00Z'), says: /in 0 days/ }],
  ['CentOS 7', 'fail critical', agent('CentOS Linux', '7.9.2009')],
  ['Windows Server 2016, ends in January', 'fail medium', agent('Microsoft Windows Server 2016 Datacenter', '10.0.14393'), { says: /ends on 2027-01-12, in 53 days \(limit 180 days before/ }],
  ['Windows Server 2016, where 30 days will do', 'pass', agent('Microsoft Windows Server 2016 Datacenter', '10.0.14393'), { thresholds: { soon: 30 } }],
  ['Ubuntu 20.04, with a paid programme', 'fail critical', agent('Ubuntu', '20.04'), { says: /paid extended programme ends on 2030-04-02/ }],
  ['Ubuntu 18.04 by the name of its image', 'fail critical', image('ubuntu/images/hvm-ssd/ubuntu-bionic-18.04-amd64-server-20230607'), { says: /started from the image ubuntu/ }],
  ['Amazon Linux 2023 by the name of its image', 'pass', image('al2023-ami-2023.2.20230920.1-kernel-6.1-x86_64')],
  ['the agent contradicts the image', 'pass', { ...image('amzn2-ami-hvm-2.0.20230727.0-x86_64-gp2'), ...agent('Amazon Linux', '2023'), image: [{ id: 'ami-1', ImageId: 'ami-1', Name: 'amzn2-ami-hvm' }] }],
  ['an image of our own', 'unknown', image('shop-web-2021-03-04'), { says: /says nothing/ }],
  ['a system that the table does not hold', 'unknown', agent('Alpine Linux', '3.12')],
  ['neither agent nor image', 'unknown', { instance: [running({ PlatformDetails: 'Linux/UNIX' })] }, { denied: ['managedInstance', 'image'], says: /Linux\/UNIX.*DescribeInstanceInformation was denied/ }],
  ['terminated', 'not-applicable', { instance: [terminated] }],
]);
