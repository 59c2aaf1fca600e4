import type { TokenPattern } from './tokens.ts';

/** A value as a shell word: quoted or bare. */
const WORD = String.raw`(?:"(?<dq>[^"\n]+)"|'(?<sq>[^'\n]+)'|(?<bare>[^\s"'|;&<>]+))`;

/** Where programs take a secret by position or by a short flag. The value is the group `dq`, `sq` or `bare`. */
export const COMMAND_PATTERNS: readonly TokenPattern[] = [
  at('password', String.raw`\b(?:mysql|mysqldump|mysqladmin|mariadb(?:-admin|-dump)?|mysqlimport|mysqlsh)\b[^\n|;]*?\s-p(?!ort\b)(?=[^\s-])`),
  at('password', String.raw`\b(?:sshpass|docker\s+login|podman\s+login|oras\s+login|helm\s+registry\s+login|az\s+login|mongo(?:sh|dump|restore)?|influx|cqlsh|arangosh)\b[^\n|;]*?\s-p\s*`),
  at('password', String.raw`\bredis-cli\b[^\n|;]*?\s-a\s*`),
  at('password', String.raw`\b(?:sqlcmd|mosquitto_(?:pub|sub)|bcp)\b[^\n|;]*?\s-P\s*`),
  at('password', String.raw`\bldap(?:search|add|modify|passwd)\b[^\n|;]*?\s-w\s*`),
  at('password', String.raw`\b(?:curl|wget)\b[^\n|;]*?\s(?:-u|--user)[ =]?(?:"|')?[^\s:"'$]+:`, String.raw`(?<bare>[^\s"'|;&<>]+)`),
  at('password', String.raw`\bhtpasswd\s+-[a-zA-Z]*b[a-zA-Z]*\s+(?:-[a-zA-Z]+\s+)*(?:\S+\s+)?\S+\s+`),
  at('password', String.raw`\brabbitmqctl\s+(?:-\S+\s+)*(?:add_user|change_password)\s+\S+\s+`),
  at('password', String.raw`\bnet\s+user\s+(?:"[^"]+"|\S+)\s+(?!/)`),
  at('password', String.raw`\b(?:ConvertTo-SecureString)\s+(?:-String\s+)?(?!-)`),
  at('password', String.raw`\b(?:PSCredential|NetworkCredential)\s*\(\s*["'][^"'\n]+["']\s*,\s*`),
  at('password', String.raw`\becho\s+(?:-[ne]+\s+)?["']?[\w.-]+:`, String.raw`(?<bare>[^\s"'|]+)(?=["']?\s*\|\s*(?:sudo\s+)?(?:/usr/sbin/)?chpasswd)`),
  at('password', String.raw`\becho\s+(?:-[ne]+\s+)?`, String.raw`(?:"(?<dq>[^"\n]+)"|'(?<sq>[^'\n]+)'|(?<bare>[^\s"'|]+))(?=\s*\|\s*(?:sudo\s+)?(?:passwd\b[^\n]*--stdin|docker\s+login|realm\s+join|kinit|cryptsetup|helm\s+registry))`),
  at('password', String.raw`\bchpasswd\b[^\n]*<<<?\s*["']?[\w.-]+:`, String.raw`(?<bare>[^\s"'|]+)`),
  at('password', String.raw`\bIDENTIFIED\s+(?:WITH\s+[\w"'\x60]+\s+)?(?:BY|AS)\s+(?:PASSWORD\s+)?\\?`, String.raw`(?:"(?<dq>[^"\n]+)"|'(?<sq>[^'\n\\]+)|(?<bare>[^\s"'|;&<>)\\]+))`, 'dgi'),
  at('password', String.raw`\b(?:PASSWORD|old_password)\s*(?:\(\s*|=\s*N?|\s+)(?=\\?["'])\\?`, String.raw`(?:"(?<dq>[^"\n]+?)\\?"|'(?<sq>[^'\n]+)')`, 'dgi'),
  at('password', String.raw`root_password(?:_again)?\s+password\s+`),
  at('password', String.raw`^\s*(?:[\w.*-]+:\d+|[\w.-]+\.[\w.-]+:\*|\*:\*|localhost:\*):[^\s:]+:[^\s:]+:`, String.raw`(?<bare>\S+)$`, 'dgm'),
  at('password', String.raw`\bmachine\s+\S+\s+login\s+\S+\s+password\s+`),
  at('password', String.raw`(?:-passin|-passout|-pass)\s+pass:`),
  at('password', String.raw`-(?:storepass|keypass|srcstorepass|deststorepass|srckeypass|destkeypass)\s+`),
  at('password', String.raw`define\(\s*["'](?:DB_PASSWORD|FTP_PASS|\w*(?:AUTH|LOGGED_IN|NONCE)\w*_(?:KEY|SALT)|\w*(?:PASSWORD|SECRET|TOKEN)\w*)["']\s*,\s*`),
  at('basic-auth', String.raw`\b[a-z][a-z0-9+.-]{1,30}://[^\s/:@"'<>]*:`, String.raw`(?<bare>(?:\$\{[^{}\n]*\}|\{\{[^{}\n]*\}\}|[^\s/@"'<>])+)(?=@)`, 'dgi'),
  at('bearer-token', String.raw`\bBearer\s+`, String.raw`(?<bare>[\w.~+/=$\{-][\w.~+/=\}-]{7,})`, 'dgi'),
  at('basic-auth', String.raw`\bAuthorization["']?\s*[:=]\s*["']?Basic\s+`, String.raw`(?<bare>[A-Za-z0-9+/=$\{\}]{6,})`, 'dgi'),
  at('api-key', String.raw`\b(?:x-api-key|x-auth-token|x-vault-token|private-token|api-key|apikey)["']?\s*:\s*["']?`, String.raw`(?<bare>[^\s"',;]+)`, 'dgi'),
  at('docker-registry-auth', String.raw`"auth"\s*:\s*`, String.raw`"(?<dq>[A-Za-z0-9+/=]{8,})"`),
  at('npm-token', String.raw`_auth(?:Token)?\s*=\s*`),
  at('htpasswd', String.raw`^\s*[\w.-]+:(?=\$apr1\$|\$2y\$|\{SHA\})`, String.raw`(?<bare>\S+)$`, 'dgm'),
  at('secret', String.raw`["'\s](?:SharedAccessKey|AccountKey|ClientSecret)=`),
];

function at(kind: string, before: string, value = WORD, flags = 'dg'): TokenPattern {
  return { kind, pattern: new RegExp(`${before}${value}`, flags) };
}
