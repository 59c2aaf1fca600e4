/** Ports that a command line says it listens on. */

const PORT_OPTION = /^--?(?:port|http-port|httpPort|https-port|httpsPort|listen-port|server-port|server\.port|web\.port|webserver-port|bind-port|rest\.port|http\.port|p)$/;
const ADDRESS_OPTION = /^--?(?:bind|b|bind-address|bind_ip|listen|listen-address|web\.listen-address|http|http-socket|https|socket|addr|address|http-address|http-addr|listen-addr|serverAddress|console-address|urls|url|a|S|listen-client-urls|host-port|web-address)$/;
const PROPERTY = /^-?-?D?(?:server\.port|quarkus\.http\.port|micronaut\.server\.port|http\.port|port|jetty\.port|jetty\.http\.port|play\.server\.http\.port|management\.server\.port|jboss\.http\.port|vertx\.port|ktor\.deployment\.port|grails\.server\.port)=(\d+)$/;

/** @param short whether `-p 8080` means a port to this program */
export function portsOf(words: readonly string[], short = true): number[] {
  const ports = new Set<number>();
  const add = (text: string | undefined, pattern: RegExp): void => {
    for (const part of (text ?? '').split(/[,;]/)) {
      const port = Number(pattern.exec(part.trim())?.[1]);
      if (port > 0 && port < 65_536) ports.add(port);
    }
  };
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] ?? '';
    const property = PROPERTY.exec(word);
    if (property) {
      add(property[1], /^(\d+)$/);
      continue;
    }
    const [, option = word, inline] = /^(--?[\w.-]+?)=(.*)$/.exec(word) ?? [];
    const value = inline ?? words[i + 1];
    if (PORT_OPTION.test(option) && (short || option !== '-p')) add(value, /^(\d{1,5})$/);
    else if (ADDRESS_OPTION.test(option)) add(value, ADDRESS);
    else if (/^-[bSa][\d.:[\]*]+$/.test(word)) add(word.slice(2), ADDRESS);
    else if (short && /^-p\d{2,5}$/.test(word)) add(word.slice(2), /^(\d+)$/);
  }
  return [...ports];
}

/** `0.0.0.0:8000`, `:8080`, `*:80`, `[::]:80`, `http://+:5000`, `tcp://0.0.0.0:3000`, `8000`; never a Unix socket. */
export const ADDRESS = /^(?:(?:https?|tcp|ssl):\/\/)?(?:[\w.*+-]*|\[[0-9a-fA-F:]*\])?:?(?<![\w.])(\d{2,5})(?:$|[/?])/;
