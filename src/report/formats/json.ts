import type { Format } from './format.ts';

/** The whole run, as it is stored. */
export const json: Format = {
  title: 'JSON',
  render: (run) => Promise.resolve([{ name: 'report.json', content: `${JSON.stringify(run, null, 2)}\n` }]),
};
