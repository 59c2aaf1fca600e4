import { securityHub, wellArchitected } from './controls.ts';
import { judgeOpenPorts, OPEN_PORT_WANTS } from './open-ports.ts';
import { opensEveryPort } from './permission.ts';
import { defineRule, notApplicable } from './rule.ts';

/** The list of EC2.19 without 22 and 3389 (`admin-port-exposed`), and NFS, Redis, Kafka, Memcached and MongoDB. */
const DATA_PORTS: readonly number[] = [
  20, 21, 23, 25, 110, 135, 143, 445, 1433, 1434, 2049, 3000, 3306, 4333, 5000, 5432, 5500, 5601, 6379, 8080, 8088, 8888, 9092, 9200, 9300, 11_211, 27_017,
];

/**
 * Judged per group, as `admin-port-exposed` is. A permission that opens every port says nothing on which of them are data ports:
 * that cause is named by `all-ports-open` alone.
 */
export const dataPortExposed = defineRule({
  id: 'data-port-exposed',
  code: 'X02',
  title: 'Data and control ports are closed to the internet',
  severity: 'critical',
  subject: 'securityGroup',
  needs: [],
  wants: OPEN_PORT_WANTS,
  controls: [...securityHub('EC2.19'), ...wellArchitected('SEC05-BP01')],
  why: 'An open database or cache port shows that the data store is part of the host, so the host cannot be turned into a container as it is; and clients outside may depend on it.',
  remediation: {
    summary: 'Find the clients in the flow logs, admit their security groups instead, then revoke the rule.',
    command: 'aws ec2 revoke-security-group-ingress --group-id <group-id> --security-group-rule-ids <security-group-rule-id>',
    cost: 'No charge; a day to find the clients where flow logs exist, two to four weeks where they must be turned on first.',
    interrupts: 'brief',
  },
  phase: 'stabilise',
  sources: ['https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-19'],
  judge(group, context) {
    const judgement = judgeOpenPorts(group, DATA_PORTS, context, (permission) => opensEveryPort(permission));
    if (judgement.outcome === 'pass' && (group.IpPermissions ?? []).some((permission) => opensEveryPort(permission))) {
      return notApplicable('a rule of this group opens every port: all-ports-open judges it');
    }
    return judgement;
  },
});
