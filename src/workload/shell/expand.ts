import type { ParameterExpansionPart, ParsedScript, Word, WordPart } from 'unbash';
import type { Scope } from './scope.ts';

type OnScript = (script: ParsedScript) => string | undefined;

const MAX_FIELDS = 200;

/**
 * The words that a word becomes. What is not known stays as it is written (`${db_host}`, `$(hostname)`), so that a placeholder
 * is still seen as one. Commands inside are handed to `onScript`, which may tell their output.
 */
export function expandWord(word: Word, scope: Scope, onScript: OnScript): string[] {
  if (!word.parts) return [word.value];
  const fields: string[] = [''];
  const append = (text: string): void => {
    fields[fields.length - 1] += text;
  };
  const split = (values: readonly string[]): void => {
    values.slice(0, MAX_FIELDS).forEach((value, index) => {
      if (index > 0) fields.push('');
      append(value);
    });
  };
  for (const part of word.parts) {
    if (part.type === 'DoubleQuoted' || part.type === 'LocaleString') {
      const list = part.parts.length === 1 ? listOf(part.parts[0], scope) : undefined;
      if (list) split(list);
      else append(part.parts.map((inner) => expandPart(inner, scope, onScript)).join(''));
    } else if (part.type === 'BraceExpansion') {
      const choices = /^\{([^{}]*,[^{}]*)\}$/.exec(part.text)?.[1]?.split(',') ?? [part.text];
      const stem = fields.pop() ?? '';
      fields.push(...choices.map((choice) => stem + choice));
    } else {
      const list = listOf(part, scope);
      const value = list ? undefined : expandPart(part, scope, onScript);
      const known = value !== undefined && (part.type === 'SimpleExpansion' || part.type === 'ParameterExpansion') && value !== part.text;
      if (list) split(list.flatMap((item) => item.split(/\s+/).filter(Boolean)));
      else if (known) split(value.split(/\s+/).filter((item, _, all) => item !== '' || all.length === 1));
      else append(value ?? '');
    }
  }
  return fields.filter((field) => field !== '' || (word.parts ?? []).some((part) => part.type === 'DoubleQuoted' || part.type === 'SingleQuoted'));
}

/** A word as one text, without splitting: the value of an assignment, a path, a here-document. */
export function expandText(parts: readonly WordPart[] | undefined, plain: string, scope: Scope, onScript: OnScript): string {
  return parts ? parts.map((part) => expandPart(part, scope, onScript)).join('') : plain;
}

function expandPart(part: WordPart, scope: Scope, onScript: OnScript): string {
  switch (part.type) {
    case 'Literal':
    case 'SingleQuoted':
    case 'AnsiCQuoted':
      return part.value;
    case 'DoubleQuoted':
    case 'LocaleString':
      return part.parts.map((inner) => expandPart(inner, scope, onScript)).join('');
    case 'SimpleExpansion':
      return scope.get(part.text.slice(1)) ?? part.text;
    case 'ParameterExpansion':
      return parameter(part, scope, onScript);
    case 'CommandExpansion':
    case 'ProcessSubstitution': {
      const output = part.script ? onScript(part.script) : undefined;
      return part.type === 'CommandExpansion' && output !== undefined ? output.trim() : part.text.replaceAll(/\s*\n\s*/g, ' ');
    }
    case 'ArithmeticExpansion':
    case 'Glob':
    case 'ExtendedGlob':
    case 'BraceExpansion':
      return part.text;
    default:
      return part satisfies never;
  }
}

function parameter(part: ParameterExpansionPart, scope: Scope, onScript: OnScript): string {
  if (part.prefix !== undefined) return part.text;
  const list = listOf(part, scope);
  if (list) return list.join(' ');
  const value = part.index ? scope.arrays.get(part.parameter)?.[Number(part.index.value)] : scope.get(part.parameter);
  const operation = part.operation;
  if (!operation) return value ?? part.text;
  if (operation.type === 'Default' && /[-=]/.test(operation.operator)) {
    return value ?? expandText(operation.operand.parts, operation.operand.value, scope, onScript);
  }
  if (value === undefined) return part.text;
  switch (operation.type) {
    case 'Default':
      return value;
    case 'CaseModification':
      return operation.operator.startsWith(',') ? value.toLowerCase() : value.toUpperCase();
    case 'Remove':
      return removed(value, operation.operator, operation.operand.value);
    case 'Replace':
      return operation.operator === '//' ? value.replaceAll(operation.pattern.value, operation.replacement.value) : value.replace(operation.pattern.value, operation.replacement.value);
    case 'Names':
    case 'Slice':
    case 'Transform':
    case 'Unknown':
      return part.text;
    default:
      return operation satisfies never;
  }
}

/** `${name%pattern}` and its kin, for patterns with at most one star at an end. */
function removed(value: string, operator: string, pattern: string): string {
  const literal = pattern.replaceAll('*', '');
  if (literal === '') return value;
  const fromEnd = operator.startsWith('%');
  const long = operator.length === 2;
  if (!pattern.includes('*')) {
    if (fromEnd) return value.endsWith(literal) ? value.slice(0, -literal.length) : value;
    return value.startsWith(literal) ? value.slice(literal.length) : value;
  }
  const at = fromEnd === long ? value.indexOf(literal) : value.lastIndexOf(literal);
  if (at < 0) return value;
  return fromEnd ? value.slice(0, at) : value.slice(at + literal.length);
}

/** The elements of `$@` and `${list[@]}`, where they are known. */
function listOf(part: WordPart | undefined, scope: Scope): readonly string[] | undefined {
  if (part?.type === 'SimpleExpansion') return part.text === '$@' || part.text === '$*' ? scope.list('@') : undefined;
  if (part?.type !== 'ParameterExpansion' || part.operation || part.prefix) return undefined;
  if (part.parameter === '@' || part.parameter === '*') return scope.list(part.parameter);
  return part.index && (part.index.value === '@' || part.index.value === '*') ? scope.list(part.parameter) : undefined;
}
