/**
 * What stands for a secret without being one: variables, template parameters, references to a secret store, and the
 * markers that documentation uses. A guessable literal (`changeme`, `password`) is a secret all the same.
 */

/** Expansions whose text is decided elsewhere: shell, Terraform, CloudFormation, Jinja, Windows, ERB. */
const EXPANSION = /\$\{[^{}]*\}|\$\((?:[^()]|\([^()]*\))*\)?|`[^`]*`?|\{\{[^{}]*\}\}|%\{[^{}]*\}|<%[\s\S]*?%>|\$env:\w+|\$[A-Za-z_]\w*|%[A-Za-z_]\w*%|\$[0-9@*#?]/gi;

/** `${NAME:-literal}` has the literal as its value when NAME is not set. */
const DEFAULT = /\$\{[A-Za-z_]\w*:?[-=]([^{}$]*)\}/g;

const REFERENCE = new RegExp([
  String.raw`^arn:aws[\w-]*:(?:secretsmanager|ssm|kms|iam)`,
  String.raw`^\{?\{?resolve:`,
  String.raw`^(?:ssm|secretsmanager|vault|sops|secret|sm|file|env|op|gcpkms)(?::|://)`,
  String.raw`^/(?:[\w.-]+/)*[\w.-]+$`, // a file or a parameter's path
  String.raw`^!(?:Ref|Sub|GetAtt|Join|ImportValue)\b`,
  String.raw`^(?:var|local|data|module|each|aws_\w+|random_\w+)\.[\w.[\]"-]+$`,
  String.raw`^(?:os\.environ|os\.getenv|process\.env|getenv|env|ENV|System\.getenv|Environment\.|config|settings|secrets?|params?)\b[.([]`,
  String.raw`^(?:aws|ssm|get|fetch|read|decrypt|lookup|input|Get|Read|ConvertTo|New)[-_A-Z ]\w*`,
  String.raw`^ENC\[`,
].join('|'));

const MARKER = new RegExp([
  String.raw`^<[^<>]*>$`, String.raw`^\[[^\]]*\]$`, String.raw`^_{2,}\w+_{2,}$`, String.raw`^@{1,2}\w+@{1,2}$`, String.raw`^#\{.*\}#?$`,
  String.raw`^[*xX.•-]{3,}$`, String.raw`^(?:YOUR|MY|REPLACE|INSERT|ENTER|FILL|TODO|FIXME)[-_ ](?:\w|[- ])*$`, String.raw`^(?:your|replace|insert|enter)[-_ ](?:\w|[- ])*(?:here|password|token|key|secret|me)$`,
].join('|'));

/** Words that are a setting's value and no secret. */
const SETTING = /^(?:|true|false|yes|no|on|off|null|nil|none|undefined|empty|default|required|optional|enabled|disabled|password|0|1|string|securestring|prompt|ask|auto|random|rsa|md5|scram-sha-256|peer|trust|ident)$/i;

/** @param literal whether the text stood in shell single quotes, where `$x` is itself */
export function isPlaceholder(value: string, literal = false): boolean {
  const trimmed = value.trim();
  if (SETTING.test(trimmed) && !/^password$/i.test(trimmed)) return true;
  if (trimmed.startsWith('[redacted:') || MARKER.test(trimmed) || REFERENCE.test(trimmed)) return true;
  if (/^\$(?:1|2[abxy]?|5|6|y|7|apr1|argon2\w*|pbkdf2[\w-]*)\$/.test(trimmed)) return false;
  if (literal && /^\$(?!\{)/.test(trimmed) && !/^\$[A-Z_][A-Z0-9_]*$/.test(trimmed)) return false;
  const rest = trimmed.replaceAll(DEFAULT, '$1').replaceAll(EXPANSION, '');
  return rest.length < trimmed.length && !/[A-Za-z0-9]{3}/.test(rest);
}
