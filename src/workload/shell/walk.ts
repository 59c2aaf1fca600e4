import { parse } from 'unbash';
import type { AndOr, Assignment, Case, Command, CompoundList, HereDoc, If, ParsedScript, PipelineNode, Redirection, Statement, Word } from 'unbash';
import { decideTest, decideWords } from './conditions.ts';
import { expandText, expandWord } from './expand.ts';
import { printed } from './printed.ts';
import { Scope } from './scope.ts';
import { joinTexts, type LinedText, lineOf, linedText } from './text.ts';

/** One command as it would be run, its words expanded as far as they are known. */
export interface Invocation {
  readonly words: readonly string[];
  readonly line: number;
  /** Inside a branch that could not be decided. */
  readonly conditional: boolean;
  readonly background: boolean;
  /** What stands on its standard input, where that is known: a here-document, the output of `echo`. */
  readonly input?: LinedText | undefined;
  /** The words of the command whose output it reads. */
  readonly pipedFrom?: readonly string[] | undefined;
}

/** What a shell script does to the outside, as far as it is followed. */
export interface ShellHost {
  command(invocation: Invocation, scope: Scope): void;
  write(path: string, content: LinedText, append: boolean): void;
  setting(name: string, value: string, line: number): void;
  /** Counts one command; false once enough were followed (loops in loops). */
  spend(): boolean;
  /** Whether enough were followed: loops end here. */
  readonly exhausted: boolean;
}

const MAX_DEPTH = 24;
const MAX_ITERATIONS = 40;

interface Surroundings {
  readonly scope: Scope;
  readonly conditional: boolean;
  readonly depth: number;
}

/** Follows a script: every statement once, loops over known lists as often as they run, branches both ways unless decided. */
export class ShellWalk {
  readonly #host: ShellHost;
  readonly #source: LinedText;
  readonly #offsets: number[] = [0];

  constructor(host: ShellHost, source: LinedText) {
    this.#host = host;
    // Terraform's directives are no shell: blanks keep every position.
    this.#source = { text: source.text.replaceAll(/%\{[^{}\n]*\}/g, (directive) => ' '.repeat(directive.length)), lines: source.lines };
    for (let at = source.text.indexOf('\n'); at >= 0; at = source.text.indexOf('\n', at + 1)) this.#offsets.push(at + 1);
  }

  run(scope = new Scope(), conditional = false): void {
    const around = { scope, conditional, depth: 0 };
    this.#list(parse(this.#source.text).commands, around);
    for (const [name, body] of scope.functions) {
      if (scope.called.has(name)) continue;
      scope.called.add(name);
      this.#node(body, { ...around, conditional: true, scope: new Scope(scope, []) });
    }
  }

