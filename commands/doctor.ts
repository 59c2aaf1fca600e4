import { awsFlags, awsOptionsOf, BaseCommand, storeFlag } from '../src/base-command.ts';

export default class Doctor extends BaseCommand {
  static override summary = 'Check whether an assessment would work here: Node, folders, credentials, permissions.';
  static override examples = ['<%= config.bin %> doctor', '<%= config.bin %> doctor --profile shop --region eu-west-1'];
  static override flags = { ...awsFlags, ...storeFlag };

  async run(): Promise<unknown> {
    const { flags } = await this.parse(Doctor);
    const { doctor } = await import('../src/app/doctor.ts');
    const { checks, exit, text } = await doctor({ aws: awsOptionsOf(flags), store: flags.store }, this.host, this.emit);
    if (!this.jsonEnabled()) await this.host.out(text);
    if (exit !== 'ok') this.host.exitWith(exit);
    return { checks, ready: exit === 'ok' };
  }
}
