import { relative } from 'node:path';
import { hasNext, type JsonObject, type Pages } from '../../aws/index.ts';
import { fileStems } from '../cli-name.ts';
import { dumpAccount, type DumpAccount } from './dump-account.ts';
import { pagesOf, type DumpFolder, type FileRead } from './dump-folder.ts';
import { readLayout } from './dump-layout.ts';
import { takeApart, type Joined } from './joined.ts';
import type { About, Question, Source } from './source.ts';
import { unknownFiles } from './unknown-files.ts';

/**
 * Answers from a directory of AWS CLI JSON. A file that is not there makes its question `skipped`, one that cannot be read
 * `failed`; everything else is kept. Throws `MonolensError` where the directory is no dump at all.
 */
export async function dumpSource(directory: string): Promise<Source> {
  const folders = await readLayout(directory);
  const accounts = await Promise.all(folders.map(async (folder) => dumpAccount(folder, (path) => relative(directory, path) || '.')));
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const joinedFiles = new Map<string, Promise<Joined | FileRead>>();
  const unknown = await unknownFiles(accounts);
  return {
    kind: 'dump',
    batches: false,
    accounts: accounts.map(({ id, partition, callerArn, regions }) => ({ id, partition, regions: [...regions.keys()].sort(), ...(callerArn === undefined ? {} : { callerArn }) })),
    notes: unknown === 0 ? [] : [`${unknown} ${unknown === 1 ? 'file' : 'files'} of operations that Monolens does not know ${unknown === 1 ? 'was' : 'were'} left out.`],
    ask: async (question, onPage) => {
      const account = byId.get(question.account);
      if (!account) throw new TypeError(`the dump has no account ${question.account}`);
      const answer = question.about ? await answerAbout(account, question, question.about, joinedFiles) : await answerAll(account, question);
      for (const page of answer.pages) onPage(page);
      return answer;
    },
  };
}

/** The answer to a question about everything: one file, or a folder of one file for each of something. */
async function answerAll(account: DumpAccount, question: Question): Promise<Pages> {
  const stems = fileStems(question.api.service, question.api.operation, question.variant);
  const places = account.placesOf(question.region);
  for (const place of places) {
    const names = await place.names();
    for (const stem of stems) {
      if (names.has(`${stem}.json`)) return fromFiles(question, [await place.read(`${stem}.json`)]);
      if (names.has(stem)) {
        const inside = account.folder(place, stem);
        return fromFiles(question, await Promise.all([...await inside.names()].map(async (name) => inside.read(name))));
      }
    }
  }
  return missing(`there is no ${places[0]?.shown ?? question.region}/${stems[0]}.json`);
}

/** The answer about one resource: its own file, or its share of a file that joins several. */
async function answerAbout(account: DumpAccount, question: Question, about: About, joinedFiles: Map<string, Promise<Joined | FileRead>>): Promise<Pages> {
  const stems = fileStems(question.api.service, question.api.operation, question.variant);
  const places = account.placesOf(question.region);
  let hasFolder: string | undefined;
  for (const place of places) {
    const names = await place.names();
    for (const stem of stems) {
      if (names.has(stem)) {
        const inside = account.folder(place, stem);
        hasFolder ??= inside.shown;
        const byId = await inside.byId();
        const name = [about.id, ...about.aliases].map((id) => byId.get(id)).find((found) => found !== undefined);
        if (name !== undefined) return fromFiles(question, [await inside.read(name)]);
      }
      if (names.has(`${stem}.json`)) {
        const file = `${stem}.json`;
        const key = `${place.path}/${file}`;
        let joined = joinedFiles.get(key);
        if (!joined) {
          joined = readJoined(place, file, about);
          joinedFiles.set(key, joined);
        }
        return fromJoined(await joined, about, `${place.shown}/${file}`);
      }
    }
  }
  if (hasFolder !== undefined) return missing(`${hasFolder} holds nothing of it`);
  return missing(`there is neither ${places[0]?.shown ?? question.region}/${stems[0]}.json nor a folder ${stems[0]}`);
}

async function readJoined(place: DumpFolder, file: string, about: About): Promise<Joined | FileRead> {
  const read = await place.read(file);
  return read.ok ? takeApart(read.value, about) : read;
}

function fromJoined(joined: Joined | FileRead, about: About, shown: string): Pages {
  if ('ok' in joined) return joined.ok ? missing(shown) : { pages: [], outcome: 'failed', message: joined.message };
  const answer = joined.answer(about.id) ?? about.aliases.map((alias) => joined.answer(alias)).find((found) => found !== undefined);
  if (answer) return { pages: [answer], outcome: 'ok' };
  if (joined.anonymous) return missing(`${shown} has items that do not name their ${about.names}`);
  return about.mayBeEmpty ? { pages: [{}], outcome: 'ok' } : missing(`${shown} says nothing of it`);
}

function fromFiles({ api }: Question, files: readonly FileRead[]): Pages {
  const pages: JsonObject[] = [];
  const problems: string[] = [];
  for (const file of files) {
    if (!file.ok) {
      problems.push(file.message);
      continue;
    }
    const own = pagesOf(file.value);
    for (const page of own) pages.push(page);
    const last = own.at(-1);
    if (last && (hasNext(api.service, api.operation, last) || (typeof last['NextToken'] === 'string' && last['NextToken'] !== ''))) {
      problems.push('the last page holds a token for more');
    }
  }
  if (problems.length === 0) return { pages, outcome: 'ok' };
  const message = problems.length === 1 ? (problems[0] ?? '') : `${problems.length} files: ${problems[0]}`;
  return { pages, outcome: pages.length > 0 ? 'partial' : 'failed', message };
}

function missing(message: string): Pages {
  return { pages: [], outcome: 'skipped', message };
}
