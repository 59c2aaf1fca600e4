import Handlebars from 'handlebars';
import type { TemplateSources } from './templates.ts';

/** What a template calls to print: a name and a function from values to text. */
export type Printers = Readonly<Record<string, (value: unknown) => unknown>>;

interface Compiling {
  readonly sources: TemplateSources;
  readonly printers: Printers;
  /** The printer for a bare `{{value}}`; without one, Handlebars' own HTML escaping. */
  readonly plain?: string;
}

/**
 * Compiles `report` with every other source as a partial. Templates lay out, and nothing else: unescaped output (`{{{x}}}`,
 * `{{&x}}`) is refused when the template is compiled.
 */
export function compileReport({ sources, printers, plain }: Compiling): (view: object) => string {
  const handlebars = Handlebars.create();
  for (const [name, printer] of Object.entries(printers)) handlebars.registerHelper(name, (value: unknown) => printer(value));
  const options = { noEscape: plain !== undefined, explicitPartialContext: false, knownHelpersOnly: false };
  for (const [name, source] of sources) {
    const tree = handlebars.parse(source);
    new Guard(name, plain).accept(tree);
    handlebars.registerPartial(name, handlebars.compile(tree, options));
  }
  const render = handlebars.compile('{{> report}}', options);
  return (view) => render(view);
}

/** Walks a template: refuses unescaped output, and gives a bare value its printer. */
class Guard extends Handlebars.Visitor {
  readonly #name: string;
  readonly #plain: string | undefined;

  constructor(name: string, plain: string | undefined) {
    super();
    this.#name = name;
    this.#plain = plain;
  }

  override MustacheStatement(statement: hbs.AST.MustacheStatement): void {
    if (!statement.escaped) throw new TypeError(`${this.#name}: unescaped output in line ${statement.loc.start.line}`);
    if (this.#plain !== undefined && statement.params.length === 0 && statement.path.type === 'PathExpression') {
      const { loc } = statement;
      statement.params.push(statement.path);
      statement.path = { type: 'PathExpression', data: false, depth: 0, parts: [this.#plain], original: this.#plain, loc } as hbs.AST.PathExpression;
    }
    super.MustacheStatement(statement);
  }
}
