import { Flags } from '@oclif/core';
import { awsFlags, awsOptionsOf, BaseCommand, outFlag, settingsOf, storeFlag } from '../src/base-command.ts';

export default class Baseline extends BaseCommand {
  static override summary = 'Only how busy it is and what it costs: utilisation, cost, limits of scaling, into a run.';
  static override description = 'The inventory is read as well, since metrics are asked for by resource; user data is not.';
  static override examples = ['<%= config.bin %> baseline --json', '<%= config.bin %> baseline --no-cost --region eu-west-1'];
  static override flags = {
    ...awsFlags,
    ...outFlag,
    ...storeFlag,
    cost: Flags.boolean({ description: 'ask Cost Explorer ($0.01 a request)', default: true, allowNo: true }),
    metrics: Flags.boolean({ description: 'ask CloudWatch for utilisation', default: true, allowNo: true }),
    yes: Flags.boolean({ description: 'make CloudWatch calls that cost more than $1 without asking' }),
  };

  async run(): Promise<unknown> {
    const { flags } = await this.parse(Baseline);
    const { assess } = await import('../src/app/assess.ts');
    const result = await assess({
      aws: awsOptionsOf(flags), userData: false, metrics: flags.metrics, cost: flags.cost, cachePaidAnswers: true, yes: flags.yes,
      settings: settingsOf({}), store: flags.store, out: flags.out, formats: ['html', 'md'],
    }, this.host, this.emit);
    if (!this.jsonEnabled()) {
      const { summarise } = await import('../src/app/summary.ts');
      await this.host.out(summarise(result, this.host));
    }
    return result.run;
  }
}
