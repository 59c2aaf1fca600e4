import { answerKey } from '../accounts/sample-account.ts';
import { listOf, textOf } from '../json.ts';
import type { JsonObject } from '../json.ts';
import { serviceOf } from '../wire/services.ts';
import type { Shape } from '../wire/shape.ts';
import type { Call } from './call.ts';
import { cliNameOf } from './cli-name.ts';
import { defaultAnswer } from './defaults.ts';
import { notFound } from './not-found.ts';
import { PARENTS } from './parents.ts';

/** Where global services keep their answers. */
const HOME_REGION = 'us-east-1';

/** Everything that the account has for the operation (and the parent resource it names), not yet filtered or paged. */
export function wholeAnswer(call: Call): JsonObject {
  const { service, operation, account, input } = call;
  const region = serviceOf(service).global === true ? HOME_REGION : call.region;
  const file = `${service}-${cliNameOf(operation.name)}`;
  const empty = emptyOutput(operation.output);
  const parent = PARENTS[`${service}:${operation.name}`];
  if (parent === undefined) return { ...empty, ...defaultAnswer(call), ...account.answers[answerKey(region, file)] };

  const resource = textOf(input[parent.member]);
  const suffix = parent.suffix === undefined ? '' : `-${textOf(input[parent.suffix]) ?? ''}`;
  if (resource === undefined) return { ...empty, ...joined(account.answers, answerKey(region, file)) };
  const id = parent.and === undefined ? lastPart(service, resource) : `${resource}/${textOf(input[parent.and]) ?? ''}`;
  const found = account.answers[answerKey(region, file + suffix, id)];
  if (found === undefined && parent.optional === undefined) throw notFound(service, parent.member, resource) ?? call.fault('invalid-parameter', `${parent.member} '${resource}' is not known`);
  return { ...empty, ...found };
}

/** Route 53 takes a zone's id with or without `/hostedzone/`. */
function lastPart(service: string, id: string): string {
  return service === 'route53' ? (id.split('/').pop() ?? id) : id;
}

/** Asked without its parent (listeners by their own ARNs): every resource's answer, lists joined. */
function joined(answers: Readonly<Record<string, JsonObject>>, prefix: string): JsonObject {
  const out: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(answers)) {
    if (!key.startsWith(`${prefix}/`)) continue;
    for (const [name, items] of Object.entries(value)) out[name] = Array.isArray(items) ? [...listOf(out[name]), ...listOf(items)] : items;
  }
  return out;
}

const empties = new WeakMap<Shape, JsonObject>();

/** An output with every list empty, as the AWS CLI prints it. */
export function emptyOutput(output: Shape): JsonObject {
  const known = empties.get(output);
  if (known !== undefined) return known;
  const empty: JsonObject = Object.fromEntries(output.kind === 'struct' ? output.members.flatMap((member) => (member.shape().kind === 'list' ? [[member.name, []]] : [])) : []);
  empties.set(output, empty);
  return empty;
}
