import { Flags } from '@oclif/core';
import { awsFlags, awsOptionsOf, BaseCommand, outFlag, severityFlag, settingsFlags, settingsOf, storeFlag } from '../src/base-command.ts';

export default class Assess extends BaseCommand {
  static override summary = 'Inventory an account, find its risks, measure it, plan the migration, write the reports.';
  static override description = [
    'Reads AWS with List, Describe and Get calls only ("monolens policy" prints them). The run is stored under the folder of the runs,',
    'with report.html and report.md beside it. What could not be read is listed in the report and never counts as clean.',
  ].join('\n');
  static override examples = [
    '<%= config.bin %> assess',
    '<%= config.bin %> assess --profile shop --region eu-west-1 --fail-on high',
    '<%= config.bin %> assess --role-arn arn:aws:iam::111122223333:role/Reader --all-regions',
    '<%= config.bin %> assess --from ./aws-cli-json --json',
  ];
  static override flags = {
    ...awsFlags,
    ...settingsFlags,
    ...outFlag,
    ...storeFlag,
    from: Flags.string({ description: 'a stored run, or a directory of AWS CLI JSON, instead of live AWS', helpValue: 'PATH' }),
    cost: Flags.boolean({ description: 'ask Cost Explorer ($0.01 a request)', default: true, allowNo: true }),
    metrics: Flags.boolean({ description: 'ask CloudWatch for utilisation', default: true, allowNo: true }),
    'user-data': Flags.boolean({ description: 'read user data (one call an instance); secrets are redacted before anything is stored', default: true, allowNo: true }),
    yes: Flags.boolean({ description: 'make CloudWatch calls that cost more than $1 without asking' }),
    'fail-on': severityFlag({ description: 'exit 3 when a finding is at least this severe' }),
    strict: Flags.boolean({ description: 'exit 4 when a call was denied, throttled, failed or incomplete' }),
  };

  async run(): Promise<unknown> {
    const { flags } = await this.parse(Assess);
    const settings = settingsOf(flags);
    const { assess, coverageGaps, gateFailures } = await import('../src/app/assess.ts');
    const result = await assess({
      aws: awsOptionsOf(flags), from: flags.from, userData: flags['user-data'], metrics: flags.metrics, cost: flags.cost, yes: flags.yes,
      settings, cachePaidAnswers: true, store: flags.store, out: flags.out, formats: ['html', 'md'],
    }, this.host, this.emit);
    if (!this.jsonEnabled()) {
      const { summarise } = await import('../src/app/summary.ts');
      await this.host.out(summarise(result, this.host));
    }
    const gaps = coverageGaps(result.run);
    const failures = flags['fail-on'] === undefined ? [] : gateFailures(result.run.findings, flags['fail-on']);
    if (flags.strict && gaps.length > 0) {
      this.host.err(`${gaps.length} calls were not answered in full (--strict): ${[...new Set(gaps.map((gap) => gap.action))].join(', ')}\n`);
      this.host.exitWith('partial');
    }
    if (failures.length > 0) {
      this.host.err(`${failures.length} findings are ${flags['fail-on'] ?? ''} or worse (--fail-on)\n`);
      this.host.exitWith('gate');
    }
    return result.run;
  }
}
