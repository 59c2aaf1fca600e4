import { isObject, textOf, type JsonObject } from '../aws/index.ts';
import type { RawUserData } from './listing.ts';

/** The user data of an instance, from `DescribeInstanceAttribute userData`; an absent value is user data that is empty. */
export function instanceUserData(answer: JsonObject, instanceId: string): readonly RawUserData[] {
  const field = answer['UserData'];
  return [raw(instanceId, 'instance', isObject(field) ? field['Value'] : field, answer)];
}

/** The id of a launch template version: `<template id>:<version>`. */
export function versionId(item: JsonObject): string {
  return `${textOf(item['LaunchTemplateId'])}:${Number(item['VersionNumber'])}`;
}

export function templateUserData(version: JsonObject): readonly RawUserData[] {
  const data = version['LaunchTemplateData'];
  return isObject(data) && present(data) ? [raw(versionId(version), 'launch-template-version', data['UserData'], data)] : [];
}

export function launchConfigurationUserData(configuration: JsonObject): readonly RawUserData[] {
  return present(configuration) ? [raw(textOf(configuration['LaunchConfigurationName']), 'launch-configuration', configuration['UserData'], configuration)] : [];
}

function present(holder: JsonObject): boolean {
  return (typeof holder['UserData'] === 'string' && holder['UserData'] !== '') || isObject(holder['RedactedUserData']);
}

/** A dump of ours has `RedactedUserData` beside the `UserData` of its holder. */
function raw(id: string, of: RawUserData['of'], base64: unknown, holder: JsonObject): RawUserData {
  const redacted = holder['RedactedUserData'];
  return { id, of, base64: typeof base64 === 'string' ? base64 : '', ...(isObject(redacted) ? { redacted } : {}) };
}
