import { BaseCommand, storeFlag } from '../src/base-command.ts';

export default class Runs extends BaseCommand {
  static override summary = 'List the stored runs, oldest first.';
  static override examples = ['<%= config.bin %> runs', '<%= config.bin %> runs --json'];
  static override flags = { ...storeFlag };

  async run(): Promise<unknown> {
    const { flags } = await this.parse(Runs);
    const { listRuns } = await import('../src/app/runs.ts');
    const listing = await listRuns(flags.store);
    if (!this.jsonEnabled()) await this.host.out(listing.text);
    return listing.data;
  }
}
