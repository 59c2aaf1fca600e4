import { Args } from '@oclif/core';
import { BaseCommand } from '../../src/base-command.ts';

export default class InspectUserData extends BaseCommand {
  static override summary = 'What a user-data script installs, listens on, calls, keeps and hides. No AWS.';
  static override description = 'Shell, cloud-config, MIME multipart and PowerShell; plain, gzip or base64. "-" reads standard input.';
  static override examples = ['<%= config.bin %> inspect user-data boot.sh', 'cat boot.sh | <%= config.bin %> inspect user-data - --json'];
  static override strict = false;
  static override args = { file: Args.string({ description: 'script; several may follow', required: true }) };

  async run(): Promise<unknown> {
    const { argv } = await this.parse(InspectUserData);
    const { inspectUserDataFiles } = await import('../../src/app/inspect-user-data.ts');
    const { data, text } = await inspectUserDataFiles(argv.map(String), this.host);
    if (!this.jsonEnabled()) await this.host.out(text);
    return data;
  }
}
