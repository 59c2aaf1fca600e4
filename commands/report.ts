import { Args, Flags } from '@oclif/core';
import { BaseCommand, storeFlag } from '../src/base-command.ts';

export default class Report extends BaseCommand {
  static override summary = 'Render a stored run again, in any format.';
  static override examples = [
    '<%= config.bin %> report',
    '<%= config.bin %> report 20261120 --format sarif,csv --out ./out',
    '<%= config.bin %> report latest --format html --redact',
  ];
  static override args = {
    run: Args.string({ description: 'a run id, the beginning of one, a run directory, or "latest"', default: 'latest' }),
  };
  static override flags = {
    ...storeFlag,
    format: Flags.string({ description: 'comma-separated: html, md, json, csv, sarif, drawio, mermaid', default: 'html,md' }),
    redact: Flags.boolean({ description: 'replace account ids, names and addresses by stable pseudonyms' }),
    out: Flags.directory({ description: 'folder for the files; by default the run\'s own', helpValue: 'DIR' }),
  };

  async run(): Promise<unknown> {
    const { args, flags } = await this.parse(Report);
    const { report } = await import('../src/app/report.ts');
    const { data, text } = await report({ name: args.run, format: flags.format, redact: flags.redact, out: flags.out, store: flags.store }, this.host);
    if (!this.jsonEnabled()) await this.host.out(text);
    return data;
  }
}
