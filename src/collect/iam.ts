import { isObject, objectsIn, textOf, type JsonObject, type JsonValue } from '../aws/index.ts';
import { listing, question, type Listing } from './listing.ts';

const PAGE = { MaxItems: 1000 };
const roles = { ids: (profile: JsonObject) => objectsIn(profile['Roles']).map((role) => textOf(role['RoleName'])), batch: 1, names: 'RoleName' } as const;
const oneRole = ([RoleName = '']: readonly string[]) => ({ RoleName });

export const iam: readonly Listing[] = [
  question('accountAlias', 'iam', 'ListAccountAliases', { global: true, items: 'AccountAliases[]', alias: (item) => textOf(item['value']) }),
  listing('instanceProfile', { global: true, items: 'InstanceProfiles[]', input: PAGE, id: 'Arn', arn: 'Arn', tags: 'Tags' }),
  listing('rolePolicies', {
    global: true, items: '', input: PAGE, id: (_item, { parentId = '' }) => parentId, arn: 'arn:{partition}:iam::{account}:role/{id}',
    shape: (item) => ({ AttachedPolicies: item['AttachedPolicies'] ?? [], UnrestrictedInlinePolicies: [] }),
    each: { ...roles, of: ['instanceProfile'], answer: 'AttachedPolicies', input: oneRole },
  }),
  question('inlinePolicyNames', 'iam', 'ListRolePolicies', {
    global: true, completes: 'rolePolicies', items: 'PolicyNames[]', input: PAGE,
    shape: (item, { parentId = '' }) => ({ RoleName: parentId, PolicyName: textOf(item['value']) || textOf(item['PolicyName']) }),
    each: { ...roles, of: ['instanceProfile'], input: oneRole },
  }),
  question('inlinePolicy', 'iam', 'GetRolePolicy', {
    global: true, completes: 'rolePolicies', items: '',
    each: {
      // Neither a role's nor a policy's name can hold a slash.
      of: ['inlinePolicyNames'], ids: (item) => [`${textOf(item['RoleName'])}/${textOf(item['PolicyName'])}`], batch: 1, names: 'PolicyId',
      input: ([id = '']) => ({ RoleName: id.slice(0, id.indexOf('/')), PolicyName: id.slice(id.indexOf('/') + 1) }),
    },
    adds: (item, { parentId = '' }) => {
      const [role = '', name = ''] = parentId.split('/');
      const unrestricted = allowsEverything(item['PolicyDocument']) ? [name] : [];
      return [{ kind: 'rolePolicies', id: role, fields: { UnrestrictedInlinePolicies: unrestricted } }];
    },
  }),
];

/** Whether a policy document allows every action on every resource without a condition. The API gives it URL-encoded, the CLI as JSON. */
export function allowsEverything(document: JsonValue | undefined): boolean {
  const policy = typeof document === 'string' ? parsed(document) : document;
  if (!isObject(policy)) return false;
  const statements = isObject(policy['Statement']) ? [policy['Statement']] : objectsIn(policy['Statement']);
  return statements.some((statement) =>
    statement['Effect'] === 'Allow' && !('Condition' in statement) && covers(statement['Action'], ['*', '*:*']) && covers(statement['Resource'], ['*']));
}

function covers(field: JsonValue | undefined, everything: readonly string[]): boolean {
  return (Array.isArray(field) ? (field as readonly JsonValue[]) : [field]).some((item) => typeof item === 'string' && everything.includes(item));
}

function parsed(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text.startsWith('%') ? decodeURIComponent(text) : text) as JsonValue;
  } catch {
    return undefined;
  }
}
