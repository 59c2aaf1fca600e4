import { findImage, findLibrary } from '../components/lookup.ts';
import { type FileReader, linesOf } from './file.ts';

type Manager = Parameters<typeof findLibrary>[0];

/** Source code that a script writes: the port that it listens on and the framework that it imports. */
export const readSource: FileReader = (file) => {
  const extension = file.path.replace(/^.*\./, '').toLowerCase();
  const [manager, runtime] = ({ js: ['npm', 'nodejs'], mjs: ['npm', 'nodejs'], cjs: ['npm', 'nodejs'], ts: ['npm', 'nodejs'], py: ['pip', 'python'], rb: ['gem', 'ruby'], php: ['composer', 'php'], go: [undefined, 'go'] } as Readonly<Record<string, readonly [Manager | undefined, string]>>)[extension] ?? [undefined, undefined];
  for (const { text, line } of linesOf(file, /^\s*(?:#(?!include)|\/\/)/)) {
    const module = /\brequire\(\s*["']([^"']+)["']\s*\)|^\s*import\s+(?:.*\sfrom\s+)?["']([^"']+)["']|^\s*from\s+([a-z]\w*)[\w.]*\s+import\b|^\s*import\s+([a-z]\w*)|^\s*require\s+["']([^"']+)["']/.exec(text);
    const name = module?.slice(1).find((group) => group !== undefined);
    const match = manager && name !== undefined ? findLibrary(manager, name) : undefined;
    if (match) file.sheet.component(match.id, { source: 'library', text: text.trim(), line, listens: false });
    const listen = /\.listen\(\s*(?:(?:process\.env\.\w+|Number\([^)]*\))\s*(?:\|\||\?\?)\s*)?(\d{2,5})/.exec(text)
      ?? /\bapp\.run\([^)]*\bport\s*=\s*(?:int\([^)]*,\s*)?["']?(\d{2,5})/.exec(text)
      ?? /\b(?:uvicorn\.run|serve)\([^)]*\bport\s*=\s*(\d{2,5})/.exec(text)
      ?? /ListenAndServe(?:TLS)?\(\s*"[\w.]*:(\d{2,5})"/.exec(text)
      ?? /\b(?:const|let|var)\s+port\s*=\s*(?:process\.env\.\w+\s*(?:\|\||\?\?)\s*)?(\d{2,5})/i.exec(text)
      ?? /\b(?:HTTPServer|TCPServer|ThreadingHTTPServer)\(\(\s*["'][^"']*["']\s*,\s*(\d{2,5})\s*\)/.exec(text)
      ?? /^\s*(?:set\s+:port,|port\s*=)\s*(\d{2,5})\s*$/i.exec(text);
    if (listen) {
      file.sheet.port(Number(listen[1]));
      if (runtime !== undefined) file.sheet.component(runtime, { source: 'configuration', text: text.trim(), line, listens: false });
    }
  }
};

/** `requirements.txt`, `Gemfile`, `package.json`, `composer.json`: frameworks among the dependencies. */
export const readManifest: FileReader = (file) => {
  const name = file.path.replace(/^.*\//, '').toLowerCase();
  const manager: Manager = name.endsWith('.txt') ? 'pip' : name === 'gemfile' ? 'gem' : name === 'composer.json' ? 'composer' : 'npm';
  for (const { text, line } of linesOf(file)) {
    const [, spec = '', version] = (manager === 'pip' ? /^\s*([A-Za-z0-9_.-]+)(?:\[[^\]]*\])?\s*(?:[=~><!]=?=?\s*([\d.]+))?/
      : manager === 'gem' ? /^\s*gem\s+["']([^"']+)["'](?:\s*,\s*["'][~>= ]*([\d.]+)["'])?/
        : /"(@?[\w./-]+)"\s*:\s*"[\^~>=v ]*(\d[\d.]*)?[^"]*"/).exec(text) ?? [];
    const match = spec === '' ? undefined : findLibrary(manager, spec);
    if (match) file.sheet.component(match.id, { source: 'library', text: text.trim(), line, version, listens: false });
  }
};

/** A Dockerfile: its base images say what the container runs. */
export const readDockerfile: FileReader = (file) => {
  for (const { text, line } of linesOf(file)) {
    const image = /^\s*FROM\s+(?:--platform=\S+\s+)?(\S+)/i.exec(text)?.[1];
    const match = image === undefined ? undefined : findImage(image);
    if (match) file.sheet.component(match.id, { source: 'container', text: text.trim(), line, version: match.version, listens: false });
  }
};

/** `/etc/fstab`: file systems of other machines. */
export const readFstab: FileReader = (file) => {
  for (const { text, line } of linesOf(file)) {
    const [, device = '', type = ''] = /^\s*(\S+)\s+\S+\s+(\S+)/.exec(text) ?? [];
    if (!/^(?:nfs4?|efs|cifs|smb3|lustre|glusterfs|fuse\.s3fs|ceph)$/.test(type)) continue;
    file.sheet.state('shared-file-system', text, line);
    const host = /^(?:\/\/)?([\w.-]+)/.exec(device)?.[1];
    if (host !== undefined && !host.startsWith('$')) file.sheet.endpoint({ host, kind: type === 'cifs' ? 'smb' : 'file-system', line });
  }
};

/** `/etc/hosts`: names bound to addresses. */
export const readHosts: FileReader = (file) => {
  for (const { text, line } of linesOf(file)) {
    const address = /^\s*(\d+(?:\.\d+){3})\s+\S/.exec(text)?.[1];
    if (address !== undefined && !/^(?:127|0|255)\./.test(address)) file.sheet.state('hard-coded-address', text, line);
  }
};

/** `php.ini` and pools: sessions kept in files. */
export const readPhpSettings: FileReader = (file) => {
  for (const { text, line } of linesOf(file)) {
    if (/session\.save_handler\]?\s*=\s*["']?files/.test(text) || /session\.save_path\]?\s*=\s*["']?\//.test(text)) file.sheet.state('sessions', text, line);
  }
};

/** `define('UPLOADS', …)` and settings of frameworks that put sessions and uploads on the disk. */
export const readSessionSettings: FileReader = (file) => {
  for (const { text, line } of linesOf(file)) {
    if (/SESSION_ENGINE\s*=\s*["'].*(?:file|db)["']|SESSION_FILE_PATH|session_store\s+:(?:file|mem)/.test(text)) file.sheet.state('sessions', text, line);
    if (/MEDIA_ROOT\s*=|UPLOAD_FOLDER|upload_(?:dir|path)/i.test(text)) file.sheet.state('uploads', text, line);
  }
};
