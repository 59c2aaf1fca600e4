import { Run } from '../../src/model/index.ts';
import { sampleRun } from './sample-run.ts';

/** What an account's owner, or whoever could name something in it, might write. */
export const PAYLOADS = [
  '"><img src=x onerror=alert(1)>', '</script><script>alert(2)</script>', '| # [x](javascript:alert(3)) |', '\u001B[31mred\u001B[0m \u001B]8;;http://evil.example.com\u0007link\u001B]8;;\u0007', '{{constructor}} {{{x}}}',
  '\u202Egnp.exe\u202C', "' onmouseover='alert(4)", '</style><svg onload=alert(5)>', '=cmd|\' /C calc\'!A0', '`code` ```fence```', 'two\r\nlines\n\n# heading', '<!-- --> &amp; &#x3c;', '</title></desc><a href="javascript:alert(6)">', '\u0000\u0007\u009B31m',
] as const;

/** Fields that a user of the account, or text found in it, can fill. */
const FREE = new Set([
  'Name', 'alias', 'resourceName', 'text', 'title', 'why', 'summary', 'command', 'cost', 'reason', 'message', 'name', 'description', 'goal', 'rollback', 'by', 'host', 'schedule', 'slo', 'confidence', 'void', 'url', 'component', 'version',
  'LoadBalancerName', 'DBInstanceIdentifier', 'GroupName', 'TargetGroupName', 'InstanceType', 'CidrBlock', 'AvailabilityZone', 'Engine', 'DNSName', 'dimension', 'groupedBy', 'service', 'usageType', 'stat', 'metric', 'unit', 'blueprint', 'PrivateIpAddress',
  'address', 'expires', 'framework', 'notes', 'reasons', 'actions', 'preconditions', 'wouldChange', 'services', 'missing', 'sources', 'excludedRecordTypes', 'callerArn', 'node', 'ruleId', 'resourceId', 'kind', 'action',
]);

/** The sample run with a payload behind every string that could carry one. */
export function hostileRun(): Run {
  let turn = 0;
  // The same value is poisoned in the same way everywhere, so that what belongs together still does.
  const poisoned = new Map<string, string>();
  const poison = (value: string) => {
    const text = poisoned.get(value) ?? mix(value);
    poisoned.set(value, text);
    return text;
  };
  const mix = (value: string) => {
    turn += 1;
    return turn % 3 === 0 ? `${PAYLOADS[turn % PAYLOADS.length] ?? ''}${value}` : `${value}${PAYLOADS[turn % PAYLOADS.length] ?? ''}`;
  };
  const walk = (value: unknown, field: string): unknown => {
    if (typeof value === 'string') return FREE.has(field) && !CLOSED_KINDS.has(value) ? poison(value) : value;
    if (Array.isArray(value)) return value.map((item) => walk(item, field));
    if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, walk(item, name)]));
    return value;
  };
  return Run.parse(walk(sampleRun(), ''));
}

/** Words of closed sets that share a field name with free text. */
const CLOSED_KINDS = new Set(['public', 'private', 'isolated', 'unknown', 'rule-passes', 'manual', 'monolens']);