  #line(position: number): number {
    let low = 0;
    let high = this.#offsets.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#offsets[middle] ?? 0) <= position) low = middle;
      else high = middle - 1;
    }
    return lineOf(this.#source, low + 1);
  }

  #list(statements: readonly Statement[], around: Surroundings, input?: LinedText): LinedText | undefined {
    const outputs: LinedText[] = [];
    for (const statement of statements) {
      if (this.#host.exhausted) break;
      const output = this.#node(statement.command, around, { input, background: statement.background === true });
      if (output) outputs.push(output);
    }
    return outputs.length > 0 ? joinTexts(outputs) : undefined;
  }

  #node(node: PipelineNode | AndOr | CompoundList, around: Surroundings, flow: { input?: LinedText | undefined; background?: boolean; pipedFrom?: readonly string[] } = {}): LinedText | undefined {
    if (around.depth > MAX_DEPTH) return undefined;
    const inside = { ...around, depth: around.depth + 1 };
    switch (node.type) {
      case 'Command':
        return this.#command(node, inside, flow);
      case 'Pipeline':
        return this.#pipeline(node.commands, inside, flow);
      case 'AndOr': {
        const outputs = node.commands.map((command) => this.#node(command, inside, flow)).filter((output) => output !== undefined);
        return outputs.length > 0 ? joinTexts(outputs) : undefined;
      }
      case 'Redirected': {
        const body = this.#inputOf(node.redirects, inside) ?? flow.input;
        const output = this.#node(node.command, inside, { ...flow, input: body });
        return this.#redirect(node.redirects, output, inside);
      }
      case 'CompoundList':
        return this.#list(node.commands, inside, flow.input);
      case 'Subshell':
      case 'BraceGroup':
        return this.#list(node.body.commands, inside, flow.input);
      case 'If':
        return this.#if(node, inside);
      case 'For':
        return this.#for(node, inside);
      case 'While':
        this.#list(node.clause.commands, inside);
        return this.#list(node.body.commands, inside);
      case 'Case':
        return this.#case(node, inside);
      case 'Select':
      case 'ArithmeticFor':
        return this.#list(node.body.commands, inside);
      case 'Function':
        around.scope.functions.set(node.name.value, node.body);
        return undefined;
      case 'Coproc':
        return this.#node(node.body, inside);
      case 'TestCommand':
      case 'ArithmeticCommand':
        return undefined;
      default:
        return node satisfies never;
    }
  }

  #pipeline(commands: readonly PipelineNode[], around: Surroundings, flow: { input?: LinedText | undefined }): LinedText | undefined {
    let output = flow.input;
    let pipedFrom: readonly string[] | undefined;
    for (const command of commands) {
      output = this.#node(command, around, { input: output, ...(pipedFrom ? { pipedFrom } : {}) });
      pipedFrom = command.type === 'Command' ? this.#words(command, around) : undefined;
    }
    return output;
  }

  #if(node: If, around: Surroundings): LinedText | undefined {
    const outputs: (LinedText | undefined)[] = [];
    let undecided = false;
    for (const branch of [node, ...node.elif]) {
      this.#list(branch.clause.commands, around);
      const decision = this.#decide(branch.clause.commands, around);
      if (decision === false) continue;
      undecided ||= decision === undefined;
      outputs.push(this.#list(branch.then.commands, { ...around, conditional: around.conditional || undecided }));
      if (decision === true) return joined(outputs);
    }
    if (node.else) outputs.push(this.#list(node.else.commands, { ...around, conditional: around.conditional || undecided }));
    return joined(outputs);
  }

  #decide(clause: readonly Statement[], around: Surroundings): boolean | undefined {
    const last = clause.length === 1 ? clause[0]?.command : undefined;
    if (last?.type === 'TestCommand') return decideTest(last.expression, (word) => this.#text(word, around));
    if (last?.type !== 'Command') return undefined;
    const [name, ...words] = this.#words(last, around);
    if (name === 'true') return true;
    if (name === 'false') return false;
    if (name === 'test') return decideWords(words);
    return name === '[' ? decideWords(words.slice(0, -1)) : undefined;
  }

  #for(node: { name: Word; wordlist: readonly Word[] | undefined; body: CompoundList }, around: Surroundings): LinedText | undefined {
    const values = (node.wordlist ?? []).flatMap((word) => this.#expand(word, around)).slice(0, MAX_ITERATIONS);
    if (values.length === 0) return this.#list(node.body.commands, around);
    return joined(values.map((value) => {
      if (this.#host.exhausted) return undefined;
      around.scope.variables.set(node.name.value, value);
      return this.#list(node.body.commands, around);
    }));
  }

  #case(node: Case, around: Surroundings): LinedText | undefined {
    const value = this.#text(node.word, around);
    const known = !/[$`]/.test(value);
    const matching = known ? node.items.find((item) => item.pattern.some((pattern) => globMatches(pattern.value, value))) : undefined;
    const items = known ? (matching ? [matching] : []) : node.items;
    return joined(items.map((item) => this.#list(item.body.commands, known ? around : { ...around, conditional: true })));
  }

  #command(node: Command, around: Surroundings, flow: { input?: LinedText | undefined; background?: boolean; pipedFrom?: readonly string[] }): LinedText | undefined {
    const { scope } = around;
    const line = this.#line(node.pos);
    for (const item of node.prefix) if (item.type === 'Assignment') this.#assign(item, around, node.name === undefined);
    if (!this.#host.spend()) return undefined;
    const redirects = node.redirects;
    const input = this.#inputOf(redirects, around) ?? flow.input;
    if (!node.name) return this.#redirect(redirects, input, around);
    for (const argument of node.args) if (argument.type === 'Assignment') this.#assign(argument, around, true);
    const words = this.#words(node, around);
    const name = words[0] ?? '';
    const body = scope.functions.get(name);
    if (body && around.depth < MAX_DEPTH) {
      scope.called.add(name);
      const output = this.#node(body, { ...around, scope: new Scope(scope, words.slice(1)) }, { input });
      return this.#redirect(redirects, output, around);
    }
    const result = printed(words, input, line);
    for (const file of result.files) this.#host.write(file.path, file.content, file.append);
    this.#host.command({
      words, line, input, conditional: around.conditional, background: flow.background === true, ...(flow.pipedFrom ? { pipedFrom: flow.pipedFrom } : {}),
    }, scope);
    return this.#redirect(redirects, result.output, around);
  }

  #words(node: Command, around: Surroundings): string[] {
    const words = node.name ? this.#expand(node.name, around) : [];
    for (const argument of node.args) {
      if (argument.type === 'Word') words.push(...this.#expand(argument, around));
      else words.push(argument.value.type === 'Word' ? `${argument.name}=${this.#text(argument.value, around)}` : argument.text);
    }
    return words;
  }

  #assign(assignment: Assignment, around: Surroundings, lasting: boolean): void {
    const { name, value } = assignment;
    if (value.type === 'ArrayValue') {
      const items = value.elements.flatMap((element) => this.#expand(element, around));
      around.scope.arrays.set(name, assignment.append ? [...(around.scope.arrays.get(name) ?? []), ...items] : items);
      return;
    }
    const text = this.#text(value, around);
    this.#host.setting(name, text, this.#line(assignment.pos));
    if (!lasting) return;
    // A value that only a run would tell stays a placeholder under the variable's own name.
    if (/\$\(|`/.test(text)) around.scope.variables.delete(name);
    else around.scope.variables.set(name, assignment.append ? `${around.scope.get(name) ?? ''}${text}` : text);
  }

  #inputOf(redirects: readonly Redirection[], around: Surroundings): LinedText | undefined {
    for (const redirect of redirects) {
      if (redirect.type === 'HereDoc') return this.#hereDocument(redirect, around);
      if (redirect.type === 'HereString' && redirect.target) return linedText(this.#text(redirect.target, around), this.#line(redirect.pos));
    }
    return undefined;
  }

  #hereDocument(document: HereDoc, around: Surroundings): LinedText {
    const { body } = document;
    const quoted = document.delimiter?.quoted === true;
    const text = quoted || !body.parts ? body.text : expandText(body.parts, body.text, around.scope, (script) => this.#script(script, around));
    return linedText(document.operator === '<<-' ? text.replaceAll(/^\t+/gm, '') : text, this.#line(body.pos));
  }

  #redirect(redirects: readonly Redirection[], output: LinedText | undefined, around: Surroundings): LinedText | undefined {
    for (const redirect of redirects) {
      if (redirect.type !== 'Redirect' || !redirect.target || !/^(?:>|>>|>\||&>|&>>)$/.test(redirect.operator)) continue;
      if (redirect.descriptor && !(redirect.descriptor.type === 'FileDescriptor' && redirect.descriptor.value === 1)) continue;
      if (output) this.#host.write(this.#text(redirect.target, around), output, redirect.operator.includes('>>'));
      return undefined;
    }
    return output;
  }

  #expand(word: Word, around: Surroundings): string[] {
    return expandWord(word, around.scope, (script) => this.#script(script, around));
  }

  #text(word: Word, around: Surroundings): string {
    return expandText(word.parts, word.value, around.scope, (script) => this.#script(script, around));
  }

  /** A substitution: its commands count like any other; its output is known where it only prints. */
  #script(script: ParsedScript, around: Surroundings): string | undefined {
    if (around.depth > MAX_DEPTH || script.source !== undefined) return undefined;
    const output = this.#list(script.commands, { ...around, depth: around.depth + 2 });
    const only = script.commands.length === 1 ? script.commands[0]?.command : undefined;
    return only?.type === 'Command' && /^(?:echo|printf)$/.test(only.name?.value ?? '') ? output?.text : undefined;
  }
}

function joined(outputs: readonly (LinedText | undefined)[]): LinedText | undefined {
  const known = outputs.filter((output) => output !== undefined);
  return known.length > 0 ? joinTexts(known) : undefined;
}

function globMatches(pattern: string, value: string): boolean {
  if (!/[*?]/.test(pattern)) return pattern === value;
  return pattern.length < 100 && new RegExp(`^${pattern.replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`).replaceAll(/\*+/g, '.*').replaceAll('?', '.')}$`).test(value);
}
