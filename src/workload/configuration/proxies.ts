import { type FileReader, forwardsTo, linesOf, type WrittenFile } from './file.ts';

/** Directives of nginx: several may stand on one line. */
export const readNginx: FileReader = (file) => {
  for (const { text, line } of linesOf(file)) {
    const bare = text.replace(/\s#.*$/, '');
    for (const match of bare.matchAll(/(?:^|[{};\s])listen\s+([^;{}]+)/g)) {
      const port = listenPort(match[1] ?? '');
      if (port === undefined) continue;
      const owner = file.sheet.has('openresty') && !file.sheet.has('nginx') ? 'openresty' : 'nginx';
      file.sheet.component(owner, { source: 'configuration', text: text.trim(), line, ports: [port] });
      file.sheet.port(port, owner);
    }
    for (const match of bare.matchAll(/(?:proxy_pass|grpc_pass|uwsgi_pass|fastcgi_pass|scgi_pass|memcached_pass)\s+(?:(https?|uwsgi|grpc|fastcgi):\/\/)?([\w.-]+)(?::(\d+))?[^;]*/g)) {
      if ((match[2] ?? '') === 'unix') continue;
      forwardsTo(file, match[2] ?? '', match[3] === undefined ? undefined : Number(match[3]), line);
    }
    for (const match of bare.matchAll(/(?:^|[{;\s])server\s+([\w.-]+)(?::(\d+))?(?:\s[^;{]*)?;/g)) forwardsTo(file, match[1] ?? '', match[2] === undefined ? undefined : Number(match[2]), line);
  }
};

function listenPort(value: string): number | undefined {
  const address = value.trim().split(/\s+/)[0] ?? '';
  if (address.startsWith('unix:')) return undefined;
  const port = /^(?:.*:)?(\d{1,5})$/.exec(address)?.[1];
  return port === undefined ? (/^[\d.]+$|^\[/.test(address) ? 80 : undefined) : Number(port);
}

export const readApache: FileReader = (file) => {
  for (const { text, line } of linesOf(file)) {
    const listen = /^\s*Listen\s+(?:[\d.*]+:|\[[^\]]*\]:)?(\d+)/i.exec(text) ?? /<VirtualHost\s+[^>]*?:(\d+)\s*>/i.exec(text);
    if (listen) {
      file.sheet.component('apache-http-server', { source: 'configuration', text: text.trim(), line, ports: [Number(listen[1])] });
    }
    const proxy = /ProxyPass(?:Match)?\s+\S+\s+["']?(?:https?|ajp|ws|fcgi|balancer):\/\/([\w.-]+)(?::(\d+))?/i.exec(text) ?? /BalancerMember\s+["']?\w+:\/\/([\w.-]+)(?::(\d+))?/i.exec(text);
    if (proxy && !/balancer:\/\//.test(text)) forwardsTo(file, proxy[1] ?? '', proxy[2] === undefined ? undefined : Number(proxy[2]), line);
  }
};

export const readHaproxy: FileReader = (file) => {
  for (const { text, line } of linesOf(file)) {
    const bind = /^\s*bind\s+(.+)$/.exec(text) ?? /^\s*(?:listen|frontend)\s+\S+\s+((?:[\d.*]+)?:\d+\S*)/.exec(text);
    for (const address of (bind?.[1] ?? '').split(/\s+/)[0]?.split(',') ?? []) {
      const port = Number(/:(\d+)$/.exec(address)?.[1]);
      if (port > 0) file.sheet.component('haproxy', { source: 'configuration', text: text.trim(), line, ports: [port] });
    }
    const server = /^\s*server\s+\S+\s+([\w.-]+)(?::(\d+))?/.exec(text);
    if (server) forwardsTo(file, server[1] ?? '', server[2] === undefined ? undefined : Number(server[2]), line);
  }
};

/** Addresses of Caddy's sites, and what it forwards to. */
export const readCaddy: FileReader = (file) => {
  for (const { text, line } of linesOf(file)) {
    const site = /^(?:https?:\/\/)?(?:[\w.*-]*)?:(\d+)\s*(?:,|\{|$)/.exec(text);
    if (site) file.sheet.component('caddy', { source: 'configuration', text, line, ports: [Number(site[1])] });
    const proxy = /reverse_proxy\s+(?:\/\S*\s+)?(?:https?:\/\/)?([\w.-]*):(\d+)/.exec(text);
    if (proxy) forwardsTo(file, proxy[1] === undefined || proxy[1] === '' ? 'localhost' : proxy[1], Number(proxy[2]), line);
  }
};

export const readVarnish: FileReader = (file) => {
  let host: { host: string; line: number } | undefined;
  for (const { text, line } of linesOf(file)) {
    const name = /\.host\s*=\s*"([^"]+)"/.exec(text)?.[1];
    if (name !== undefined) host = { host: name, line };
    const port = /\.port\s*=\s*"(\d+)"/.exec(text)?.[1];
    if (port !== undefined && host) forwardsTo(file, host.host, Number(port), host.line);
    const listen = /-a\s+(?:[\w.]*):(\d+)|VARNISH_LISTEN_PORT=(\d+)/.exec(text);
    if (listen) file.sheet.component('varnish', { source: 'configuration', text: text.trim(), line, ports: [Number(listen[1] ?? listen[2])] });
  }
};

/** What a configuration's form tells where its path does not: `conf.d/app.conf` may be anyone's. */
export function proxyByContent(file: WrittenFile): FileReader | undefined {
  const { text } = file.content;
  if (/<VirtualHost\b|^\s*Listen\s+\d/im.test(text)) return readApache;
  if (/\bserver\s*\{[\s\S]*\blisten\b|\bproxy_pass\b|\bupstream\s+\w+\s*\{/.test(text)) return readNginx;
  return /^(?:frontend|backend)\s+\S+/m.test(text) && /^\s*bind\s/m.test(text) ? readHaproxy : undefined;
}
