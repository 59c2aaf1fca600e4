import { RunStore, type RunSummary } from '../runs/index.ts';

/** The runs of a store, as data and as the table that a person reads. */
export async function listRuns(storeDirectory: string): Promise<{ data: { runs: RunSummary[]; broken: string[] }; text: string }> {
  const { runs, broken } = await new RunStore(storeDirectory).list();
  const lines = runs.map((run) => [
    run.id,
    run.accounts.join(','),
    run.regions.join(','),
    `${run.findings['critical'] ?? 0} critical, ${run.findings['high'] ?? 0} high, ${run.findings['medium'] ?? 0} medium, ${run.findings['unknown'] ?? 0} unknown`,
    run.directory,
  ].join('  '));
  for (const directory of broken) lines.push(`! ${directory} is not whole and is left alone`);
  if (lines.length === 0) lines.push(`No run in ${storeDirectory} yet. Make one: monolens assess   (or: monolens demo)`);
  return { data: { runs, broken }, text: `${lines.join('\n')}\n` };
}
