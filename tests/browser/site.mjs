// Sites to look at, built by the tool as a person would, and served on this machine alone.

import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, extname, join, sep } from 'node:path';

/** The policy that docs/server.md recommends: nothing but the site's own files, no script or style within a page. */
const GUIDE = readFileSync(new URL('../../docs/server.md', import.meta.url), 'utf8');
export const POLICY = /^Content-Security-Policy: (.*)$/m.exec(GUIDE)[1];

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json', '.xml': 'application/xml', '.atom': 'application/atom+xml', '.txt': 'text/plain; charset=utf-8',
};

/** Builds the content of a folder; `edit` may change the copy first. */
export function build(gongkai, content, edit = () => {}) {
  const root = mkdtempSync(join(tmpdir(), 'gongkai-browser-'));
  cpSync(content, join(root, 'content'), { recursive: true });
  const run = (...args) => execFileSync(gongkai, ['-C', root, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  edit(root, run);
  run('build', '--as-of', '2026-11-24');
  return join(root, 'public');
}

/** A site of one notice whose every field is given. */
export function write(files) {
  const root = mkdtempSync(join(tmpdir(), 'gongkai-browser-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** A free port, so that a site can be built for the address at which it will be served. */
export function port() {
  const server = createServer();
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => { const { port } = server.address(); server.close(() => done(port)); });
  });
}

/** Serves a folder, with the policy or without. */
export function serve(folder, policy, at = 0) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://x').pathname);
    // Browsers ask for it whether a page names it or not.
    if (path === '/favicon.ico') { response.writeHead(204).end(); return; }
    let file = join(folder, path);
    if (!file.startsWith(folder + sep) && file !== folder + sep) { response.writeHead(404).end(); return; }
    try {
      if (statSync(file).isDirectory()) { file = join(file, 'index.html'); }
      const bytes = readFileSync(file);
      const headers = { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' };
      if (policy) { headers['Content-Security-Policy'] = POLICY; }
      response.writeHead(200, headers).end(bytes);
    } catch { response.writeHead(404).end(); }
  });
  return new Promise((done) => {
    server.listen(at, '127.0.0.1', () => done({ base: `http://127.0.0.1:${server.address().port}`, close: () => server.close() }));
  });
}

/** Every page below a folder, as paths from its root. */
export function pages(folder, below = '') {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = join(below, entry.name);
    if (entry.name.startsWith('.')) { return []; }
    if (entry.isDirectory()) { return pages(folder, path); }
    return entry.name.endsWith('.html') ? [path] : [];
  });
}
