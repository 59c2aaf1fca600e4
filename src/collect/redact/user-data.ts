import { createHmac } from 'node:crypto';
import type { UserData } from '../../model/resources/ec2.ts';
import { decodeFile, decodeUserData, type DecodedUserData } from './decode.ts';
import { redactText, type RedactedText } from './text.ts';
import { redactTextThoroughly } from './thorough.ts';

/** What user data says once it is decoded and its secrets are gone: the part of `UserData` that does not depend on whose it is. */
export type ReadUserData = Pick<UserData, 'parts' | 'size' | 'encoding' | 'secrets' | 'note'>;

/**
 * A keyed hash of a text, hex: equal texts under one key have equal values, and without the key nothing can be guessed from it.
 * @param key the run store's own random key
 */
export function fingerprint(text: string | Buffer, key: string): string {
  return createHmac('sha256', key).update(text).digest('hex');
}

/** A script from a file, ready to be analysed: synchronous, the project's own rules. */
export function readUserDataFile(content: Buffer | string): ReadUserData {
  const decoded = decodeFile(content);
  return assemble(decoded, decoded.parts.map((part) => redactText(part.text)));
}

/** As `readUserDataFile`, with secretlint's rules too: what the command line uses. */
export async function readUserDataFileThoroughly(content: Buffer | string): Promise<ReadUserData> {
  const decoded = decodeFile(content);
  return assemble(decoded, await Promise.all(decoded.parts.map((part) => redactTextThoroughly(part.text))));
}

export interface UserDataSource {
  /** As the API gives it; the empty string where there is none. */
  readonly base64: string;
  /** The instance's id, `<template>:<version>` or the configuration's name. */
  readonly id: string;
  readonly of: UserData['of'];
  readonly account: string;
  readonly region: string;
  readonly key: string;
}

/** One answer of the API as a resource. The raw text goes no further than this function. */
export async function toUserDataResource(source: UserDataSource): Promise<UserData> {
  return userDataReader(source.key)(source);
}

/** As `toUserDataResource` for many: equal scripts are decoded and redacted once. */
export function userDataReader(key: string): (source: Omit<UserDataSource, 'key'>) => Promise<UserData> {
  const read = new Map<string, Promise<ReadUserData & { fingerprint: string }>>();
  return async ({ base64, id, of, account, region }) => {
    const digest = fingerprint(base64, key);
    let shared = read.get(digest);
    if (!shared) {
      shared = readThoroughly(base64, key);
      read.set(digest, shared);
    }
    return { id, account, region, tags: {}, of, ...(await shared) };
  };
}

async function readThoroughly(base64: string, key: string): Promise<ReadUserData & { fingerprint: string }> {
  const decoded = decodeUserData(base64);
  const redacted = await Promise.all(decoded.parts.map((part) => redactTextThoroughly(part.text)));
  return { ...assemble(decoded, redacted), fingerprint: fingerprint(decoded.bytes, key) };
}

function assemble(decoded: DecodedUserData, redacted: readonly RedactedText[]): ReadUserData {
  return {
    parts: decoded.parts.map((part, index) => ({ contentType: part.contentType, text: redacted[index]?.text ?? '', line: part.line })),
    size: decoded.size,
    encoding: decoded.encoding,
    secrets: decoded.parts.flatMap((part, index) => (redacted[index]?.secrets ?? []).map((secret) => ({ kind: secret.kind, line: part.line + secret.line - 1, part: index }))),
    ...(decoded.note === undefined ? {} : { note: decoded.note }),
  };
}
