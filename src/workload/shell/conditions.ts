import type { TestExpression, Word } from 'unbash';

/** True or false where both sides are known, undefined where they are not. Only comparisons of texts and numbers are decided. */
export function decideTest(test: TestExpression, expand: (word: Word) => string): boolean | undefined {
  switch (test.type) {
    case 'TestUnary':
      return decideWords([test.operator, expand(test.operand)]);
    case 'TestBinary':
      return decideWords([expand(test.left), test.operator, expand(test.right)]);
    case 'TestNot': {
      const inner = decideTest(test.operand, expand);
      return inner === undefined ? undefined : inner === (test.negations.length % 2 === 0);
    }
    case 'TestGroup':
      return decideTest(test.expression, expand);
    case 'TestLogical': {
      const results = test.operands.map((operand) => decideTest(operand, expand));
      const decisive = test.operator === '||';
      if (results.includes(decisive)) return decisive;
      return results.includes(undefined) ? undefined : !decisive;
    }
    default:
      return test satisfies never;
  }
}

/** The arguments of `[` and `test`, without the closing bracket. */
export function decideWords(words: readonly string[]): boolean | undefined {
  if (words[0] === '!') {
    const inner = decideWords(words.slice(1));
    return inner === undefined ? undefined : !inner;
  }
  if (words.some((word) => /[$`*?]/.test(word))) return undefined;
  if (words.length === 2 && (words[0] === '-z' || words[0] === '-n')) return (words[1] === '') === (words[0] === '-z');
  if (words.length !== 3) return undefined;
  const [left = '', operator = '', right = ''] = words;
  switch (operator) {
    case '=':
    case '==':
      return left === right;
    case '!=':
      return left !== right;
    case '-eq':
      return Number(left) === Number(right);
    case '-ne':
      return Number(left) !== Number(right);
    case '-gt':
      return Number(left) > Number(right);
    case '-ge':
      return Number(left) >= Number(right);
    case '-lt':
      return Number(left) < Number(right);
    case '-le':
      return Number(left) <= Number(right);
    default:
      return undefined;
  }
}
