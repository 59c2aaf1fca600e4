import { answerKey } from '../accounts/sample-account.ts';
import { isObject, listOf, stringsOf, textOf } from '../json.ts';
import type { JsonObject } from '../json.ts';
import { Fault } from '../wire/fault.ts';
import type { Shape } from '../wire/shape.ts';
import { wholeAnswer } from './whole-answer.ts';
import type { Call } from './call.ts';
import { passesFilters } from './filters.ts';
import { pageOf } from './pager.ts';
import { narrow, select } from './selection.ts';

/** Instances lie inside reservations: selection looks at the instances and drops reservations that it emptied. */
export function describeInstances(call: Call): JsonObject {
  const { input } = call;
  if (stringsOf(input['InstanceIds']).length > 0 && input['MaxResults'] !== undefined) {
    throw new Fault('InvalidParameterCombination', 'The parameter instancesSet cannot be used with the parameter maxResults');
  }
  const reservations = listOf(wholeAnswer(call)['Reservations']).filter(isObject);
  const selects = stringsOf(input['InstanceIds']).length > 0 || listOf(input['Filters']).length > 0;
  if (!selects) return pageOf(call, { Reservations: reservations });
  const kept = new Set(select(call, instanceShape(call.operation.output), reservations.flatMap((one) => listOf(one['Instances']))));
  return pageOf(call, {
    Reservations: reservations.flatMap((one) => {
      const instances = listOf(one['Instances']).filter((instance) => kept.has(instance));
      return instances.length === 0 ? [] : [{ ...one, Instances: instances }];
    }),
  });
}

function instanceShape(output: Shape): Shape {
  let shape = output;
  for (const name of ['Reservations', 'Instances']) {
    const list = shape.kind === 'struct' ? shape.members.find((member) => member.name === name)?.shape() : undefined;
    if (list?.kind === 'list') shape = list.item.shape();
  }
  return shape;
}

/** `Owners` takes account ids, `self`, and the aliases of AWS's own images. */
export function describeImages(call: Call): JsonObject {
  const owners = ownersOf(call, 'Owners');
  const answer = narrow(call, wholeAnswer(call));
  const images = listOf(answer['Images']).filter(isObject);
  return pageOf(call, { Images: images.filter((one) => owners.length === 0 || owners.includes(String(one['OwnerId'])) || owners.includes(String(one['ImageOwnerAlias']))) });
}

/** Snapshots that any account may restore have a file of their own beside all those that the account owns. */
export const PUBLIC_SNAPSHOTS = 'ec2-describe-snapshots-restorable-by-all';

/** With `RestorableByUserIds: all`, only snapshots that any account may restore: those that the sample marks as such. */
export function describeSnapshots(call: Call): JsonObject {
  const owners = ownersOf(call, 'OwnerIds');
  const restorableBy = stringsOf(call.input['RestorableByUserIds']);
  const open = listOf(call.account.answers[answerKey(call.region, PUBLIC_SNAPSHOTS)]?.['Snapshots']).filter(isObject).map((one) => one['SnapshotId']);
  const { OwnerIds: _, RestorableByUserIds: __, ...asked } = call.input;
  const snapshots = listOf(narrow({ ...call, input: asked }, wholeAnswer(call))['Snapshots']).filter(isObject);
  return pageOf(call, {
    Snapshots: snapshots.filter((one) =>
      (owners.length === 0 || owners.includes(String(one['OwnerId'])))
      && (!restorableBy.includes('all') || open.includes(one['SnapshotId']))),
  });
}

function ownersOf(call: Call, member: string): readonly string[] {
  return stringsOf(call.input[member]).map((owner) => (owner === 'self' ? call.account.id : owner));
}

/** Versions of one template, or of all with `$Latest` and `$Default`. */
export function describeLaunchTemplateVersions(call: Call): JsonObject {
  const template = textOf(call.input['LaunchTemplateId']) ?? textOf(call.input['LaunchTemplateName']);
  const wanted = stringsOf(call.input['Versions']);
  if (template === undefined && wanted.length === 0) throw new Fault('MissingParameter', 'Either a launch template or versions must be specified');
  const all = listOf(wholeAnswer(call)['LaunchTemplateVersions']).filter(isObject);
  const mine = template === undefined ? all : all.filter((one) => one['LaunchTemplateId'] === template || one['LaunchTemplateName'] === template);
  if (template !== undefined && mine.length === 0) throw new Fault('InvalidLaunchTemplateId.NotFound', `The specified launch template, with template ID ${template}, does not exist.`);
  const latest = new Map<unknown, number>();
  for (const one of mine) latest.set(one['LaunchTemplateId'], Math.max(latest.get(one['LaunchTemplateId']) ?? 0, Number(one['VersionNumber'])));
  return pageOf(call, {
    LaunchTemplateVersions: mine.filter((one) => wanted.length === 0 || wanted.some((version) =>
      version === '$Latest' ? one['VersionNumber'] === latest.get(one['LaunchTemplateId'])
        : version === '$Default' ? one['DefaultVersion'] === true
          : String(one['VersionNumber']) === version)),
  });
}

export function describeRegions(call: Call): JsonObject {
  const names = stringsOf(call.input['RegionNames']);
  const regions = call.account.regions.map((name) => ({ RegionName: name, Endpoint: `ec2.${name}.amazonaws.com`, OptInStatus: 'opt-in-not-required' }));
  const missing = names.find((name) => !call.account.regions.includes(name));
  if (missing !== undefined) throw new Fault('InvalidParameterValue', `Invalid region provided: ${missing}`);
  return { Regions: regions.filter((one) => (names.length === 0 || names.includes(one.RegionName)) && passesFilters(one, call.input['Filters'])) };
}
