import { instanceArn, LISTENER } from './sample-estate.ts';

export function samplePlan() {
  const rule = (ruleId: string, resourceIds: string[]) => ({ text: `${ruleId} passes`, kind: 'rule-passes', ruleId, resourceIds });
  const manual = (text: string) => ({ text, kind: 'manual' });
  const web = [instanceArn('i-0a10000000000web1'), instanceArn('i-0a10000000000web2')];
  return {
    target: {
      summary: 'Stateless web tier on containers behind the existing balancer, the database on a managed service, uploads in object storage.',
      services: ['Application Load Balancer', 'Amazon ECS', 'AWS Fargate', 'Amazon ECR', 'Amazon RDS for MySQL', 'Amazon S3', 'Amazon ElastiCache', 'Amazon CloudWatch', 'AWS Secrets Manager'],
    },
    phases: [
      { id: 'stabilise', title: 'Stabilise', goal: 'Close what is open and make the state recoverable before anything moves.', steps: [
        { id: 'close-admin-ports', title: 'Close SSH to the internet', why: 'Two instances accept SSH from any address.', preconditions: ['Session Manager reaches both instances'], actions: ['Attach AmazonSSMManagedInstanceCore to the instance role', 'aws ec2 revoke-security-group-ingress --group-id sg-0web --protocol tcp --port 22 --cidr 0.0.0.0/0'], checks: [rule('admin-port-open', web)], rollback: 'Add the rule again for one address range.', effortDays: { low: 0.5, high: 1 }, interrupts: 'no', closes: web.map((resourceId) => ({ ruleId: 'admin-port-open', resourceId })) },
        { id: 'https', title: 'Serve HTTPS at the balancer', why: 'Passwords of customers travel in clear text.', preconditions: ['A certificate for the name in ACM'], actions: ['Create the HTTPS listener', 'Turn HTTP:80 into a redirect'], checks: [rule('http-only-listener', [LISTENER]), manual('The shop opens with https in a browser')], rollback: 'Set the HTTP listener to forward again.', effortDays: { low: 1, high: 2 }, interrupts: 'brief', closes: [{ ruleId: 'http-only-listener', resourceId: LISTENER }] },
      ] },
      { id: 'decouple', title: 'Decouple', goal: 'Take state off the instances so that they can be replaced.', steps: [
        { id: 'database', title: 'Move MySQL to Amazon RDS', why: 'The database shares an instance with nothing to fail over to.', preconditions: ['Binary log is on'], actions: ['Create the RDS instance', 'Replicate', 'Cut over in a quiet hour'], checks: [rule('database-on-instance', [instanceArn('i-0a100000000000db1')])], rollback: 'Point the application at the old instance while replication runs backwards.', effortDays: { low: 4, high: 8 }, interrupts: 'brief', closes: [{ ruleId: 'database-on-instance', resourceId: instanceArn('i-0a100000000000db1') }] },
      ] },
      { id: 'migrate', title: 'Migrate', goal: 'Run the web tier as containers.', steps: [
        { id: 'containers', title: 'Run shop-web on ECS with Fargate', why: 'Instances are built by a 14-package boot script.', preconditions: ['Uploads are in S3', 'Sessions are in ElastiCache'], actions: ['Build the image', 'Create the service', 'Shift 10 % of the traffic, then the rest'], checks: [manual('p99 at 310 requests/s is within 12 % of this run')], rollback: 'Weight the old target group to 100 %.', effortDays: { low: 10, high: 20 }, interrupts: 'no', closes: [] },
      ] },
      { id: 'optimise', title: 'Optimise', goal: 'Pay for what is used.', steps: [] },
    ],
  };
}

export function sampleCandidates() {
  return [
    { blueprint: 'ecs-fargate', workloadId: 'shop-web', readiness: 'conditional', gates: [{ id: 'stateless', outcome: 'fail', evidence: [{ text: 'writes to /var/www/uploads' }] }, { id: 'linux', outcome: 'pass', evidence: [{ text: 'Linux/UNIX' }] }, { id: 'startup-time', outcome: 'unknown', evidence: [] }], score: { cost: 3.1, speed: 4.2 }, monthlyCostUsd: { low: '96.00', high: '148.00' }, wouldChange: ['Uploads moved to S3 make it ready.'] },
    { blueprint: 'ec2-auto-scaling', workloadId: 'shop-web', readiness: 'ready', gates: [{ id: 'linux', outcome: 'pass', evidence: [{ text: 'Linux/UNIX' }] }], score: { cost: 3.6, speed: 2.9 }, monthlyCostUsd: { low: '82.00', high: '120.00' }, wouldChange: [] },
    { blueprint: 'rds-mysql', workloadId: 'shop-db', readiness: 'ready', gates: [{ id: 'engine-supported', outcome: 'pass', evidence: [{ text: 'MySQL 5.7 can be upgraded to 8.0' }] }], score: { cost: 2.4, speed: 4.8 }, monthlyCostUsd: null, wouldChange: ['A price for the region.'] },
  ];
}
