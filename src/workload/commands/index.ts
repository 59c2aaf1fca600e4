import { findCommand, findPath } from '../components/lookup.ts';
import { textOnLine } from '../shell/text.ts';
import type { Invocation } from '../shell/walk.ts';
import { type CommandContext, type CommandReader, lineText, optionOf } from './context.ts';
import { readCompose, readDocker } from './containers.ts';
import { readDownload, readGit, runsDownload } from './downloads.ts';
import { readChocolatey, readComposer, readGem, readNpm, readPip, readWindowsFeature } from './libraries.ts';
import { readBuild, readDotnetInstall, readVersionManager } from './managers.ts';
import { readExtras, readPackages, readRepository } from './packages.ts';
import { readDotnet, readGo, readJava, readNode, readPhp, readPm2, readProgram, readPython, readRuby } from './processes.ts';
import { readRunlevels, readService, readSystemctl, readWindowsService } from './services.ts';
import { readAws, readCrontab, readRedirection, readDatabaseClient, readDirectory, readMount, readScheduledTask, readSed } from './state.ts';
import { unwrap } from './wrappers.ts';

const READERS = new Map<string, CommandReader>();

function on(reader: CommandReader, ...names: readonly string[]): void {
  for (const name of names) READERS.set(name, reader);
}

on(readPackages, 'apt-get', 'apt', 'aptitude', 'yum', 'dnf', 'microdnf', 'tdnf', 'zypper', 'apk', 'pacman', 'snap', 'brew', 'rpm', 'dpkg', 'gdebi');
on(readExtras, 'amazon-linux-extras');
on(readRepository, 'add-apt-repository', 'apt-add-repository', 'yum-config-manager', 'apt-key');
on(readPip, 'pip', 'pip3', 'pip2', 'pipx', 'poetry', 'uv', 'conda');
on(readNpm, 'npm', 'yarn', 'pnpm');
on(readGem, 'gem');
on(readComposer, 'composer');
on(readChocolatey, 'choco', 'choco.exe', 'cinst', 'winget', 'scoop');
on(readWindowsFeature, 'install-windowsfeature', 'add-windowsfeature', 'enable-windowsoptionalfeature', 'dism', 'dism.exe');
on(readSystemctl, 'systemctl');
on(readService, 'service', 'rc-service', 'initctl', 'invoke-rc.d');
on(readRunlevels, 'chkconfig', 'update-rc.d', 'rc-update', 'sysv-rc-conf');
on(readWindowsService, 'start-service', 'restart-service', 'set-service', 'net', 'sc', 'sc.exe');
on(readDocker, 'docker', 'podman', 'nerdctl');
on(readCompose, 'docker-compose');
on(readDownload, 'curl', 'wget', 'aria2c', 'fetch', 'invoke-webrequest', 'iwr', 'invoke-restmethod', 'irm', 'start-bitstransfer', 'msiexec', 'msiexec.exe', 'start-process');
on(readGit, 'git');
on(readVersionManager, 'nvm', 'n', 'fnm', 'nodenv', 'pyenv', 'rbenv', 'rvm', 'goenv', 'phpbrew', 'phpenv', 'sdk', 'asdf', 'mise', 'volta');
on(readBuild, 'make', 'gmake', 'cmake', 'gcc', 'g++', 'configure', 'mvn', 'mvnw', 'gradle', 'gradlew', 'ant', 'cargo');
on(readDotnetInstall, 'dotnet-install.sh', 'dotnet-install.ps1');
on(readJava, 'java');
on(readNode, 'node', 'nodejs', 'npx', 'ts-node');
on(readPm2, 'pm2', 'pm2-runtime', 'forever');
on(readPython, 'python', 'python2', 'python3', 'python3.6', 'python3.7', 'python3.8', 'python3.9', 'python3.10', 'python3.11', 'python3.12', 'python3.13', 'python.exe');
on(readRuby, 'bundle', 'bundler', 'rails', 'ruby');
on(readPhp, 'php', 'php8.1', 'php8.2', 'php8.3');
on(readDotnet, 'dotnet', 'dotnet.exe');
on(readGo, 'go');
on(readMount, 'mount', 'mount.nfs', 'mount.nfs4', 'mount.efs', 'mount.cifs', 's3fs', 'sshfs', 'goofys', 'new-psdrive', 'new-smbmapping');
on(readDirectory, 'mkdir', 'chown', 'chmod', 'install');
on(readSed, 'sed');
on(readCrontab, 'crontab');
on(readScheduledTask, 'schtasks', 'schtasks.exe', 'register-scheduledtask');
on(readDatabaseClient, 'mysql', 'mariadb', 'psql', 'pg_dump', 'pg_restore', 'mysqldump', 'redis-cli', 'mongo', 'mongosh', 'mongodump', 'sqlcmd');
on(readAws, 'aws');
on(readRedirection, 'iptables', 'firewall-cmd');

const INTERPRETERS = /^(?:python\d?(?:\.\d+)?|perl|ruby|php)$/;
const SHELLS = new Set(['bash', 'sh', 'dash', 'zsh', 'ash', 'ksh', 'eval', 'su', 'runuser', 'iex', 'invoke-expression']);

/** Reads one command: what wraps it is taken off, then its own reader, or the table of programs, says what it shows. */
export function readCommand(invocation: Invocation, context: CommandContext): void {
  const words = unwrap(invocation.words);
  const [path] = words;
  if (path === undefined || path === '') return;
  const base = path.replace(/^.*[\\/]/, '').toLowerCase();
  const inner: Invocation = { ...invocation, words: [base, ...words.slice(1)] };
  if (SHELLS.has(base)) return readShell(inner, context);
  if (/^\/etc\/(?:init\.d|rc\.d\/init\.d)\//.test(path)) return readService({ ...inner, words: ['service', base, ...words.slice(1)] }, context);
  const owner = path.startsWith('/') ? findPath(path) : undefined;
  if (owner && !findCommand(base, words[1])) context.sheet.component(owner.id, { source: 'command', text: lineText(inner), line: inner.line, conditional: inner.conditional });
  if (INTERPRETERS.test(base) && words.includes('-') && runsDownload(inner)) context.sheet.boot('curl-bash', 'a script from the internet is run as it comes', 3, inner.line);
  const reader = READERS.get(base);
  if (reader) {
    reader(inner, context);
    if (base === 'aws' && words[1] === 's3') readDownload(inner, context);
  }
  if (!reader || ((base === 'cargo' || base === 'php') && findCommand(base, words[1]))) {
    if (base === 'startup.sh' && /tomcat/.test(path)) return readProgram({ ...inner, words: ['catalina.sh'] }, context);
    readProgram({ ...inner, words: [reader || !path.includes('/') || findCommand(base, words[1]) ? base : `./${base}`, ...words.slice(1)] }, context);
  }
}

function readShell(invocation: Invocation, context: CommandContext): void {
  const [name = '', ...rest] = invocation.words;
  if (runsDownload(invocation)) context.sheet.boot('curl-bash', 'a script from the internet is run as it comes', 3, invocation.line);
  const nested = name === 'eval' ? rest.join(' ') : optionOf(rest, '-c', '-lc', '-xc', '-ec', '-cx');
  if (nested !== undefined) context.runShell(textOnLine(nested, invocation.line), invocation.conditional);
  else if (invocation.input) context.runShell(invocation.input, invocation.conditional);
}
