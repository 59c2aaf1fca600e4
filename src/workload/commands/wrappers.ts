/** Options of wrappers that take a value, by wrapper. */
const VALUED: Readonly<Record<string, RegExp>> = {
  sudo: /^-[ughpCRTrt]$|^--(?:user|group|host|prompt)$/,
  nice: /^-n$/, ionice: /^-[cnp]$/, timeout: /^-[sk]$/, env: /^-[uCS]$/, xargs: /^-[IiLnPdsE]$/, chroot: /^--userspec$/, doas: /^-u$/,
  setpriv: /^--re[ug]id$/, 'start-stop-daemon': /^(?:-[ucpdng]|--(?:user|chuid|pidfile|chdir|name|group))$/, screen: /^-(?:S|c|T|t)$/, flock: /^-[wE]$/, daemonize: /^-[acepoul]$/, gosu: /^$/, stdbuf: /^-[ioe]$/, watch: /^-n$/, cronlock: /^$/,
};
/** Wrappers whose first operand is theirs: a time, a directory, a lock file, a user. */
const OWN_OPERAND = new Set(['timeout', 'chroot', 'flock', 'gosu', 'su-exec']);
const PLAIN = new Set(['nohup', 'exec', 'time', 'setsid', 'command', 'builtin', 'then', 'do', '!', 'retry', 'eatmydata', 'unbuffer', 'xvfb-run', 'dumb-init', 'tini', '&', 'with-retry', 'cmd', 'cmd.exe', '/c', '/C']);

/** The command inside `sudo -u app nohup env PORT=1 …`. Assignments before it are dropped: they were read as settings. */
export function unwrap(words: readonly string[]): readonly string[] {
  let rest = words;
  for (let guard = 0; guard < 12; guard += 1) {
    const name = (rest[0] ?? '').replace(/^.*\//, '');
    if (/^[A-Za-z_]\w*=/.test(rest[0] ?? '') || PLAIN.has(rest[0] ?? '')) {
      rest = rest.slice(1);
      continue;
    }
    if (name === 'start-stop-daemon') {
      const at = rest.findIndex((word) => /^(?:--exec|-x|--startas|-a)$/.test(word));
      const end = rest.indexOf('--');
      return at < 0 ? rest : [rest[at + 1] ?? '', ...(end < 0 ? [] : rest.slice(end + 1))];
    }
    const valued = VALUED[name];
    if (!valued && !OWN_OPERAND.has(name)) return rest;
    let at = 1;
    while (at < rest.length) {
      const word = rest[at] ?? '';
      if (/^[A-Za-z_]\w*=/.test(word)) at += 1;
      else if (word === '--') {
        at += 1;
        break;
      } else if (word.startsWith('-')) at += valued?.test(word) === true ? 2 : 1;
      else break;
    }
    rest = rest.slice(OWN_OPERAND.has(name) ? at + 1 : at);
    if (rest.length === 0) return rest;
  }
  return rest;
}
