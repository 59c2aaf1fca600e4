import { findArchive } from '../components/lookup.ts';
import { findRepository } from '../components/repositories.ts';
import type { Invocation } from '../shell/walk.ts';
import { type CommandContext, type CommandReader, lineText } from './context.ts';
import { readVendor } from './packages.ts';

/** curl, wget, Invoke-WebRequest, Start-BitsTransfer, aws s3 cp: what a download's address says is installed. */
export const readDownload: CommandReader = (invocation, context) => {
  const urls = invocation.words.slice(1).flatMap((word) => word.match(/(?:https?|ftp|s3):\/\/[^\s'"<>)]+/g) ?? []).filter((url) => !/169\.254\.169\.254|\/\/(?:localhost|127\.0\.0\.1)/.test(url));
  const sends = invocation.words.some((word) => /^(?:-X|--request|-d|--data|--data-binary|-F)$/.test(word));
  if (urls.length === 0 || sends) return;
  for (const url of urls) {
    if (!/\.(?:gpg|asc|key|repo|list)$/i.test(url)) context.sheet.boot('downloads', 'files are downloaded', 1, invocation.line);
    downloaded(url, invocation, context);
  }
};

export function downloaded(url: string, invocation: Invocation, context: CommandContext): void {
  const repository = findRepository(url);
  if (repository && !repository.installs) return readVendor(url, context);
  if (/\.(?:gpg|asc|key|repo|list|sha\d+|md5|sig)$/i.test(url)) return;
  const match = repository ?? findArchive(url);
  if (!match) return;
  context.sheet.component(match.id, { source: 'download', text: lineText(invocation), line: invocation.line, version: match.version, conditional: invocation.conditional });
}

export const readGit: CommandReader = (invocation, context) => {
  const [verb, ...rest] = invocation.words.slice(1);
  if (verb !== 'clone') return;
  context.sheet.boot('clone', 'source code is cloned', 2, invocation.line);
  for (const word of rest) {
    const name = /github\.com[:/]([\w.-]+\/[\w.-]+?)(?:\.git)?$/i.exec(word)?.[1]?.toLowerCase();
    if (name === 'laravel/laravel') context.sheet.component('laravel', { source: 'download', text: lineText(invocation), line: invocation.line });
    if (name === 'wordpress/wordpress') context.sheet.component('wordpress', { source: 'download', text: lineText(invocation), line: invocation.line });
    if (name === 'discourse/discourse_docker') context.sheet.component('discourse', { source: 'download', text: lineText(invocation), line: invocation.line });
  }
};

/** A shell that runs what a download brings: `curl … | bash`, `bash <(curl …)`, `sh -c "$(curl …)"`. */
export function runsDownload(invocation: Invocation): boolean {
  return invocation.pipedFrom?.some((word) => /^(?:.*\/)?(?:curl|wget)$/.test(word)) === true
    || invocation.words.some((word) => /^(?:<\(|\$\(|`)\s*(?:sudo\s+)?(?:curl|wget)\b/.test(word));
}
