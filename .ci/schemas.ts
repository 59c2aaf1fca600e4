// Writes the JSON Schemas of everything that is stored or published, from the zod schemas that are their truth.
import { mkdir, writeFile } from 'node:fs/promises';
import { publishedSchemas } from '../src/model/json-schemas.ts';

const folder = new URL('../docs/schemas/', import.meta.url);
await mkdir(folder, { recursive: true });
for (const [name, schema] of Object.entries(publishedSchemas())) {
  await writeFile(new URL(`${name}.schema.json`, folder), `${JSON.stringify(schema, null, 1)}\n`);
}
