import { Flags } from '@oclif/core';
import { BaseCommand } from '../src/base-command.ts';

export default class Policy extends BaseCommand {
  static override summary = 'Print the least IAM policy that an assessment needs.';
  static override description = 'Every action in it reads; none changes anything. The flags are those of "assess": what is not asked needs no permission.';
  static override examples = [
    '<%= config.bin %> policy > monolens-policy.json',
    'aws iam create-policy --policy-name Monolens --policy-document "$(<%= config.bin %> policy)"',
  ];
  static override flags = {
    cost: Flags.boolean({ description: 'with Cost Explorer and the price list', default: true, allowNo: true }),
    metrics: Flags.boolean({ description: 'with CloudWatch', default: true, allowNo: true }),
    'user-data': Flags.boolean({ description: 'with user data', default: true, allowNo: true }),
    'role-arn': Flags.string({ description: 'role that the caller assumes; repeatable', helpValue: 'ARN', multiple: true, multipleNonGreedy: true }),
  };

  async run(): Promise<unknown> {
    const { flags } = await this.parse(Policy);
    const { policy } = await import('../src/app/policy.ts');
    const document = policy({ cost: flags.cost, metrics: flags.metrics, userData: flags['user-data'], roleArns: flags['role-arn'] ?? [] });
    if (!this.jsonEnabled()) await this.host.out(`${JSON.stringify(document, null, 2)}\n`);
    return document;
  }
}
