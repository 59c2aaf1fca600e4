import { isPlaceholder } from './placeholder.ts';

/** A stretch of text that holds a secret's value: [start, end), UTF-16 units. */
export interface SecretSpan {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
}

/** `name = value` in all its spellings: shell, YAML, JSON, ini, PHP arrays, properties, XML attributes, flags. */
const ASSIGNMENT = /(?<![\w:]|\[redacted:[\w-]{0,40})(?<name>[A-Za-z_][\w.-]{0,80})\\?["'\]]{0,2}(?:[^\S\n]{0,8}(?:=>|:=|=|:)[^\S\n]{0,8}|[^\S\n]+(?=["']?\S))(?:(?:\\?")(?<dq>(?:[^"\\\n]|\\[^"\n])*)\\?"|'(?<sq>[^'\n]*)'|(?<bare>(?:\$\([^()\n]*\)|\$\{[^{}\n]*\}|[^\s"'`,;&|(){}<>\n]|[({<](?=[A-Za-z_]+[)}>]))(?:\$\([^()\n]*\)|\$\{[^{}\n]*\}|[^\s"'`;&|<\n])*))/dg;

/** A name whose value is a secret. Words are bounded by case, digits or punctuation, so that `compass` and `bypass` are none. */
const SECRET_WORD = /(?:^|[_.:\d-]|(?<=[a-z])(?=[A-Z]))(?:[a-z]{0,12}(?:password|passwd|passphrase)|(?:db|my|root|user|admin|mysql|pg|rds|ftp|smtp|redis|sa)?(?:pass|pwd)|pw|secrets?|(?:auth|access|api|refresh|bearer|id|session|bot|private|personal)?tokens?|(?:api|access|secret|private|encryption|signing|auth|shared|master|storage|account|license|licence|admin|app|app_api|service|client|logging|ingestion|insights)[_.-]?keys?|requirepass|masterauth|credentials?|salt|secretkeybase|authkey|psk)(?=$|[_.:\d-]|(?<=[a-z])(?=[A-Z]))/i;

/** The same words, when what follows makes the name speak of something else. */
const NOT_SECRET = /(?:file|path|dir|arn|name|_?id|url|uri|endpoint|host|port|length|len|min|max|ttl|ttl-seconds|seconds|policy|expiry|expires?|expiration|type|format|param|parameter|prefix|suffix|version|region|count|size|limit|rotation|enabled|required|authentication|field|column|header|manager|store|provider|plugin|age|days|ref|source|command|stdin|string|hash_?file|location|bucket|group|user|lock)s?$/i;
const WHOLE_NAME_NOT_SECRET = /^(?:PWD|OLDPWD|lock[_-]passwd|passwd|http-?tokens|ssh_pwauth|key|x-aws-ec2-metadata-token|.*[-_.]ttl.*|getent|apt-key|secrets?|tokens?|credentials?|secretsmanager|pass|password|salt)$/i;

/** Names that are secret words themselves and need a separator, not just a blank, before their value. */
const NEEDS_SEPARATOR = /^(?:pass|password|passwd|secrets?|tokens?|credentials?|salt|pwd|key|pw)$/i;

/** Settings written with a blank: `requirepass x` in redis.conf, `--db-password x` on a command line, `ENV DB_PASSWORD x`. */
const BLANK_OK = /^(?:requirepass|masterauth)$/i;

/** Secrets that stand after a name. Linear: each line is scanned once. */
export function assignedSecrets(text: string): SecretSpan[] {
  const spans: SecretSpan[] = [];
  ASSIGNMENT.lastIndex = 0;
  for (let match = ASSIGNMENT.exec(text); match; match = ASSIGNMENT.exec(text)) {
    const name = match.groups?.['name'] ?? '';
    const span = secretOf(text, match, name);
    if (span) spans.push(span);
    // The value of one name may itself be an assignment: `Environment=DB_PASSWORD=x`, `"connection": "Password=x"`.
    ASSIGNMENT.lastIndex = span ? span.end : match.index + name.length;
  }
  return spans;
}

function secretOf(text: string, match: RegExpExecArray, name: string): SecretSpan | undefined {
  if (!isSecretName(name)) return undefined;
  const group = match.groups?.['dq'] === undefined ? match.groups?.['sq'] === undefined ? 'bare' : 'sq' : 'dq';
  const value = match.groups?.[group] ?? '';
  const range = match.indices?.groups?.[group];
  if (!range || value.length === 0) return undefined;
  const between = text.slice(match.index + name.length, range[0]);
  if (!/[=:]/.test(between) && !isFlagOrDirective(text, match.index, name)) return undefined;
  if (value.startsWith('-') && /^\s/.test(between)) return undefined;
  if (isPlaceholder(value.replace(/\\$/, ''), group === 'sq')) return undefined;
  const end = group === 'bare' ? range[0] + value.replace(/[,)}\]]+$/, '').length : range[1];
  if (end <= range[0]) return undefined;
  return { start: range[0], end, kind: kindOf(name) };
}

export function isSecretName(name: string): boolean {
  if (NEEDS_SEPARATOR.test(name)) return !/^(?:key)$/i.test(name) && name !== 'PWD';
  if (/^wp_|salt$|_salt/i.test(name) && /(?:auth|nonce|logged_in|secure).*(?:key|salt)/i.test(name)) return true;
  return !WHOLE_NAME_NOT_SECRET.test(name) && SECRET_WORD.test(name) && !NOT_SECRET.test(name);
}

function isFlagOrDirective(text: string, at: number, name: string): boolean {
  if (BLANK_OK.test(name)) return true;
  if (text[at - 1] === '-') return true; // --db-password x
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return /^\s*(?:ENV|SetEnv|fastcgi_param|env|aws configure set|.*\bconfig set|SET|set|setx)\s+$/i.test(line);
}

function kindOf(name: string): string {
  if (/secret[_.-]?access[_.-]?key|aws[_.-]?secret/i.test(name)) return 'aws-secret-access-key';
  if (/session[_.-]?token/i.test(name)) return 'aws-session-token';
  if (/pass|pwd|pw$/i.test(name)) return 'password';
  if (/token/i.test(name)) return 'token';
  if (/key|salt/i.test(name)) return 'key';
  return 'secret';
}
