import type { Context } from '../context.ts';
import { listed, minute } from '../quantity.ts';
import { table, code, type TableView } from '../table.ts';
import { SOURCE } from '../words.ts';

/** What made this report, and from what. */
export function aboutView({ run, generatedAt }: Context): { readonly table: TableView } {
  const { settings, estate } = run;
  const thresholds = Object.entries(settings.thresholds).flatMap(([rule, values]) => Object.entries(values).map(([name, value]) => `${rule} ${name} = ${value}`));
  return {
    table: table('This run', ['Item', 'Value'], [
      ['Tool', `${run.tool.name} ${run.tool.version}`], ['Run', code(run.id)], ['Run made', minute(run.createdAt)], ['Collected', `${minute(estate.collectedAt)}, from ${SOURCE[estate.source]}`],
      ['Report rendered', minute(generatedAt)],
      ['Accounts', listed(estate.accounts.map((account) => (account.alias === undefined ? account.id : `${account.id} (${account.alias})`)), 20) || 'none'], ['Regions', listed(run.regions, 40) || 'none'],
      ['Caller', listed([...new Set(estate.accounts.flatMap((account) => (account.callerArn === undefined ? [] : [account.callerArn])))], 5) || 'unknown'],
      ['Goals', listed(Object.entries(settings.prefer).map(([goal, weight]) => `${goal} ${weight} of 5`)) || 'none set; every goal weighs 3 of 5'],
      ['Thresholds changed', listed(thresholds, 20) || 'none'], ['Rules chosen', listed(settings.rules, 20) || 'all'], ['Rules left out', listed(settings.excludeRules, 20) || 'none'],
      ['Stored form', `schema version ${run.schemaVersion}`],
    ], { open: 40 }),
  };
}
