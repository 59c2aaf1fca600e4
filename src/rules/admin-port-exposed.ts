import { cis, securityHub, wellArchitected } from './controls.ts';
import { judgeOpenPorts, OPEN_PORT_WANTS } from './open-ports.ts';
import { defineRule } from './rule.ts';

/** SSH, RDP, WinRM over HTTP and HTTPS, the Docker socket, the kubelet. */
const ADMIN_PORTS: readonly number[] = [22, 3389, 5985, 5986, 2375, 10_250];

/** Judged per group, which is what opens the port: see `judgeOpenPorts` for how a case weighs. */
export const adminPortExposed = defineRule({
  id: 'admin-port-exposed',
  code: 'X01',
  title: 'Admin ports are closed to the internet',
  severity: 'critical',
  subject: 'securityGroup',
  needs: [],
  wants: OPEN_PORT_WANTS,
  controls: [...securityHub('EC2.13', 'EC2.14'), ...cis('6.3', '6.4'), ...wellArchitected('SEC05-BP02')],
  why: 'A host that people log in to is changed by hand, so its image does not describe it. Session Manager replaces the open port before the cut-over, and leaves a record of what was done.',
  remediation: {
    summary: 'Give operators Session Manager, then revoke the rule.',
    command: 'aws ec2 revoke-security-group-ingress --group-id <group-id> --security-group-rule-ids <security-group-rule-id>',
    cost: 'No charge; an hour to roll out the Systems Manager agent and role where they are missing.',
    interrupts: 'no',
  },
  phase: 'stabilise',
  sources: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-13',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-14',
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html',
  ],
  judge: (group, context) => judgeOpenPorts(group, ADMIN_PORTS, context),
});
