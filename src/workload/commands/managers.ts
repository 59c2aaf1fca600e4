import { type CommandReader, lineText, operandsOf, optionOf } from './context.ts';

/** Version managers: nvm, n, fnm, pyenv, rbenv, rvm, sdk, asdf, mise, volta, goenv, phpbrew. */
const LANGUAGE: Readonly<Record<string, string>> = {
  nvm: 'nodejs', n: 'nodejs', fnm: 'nodejs', nodenv: 'nodejs', pyenv: 'python', rbenv: 'ruby', rvm: 'ruby', goenv: 'go', phpbrew: 'php', phpenv: 'php',
};
const PLUGIN: Readonly<Record<string, string>> = {
  node: 'nodejs', nodejs: 'nodejs', python: 'python', ruby: 'ruby', java: 'openjdk', golang: 'go', go: 'go', php: 'php', tomcat: 'tomcat', postgres: 'postgresql', redis: 'redis', grails: 'grails', springboot: 'spring-boot',
};

export const readVersionManager: CommandReader = (invocation, context) => {
  const [manager = '', ...rest] = invocation.words;
  const operands = operandsOf(rest);
  const { line, conditional } = invocation;
  const report = (id: string, version: string | undefined): void => context.sheet.component(id, {
    source: 'repository', text: lineText(invocation), line, version: /v?(\d[\d.]*)/.exec(version ?? '')?.[1], conditional, listens: id !== 'spring-boot',
  });
  if (manager === 'sdk' || manager === 'asdf' || manager === 'mise' || manager === 'volta') {
    if (!/^(?:install|global|use|default)$/.test(operands[0] ?? '')) return;
    for (const spec of operands.slice(1)) {
      const [name = '', inline] = spec.split('@');
      const version = inline ?? operands[operands.indexOf(spec) + 1];
      const id = PLUGIN[name];
      if (id === 'openjdk') report(javaOf(version), version);
      else if (id !== undefined) report(id, version);
    }
    return;
  }
  const id = LANGUAGE[manager];
  if (id === undefined) return;
  if (manager === 'n' && /^\d|^(?:lts|latest|stable)$/.test(operands[0] ?? '')) report(id, operands[0]);
  else if (/^(?:install|use|global|alias)$/.test(operands[0] ?? '')) report(id, operands.find((word) => /^v?\d|^(?:ruby|python)-\d/.test(word)));
};

/** SDKMAN's vendor suffix: `17.0.8-tem`, `11.0.20-amzn`. */
function javaOf(version: string | undefined): string {
  if (version?.endsWith('-tem') === true) return 'eclipse-temurin';
  if (version?.endsWith('-amzn') === true) return 'amazon-corretto';
  if (version?.endsWith('-zulu') === true) return 'azul-zulu';
  return version?.endsWith('-oracle') === true ? 'oracle-jdk' : 'openjdk';
}

const CONFIGURE: Readonly<Record<string, [string, number]>> = {
  make: ['software is compiled', 3], gmake: ['software is compiled', 3], cmake: ['software is compiled', 3], gcc: ['software is compiled', 3], 'g++': ['software is compiled', 3],
  configure: ['software is compiled', 3], mvn: ['a Java application is built', 2], mvnw: ['a Java application is built', 2], gradle: ['a Java application is built', 2], gradlew: ['a Java application is built', 2],
  ant: ['a Java application is built', 2], cargo: ['a Rust program is built', 3], 'ansible-playbook': ['a playbook configures the machine at boot', 2], 'ansible-pull': ['a playbook configures the machine at boot', 2],
};

/** Work that a build would do: compilers and build tools. */
export const readBuild: CommandReader = (invocation, context) => {
  const reason = CONFIGURE[invocation.words[0] ?? ''];
  if (reason) context.sheet.boot(reason[0], reason[0], reason[1], invocation.line);
  if (/^mvnw?$/.test(invocation.words[0] ?? '') && invocation.words.some((word) => word.startsWith('spring-boot:'))) {
    context.sheet.component('spring-boot', { source: 'command', text: lineText(invocation), line: invocation.line, conditional: invocation.conditional });
  }
  if (/^(?:gradle|gradlew)$/.test(invocation.words[0] ?? '') && invocation.words.includes('bootRun')) {
    context.sheet.component('spring-boot', { source: 'command', text: lineText(invocation), line: invocation.line, conditional: invocation.conditional });
  }
};

/** `dotnet-install.sh --channel 8.0`. */
export const readDotnetInstall: CommandReader = (invocation, context) => {
  context.sheet.component('dotnet', {
    source: 'download', text: lineText(invocation), line: invocation.line, version: optionOf(invocation.words, '--channel', '-c', '-Channel', '--version'), listens: false,
  });
};
