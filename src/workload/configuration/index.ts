import { findPath } from '../components/lookup.ts';
import { isCompose, readComposeFile } from './compose.ts';
import type { FileReader, WrittenFile } from './file.ts';
import { proxyByContent, readApache, readCaddy, readHaproxy, readNginx, readVarnish } from './proxies.ts';
import { readApplicationSettings, readEnvironmentFile, readServerPorts } from './settings.ts';
import { readDockerfile, readFstab, readHosts, readManifest, readPhpSettings, readSessionSettings, readSource } from './sources.ts';
import { readCron, readCronDirectory, readProcfile, readSupervisor, readUnit } from './units.ts';

/** Who reads a file, by its path. The first that fits. */
const BY_PATH: readonly (readonly [RegExp, FileReader])[] = [
  [/\/etc\/cron\.(?:hourly|daily|weekly|monthly)\//, readCronDirectory],
  [/\/etc\/cron\.d\/|\/etc\/crontab$|\/var\/spool\/cron|(?:^|\/)crontab(?:\.txt)?$|\/tmp\/(?:my)?cron/, readCron],
  [/\.(?:service|timer|socket)$|\.service\.d\//, readUnit],
  [/supervisor.*\.(?:conf|ini)$|supervisord\.d\//, readSupervisor],
  [/(?:^|\/)procfile$/, readProcfile],
  [/(?:docker-)?compose[\w.-]*\.ya?ml$|stack\.ya?ml$/, readComposeFile],
  [/(?:^|\/)dockerfile[\w.-]*$/, readDockerfile],
  [/\/nginx\/|nginx[\w.-]*\.conf$/, readNginx],
  [/\/(?:httpd|apache2)\//, readApache],
  [/haproxy[\w.-]*\.cfg$/, readHaproxy],
  [/(?:^|\/)caddyfile$/, readCaddy],
  [/\.vcl$|\/varnish/, readVarnish],
  [/(?:application|bootstrap)[\w.-]*\.(?:properties|ya?ml)$/, readApplicationSettings],
  [/(?:^|\/)(?:requirements[\w.-]*\.txt|gemfile|package\.json|composer\.json)$/, readManifest],
  [/\/etc\/fstab$/, readFstab],
  [/\/etc\/hosts$/, readHosts],
  [/(?:^|\/)\.env[\w.]*$|\.env$|\/etc\/environment$|\/etc\/profile|\/etc\/default\/|\/etc\/sysconfig\/|\/etc\/ecs\/ecs\.config$|\.bashrc$|\.bash_profile$|\/env$/, readEnvironmentFile],
];

const SCRIPT = /\.(?:sh|bash)$/;
const SOURCE = /\.(?:js|mjs|cjs|ts|py|rb|go|php)$/;

/** Reads a file that a script writes: whose configuration it is by its path, then what it says by its form. */
export function readFile(file: WrittenFile): void {
  const path = file.path.toLowerCase();
  const { text } = file.content;
  const line = file.content.lines[0] ?? 1;
  const owner = findPath(file.path);
  if (owner && !/\.(?:sh|gpg|asc|list|repo)$/.test(path)) file.sheet.component(owner.id, { source: 'configuration', text: `writes ${file.path}`, line });
  const reader = BY_PATH.find(([pattern]) => pattern.test(path))?.[1];
  if (reader) reader(file);
  else if (SCRIPT.test(path) || /^#!.*\b(?:ba|da|z|k)?sh\b/.test(text)) file.runShell(file.content);
  else if (SOURCE.test(path)) readSource(file);
  else if (isCompose(text)) readComposeFile(file);
  else if (/^\[Service\]/m.test(text) && /^ExecStart=/m.test(text)) readUnit(file);
  else if (/^\[program:/m.test(text)) readSupervisor(file);
  else proxyByContent(file)?.(file);
  readServerPorts(file, owner?.id);
  if (/php/.test(path)) readPhpSettings(file);
  if (SOURCE.test(path)) readSessionSettings(file);
  if (/^\/etc\/(?:default|sysconfig)\/varnish|varnish.*\.service/.test(path)) readVarnish(file);
}
