import { Flags } from '@oclif/core';
import { awsFlags, awsOptionsOf, BaseCommand, outFlag, settingsOf, storeFlag } from '../src/base-command.ts';

export default class Collect extends BaseCommand {
  static override summary = 'Only the inventory: what is there, without metrics and cost, into a run.';
  static override examples = [
    '<%= config.bin %> collect --region eu-west-1',
    '<%= config.bin %> collect --dump ./aws-cli-json',
  ];
  static override flags = {
    ...awsFlags,
    ...outFlag,
    ...storeFlag,
    from: Flags.string({ description: 'a directory of AWS CLI JSON instead of live AWS', helpValue: 'PATH' }),
    'user-data': Flags.boolean({ description: 'read user data (one call an instance); secrets are redacted before anything is stored', default: true, allowNo: true }),
    dump: Flags.directory({ description: 'also write what AWS answered, redacted, as AWS CLI JSON', helpValue: 'DIR' }),
  };

  async run(): Promise<unknown> {
    const { flags } = await this.parse(Collect);
    const { assess } = await import('../src/app/assess.ts');
    const result = await assess({
      aws: awsOptionsOf(flags), from: flags.from, userData: flags['user-data'], metrics: false, cost: false, dump: flags.dump,
      settings: settingsOf({}), cachePaidAnswers: true, store: flags.store, out: flags.out, formats: ['html', 'md'],
    }, this.host, this.emit);
    if (!this.jsonEnabled()) {
      const { summarise } = await import('../src/app/summary.ts');
      await this.host.out(summarise(result, this.host));
    }
    return result.run;
  }
}
