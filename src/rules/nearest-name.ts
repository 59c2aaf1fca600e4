/** How many names to offer. */
const OFFERED = 3;

/** The names most like `wanted`, best first: those that hold it as a part, then those within an edit distance of half its length. */
export function nearestNames(wanted: string, names: readonly string[]): string[] {
  const scored = names.map((name) => ({ name, distance: wanted.length > 2 && name.includes(wanted) ? 0 : editDistance(wanted, name) }));
  return scored
    .filter(({ distance }) => distance <= Math.max(2, wanted.length / 2))
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, OFFERED)
    .map(({ name }) => name);
}

/** Levenshtein distance: the fewest insertions, deletions and substitutions that turn one text into the other. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [i, letter] of Array.from(a).entries()) {
    const next = [i + 1];
    for (const [j, other] of Array.from(b).entries()) {
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
