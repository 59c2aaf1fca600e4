/**
 * Reads XML as a parser must, in the small: tags balance, attributes are quoted and unique, no bare `<` or `&`, no character
 * that XML 1.0 does not allow. Gives the names of the elements; throws where it is not well-formed.
 */
export function elementsOf(xml: string): ReadonlySet<string> {
  const names = new Set<string>();
  const open: string[] = [];
  const must = (holds: boolean, what: string) => {
    if (!holds) throw new Error(`not well-formed: ${what}`);
  };
  // oxlint-disable-next-line no-control-regex
  must(!/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.test(xml), 'illegal character');
  const bare = (text: string) => text.replace(/&(?:amp|lt|gt|quot|#\d+);/g, '');
  const rest = xml.replace(/^<\?xml[^?]*\?>/, '').replace(/<(\/?)([A-Za-z][\w-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g, (_, end: string, name: string, attributes: string, empty: string) => {
    must(!bare(attributes).includes('&'), `bare & in ${name}`);
    const keys = [...attributes.matchAll(/([\w:-]+)="/g)].map((match) => match[1]);
    must(new Set(keys).size === keys.length, `attribute twice in ${name}`);
    if (end === '/') must(open.pop() === name, `</${name}>`);
    else {
      names.add(name);
      if (empty === '') open.push(name);
    }
    return '';
  });
  must(open.length === 0, `open: ${open.join(' ')}`);
  must(!/[<&]/.test(bare(rest)), `bare < or &: ${/.{0,40}[<&].{0,40}/.exec(bare(rest))?.[0] ?? ''}`);
  return names;
}
