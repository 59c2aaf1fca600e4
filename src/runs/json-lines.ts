/**
 * Serialises a value as JSON that a person can review and `diff` can compare: objects down to `depth` are spread over lines,
 * and below that every array of objects has one item a line. Yields pieces, so that an estate of any size can be written
 * without ever being one string (V8 ends at 512 MB).
 */
export function* jsonLines(value: unknown, depth = 3, indent = ''): Generator<string> {
  if (Array.isArray(value)) yield* arrayLines(value, depth, indent);
  else if (value !== null && typeof value === 'object' && depth > 0) yield* objectLines(value, depth, indent);
  else yield JSON.stringify(value) ?? 'null';
}

function* objectLines(value: object, depth: number, indent: string): Generator<string> {
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  if (entries.length === 0) {
    yield '{}';
    return;
  }
  const inner = `${indent} `;
  let separator = '{\n';
  for (const [key, item] of entries) {
    yield `${separator}${inner}${JSON.stringify(key)}: `;
    yield* jsonLines(item, depth - 1, inner);
    separator = ',\n';
  }
  yield `\n${indent}}`;
}

function* arrayLines(items: readonly unknown[], depth: number, indent: string): Generator<string> {
  const spread = depth >= 0 && items.some((item) => item !== null && typeof item === 'object');
  if (!spread) {
    yield JSON.stringify(items);
    return;
  }
  const inner = `${indent} `;
  let separator = '[\n';
  for (const item of items) {
    yield `${separator}${inner}${JSON.stringify(item) ?? 'null'}`;
    separator = ',\n';
  }
  yield `\n${indent}]`;
}
