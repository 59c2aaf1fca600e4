import { Flags } from '@oclif/core';
import { BaseCommand, outFlag, settingsFlags, settingsOf, storeFlag } from '../src/base-command.ts';

export default class Demo extends BaseCommand {
  static override summary = 'The whole job on a sample account: no AWS, no network, a real load test, real reports.';
  static override examples = [
    '<%= config.bin %> demo',
    '<%= config.bin %> demo --out ./demo',
    '<%= config.bin %> demo --serve',
  ];
  static override flags = {
    ...outFlag,
    ...storeFlag,
    ...settingsFlags,
    account: Flags.string({ description: 'sample account', default: 'classic', helpValue: 'NAME' }),
    serve: Flags.boolean({ description: 'keep endpoint and monolith up, and print the environment that points any command at them', exclusive: ['out'] }),
  };

  async run(): Promise<unknown> {
    const { flags } = await this.parse(Demo);
    const app = await import('../src/app/demo.ts');
    if (flags.serve) {
      const served = await app.serveDemo({ account: flags.account }, this.host);
      if (!this.jsonEnabled()) await this.host.out(served.text);
      return served.data;
    }
    const result = await app.demo({ account: flags.account, store: flags.store, out: flags.out, settings: settingsOf(flags) }, this.host, this.emit);
    if (!this.jsonEnabled()) {
      const { summarise } = await import('../src/app/summary.ts');
      await this.host.out(summarise(result, this.host));
    }
    return result.run;
  }
}
