import { securityHub, wellArchitected } from './controls.ts';
import { defineRule, fail, pass } from './rule.ts';

export const subnetAssignsPublicAddress = defineRule({
  id: 'subnet-assigns-public-address',
  code: 'X08',
  title: 'Subnets assign no public address at launch',
  severity: 'low',
  subject: 'subnet',
  needs: [],
  controls: [...securityHub('EC2.15'), ...wellArchitected('SEC05-BP01')],
  why: 'A new task or node that is placed in the subnet becomes public by accident.',
  remediation: {
    summary: 'Turn the setting off; instances that run keep their addresses.',
    command: 'aws ec2 modify-subnet-attribute --subnet-id <subnet-id> --no-map-public-ip-on-launch',
    cost: 'No charge.',
    interrupts: 'no',
  },
  phase: 'stabilise',
  sources: ['https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-15'],
  judge(subnet) {
    const settings = [
      ...(subnet.MapPublicIpOnLaunch === true ? ['MapPublicIpOnLaunch'] : []),
      ...(subnet.AssignIpv6AddressOnCreation === true ? ['AssignIpv6AddressOnCreation'] : []),
    ];
    if (settings.length === 0) return pass();
    return fail({ text: `${settings.join(' and ')} ${settings.length === 1 ? 'is' : 'are'} on`, basis: 'configuration' });
  },
});
