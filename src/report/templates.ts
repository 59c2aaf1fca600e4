import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MonolensError } from '../errors.ts';

/** Template sources of one folder, by file name without `.hbs`: `report`, `table`, `style.css`, … */
export type TemplateSources = ReadonlyMap<string, string>;

/**
 * Reads `templates/<folder>`. The folder is looked for from this module upwards, so it is found from the sources as well as
 * from a bundle that lies anywhere under the package. Throws where the package is incomplete.
 */
export async function loadTemplates(folder: 'html' | 'md', from: string = import.meta.url): Promise<TemplateSources> {
  let directory = dirname(fileURLToPath(from));
  for (;;) {
    const place = join(directory, 'templates', folder);
    const files = await list(place);
    if (files.includes('report.hbs')) {
      const entries = await Promise.all(files.sort().map(async (file) => [file.replace(/\.hbs$/, ''), await readFile(join(place, file), 'utf8')] as const));
      return new Map(entries);
    }
    const parent = dirname(directory);
    if (parent === directory) {
      throw new MonolensError({
        code: 'TEMPLATES_MISSING', exit: 'unexpected', what: `The report templates (templates/${folder}) were not found.`,
        why: 'The package is incomplete: the templates folder belongs beside dist.', next: 'npm install monolens',
      });
    }
    directory = parent;
  }
}

async function list(directory: string): Promise<string[]> {
  try {
    return await readdir(directory);
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return [];
    throw error;
  }
}
