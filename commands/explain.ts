import { Args } from '@oclif/core';
import { BaseCommand } from '../src/base-command.ts';

export default class Explain extends BaseCommand {
  static override summary = 'List the rules, or say one of them in words: what it looks at, why, how to mend it, where it comes from.';
  static override examples = ['<%= config.bin %> explain', '<%= config.bin %> explain X01', '<%= config.bin %> explain admin-port-exposed --json'];
  static override args = { rule: Args.string({ description: 'id or code of a rule' }) };

  async run(): Promise<unknown> {
    const { args } = await this.parse(Explain);
    const { explain } = await import('../src/app/explain.ts');
    const { data, text } = explain(args.rule);
    if (!this.jsonEnabled()) await this.host.out(text);
    return data;
  }
}
