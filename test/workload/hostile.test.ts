import { readdirSync, readFileSync } from 'node:fs';
import { array, assert, constantFrom, nat, property, string, tuple, uint8Array } from 'fast-check';
import { expect, test } from 'vitest';
import { readUserDataFile } from '../../src/collect/redact/index.ts';
import { inspectUserData } from '../../src/workload/index.ts';

const DIRECTORY = new URL('scripts/', import.meta.url);
const SCRIPTS = readdirSync(DIRECTORY).map((name) => readFileSync(new URL(name, DIRECTORY), 'utf8'));

function inspect(content: Buffer | string): ReturnType<typeof inspectUserData> {
  return inspectUserData(readUserDataFile(content), 'x');
}

function holds(content: Buffer | string): void {
  const found = inspect(content);
  const lines = (typeof content === 'string' ? content : content.toString('utf8')).split('\n').length;
  for (const component of found.components) {
    expect(component.confidence).toBeGreaterThan(0);
    expect(component.confidence).toBeLessThanOrEqual(1);
    for (const evidence of component.evidence) expect(evidence.line).toBeGreaterThan(0);
  }
  for (const port of found.ports) expect(port > 0 && port < 65_536).toBe(true);
  for (const secret of found.secrets) expect(secret.line).toBeLessThanOrEqual(lines);
  expect(() => JSON.stringify(found)).not.toThrow();
}

/** A script with pieces cut out, doubled, swapped or replaced by what breaks parsers. */
const mutated = tuple(
  constantFrom(...SCRIPTS),
  array(tuple(nat(), nat(120), constantFrom('', '"', "'", '`', '$(', '${', '<<EOF\n', '\0', '{{', '[', ']]', ')', ';;', '\\', '\n', '<<', '|', '&&', '-----BEGIN RSA PRIVATE KEY-----', '\u202E', '#', '@"', 'done', 'fi', '}', '- ', ': ')), { maxLength: 8 }),
).map(([script, edits]) => edits.reduce((text, [at, length, put]) => {
  const start = text.length === 0 ? 0 : at % text.length;
  return text.slice(0, start) + put + text.slice(start + length);
}, script));

test('no mutated script breaks the reader', () => {
  assert(property(mutated, holds), { numRuns: 400 });
});

test('no bytes break the reader', () => {
  expect.hasAssertions();
  assert(property(uint8Array({ maxLength: 4096 }), (bytes) => holds(Buffer.from(bytes))), { numRuns: 150 });
  assert(property(string({ maxLength: 400, unit: 'binary' }), (text) => holds(`#!/bin/bash\n${text}`)), { numRuns: 150 });
  assert(property(string({ maxLength: 400, unit: 'binary' }), (text) => holds(`#cloud-config\n${text}`)), { numRuns: 150 });
});

const GARBAGE = 16 * 1024;
test.each([
  ['a script of quotes', `#!/bin/bash\n${'"'.repeat(GARBAGE)}`],
  ['a script of open substitutions', `#!/bin/bash\n${'$('.repeat(GARBAGE / 2)}`],
  ['a script of open braces', `#!/bin/bash\n${'{ '.repeat(GARBAGE / 2)}`],
  ['nested loops over long lists', `#!/bin/bash\n${'for a in 1 2 3 4 5 6 7 8 9 10; do '.repeat(12)}apt-get install nginx\n${'done; '.repeat(12)}`],
  ['a function that calls itself', '#!/bin/bash\nf() { f; f; apt-get install -y nginx; }\nf\n'],
  ['here-documents that never end', `#!/bin/bash\n${'cat <<EOF > /tmp/x\n'.repeat(800)}`],
  ['a script that writes itself', '#!/bin/bash\ncat > /tmp/a.sh <<EOF\n#!/bin/bash\ncat > /tmp/a.sh <<EOF2\nx\nEOF2\nbash /tmp/a.sh\nEOF\n'],
  ['YAML aliases', `#cloud-config\na: &a [x,x]\n${Array.from({ length: 9 }, (_, i) => `${'bcdefghij'[i] ?? 'z'}: &${'bcdefghij'[i] ?? 'z'} [*${'abcdefghi'[i] ?? 'a'},*${'abcdefghi'[i] ?? 'a'}]`).join('\n')}\npackages: *j\n`],
  ['deep YAML', `#cloud-config\nruncmd: ${'['.repeat(4000)}`],
  ['PowerShell that never closes', `<powershell>\n${'@"\n('.repeat(2000)}`],
  ['one long word', `#!/bin/bash\n${'a'.repeat(GARBAGE)}`],
  ['one long list of paths', `#!/bin/bash\nmkdir ${'/a/b/c.d-e '.repeat(GARBAGE / 11)}`],
  ['addresses', `#!/bin/bash\n${'1.2.3.4.5.6:'.repeat(GARBAGE / 12)}`],
  ['URLs', `#!/bin/bash\ncurl ${'http://a.b:80@c/'.repeat(GARBAGE / 16)}`],
])('%s', (_, script) => {
  const started = performance.now();
  holds(script);
  // Five hundred scripts a second in the mean; the worst of 16 KiB may take a hundred times that.
  expect(performance.now() - started).toBeLessThan(1500);
});

test('binary user data has no format and no facts', () => {
  const found = inspect(Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1, 2, 3]));
  expect(found).toMatchObject({ format: 'unknown', components: [], ports: [], secrets: [], bootstrap: { heavy: false, reasons: [] } });
});
