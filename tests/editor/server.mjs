// The language server that VS Code's YAML extension runs, spoken to as an editor does.

import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const BIN = createRequire(import.meta.url).resolve('yaml-language-server/bin/yaml-language-server');

export async function start(root, schemas) {
  const server = spawn(process.execPath, [BIN, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const settings = { schemas, schemaStore: { enable: false }, validate: true, hover: true, completion: true };
  const waiting = new Map();
  const told = new Map();
  let last = 0;
  const send = (message) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  const ask = (method, params) => new Promise((done) => {
    waiting.set(++last, done);
    send({ id: last, method, params });
  });
  const hear = (message) => {
    if (message.method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = message.params;
      told.get(uri)?.(diagnostics);
    } else if (message.method === 'workspace/configuration') {
      send({ id: message.id, result: message.params.items.map((i) => (i.section === 'yaml' ? settings : {})) });
    } else if (message.method && message.id !== undefined) {
      send({ id: message.id, result: null });
    } else {
      waiting.get(message.id)?.(message.result);
    }
  };
  let held = Buffer.alloc(0);
  server.stdout.on('data', (more) => {
    held = Buffer.concat([held, more]);
    for (;;) {
      const head = held.indexOf('\r\n\r\n');
      const length = head < 0 ? 0 : Number(/Content-Length: (\d+)/.exec(held.subarray(0, head))[1]);
      if (head < 0 || held.length < head + 4 + length) return;
      hear(JSON.parse(held.subarray(head + 4, head + 4 + length)));
      held = held.subarray(head + 4 + length);
    }
  });
  const uri = pathToFileURL(root).href;
  const folder = { uri, name: 'site' };
  const textDocument = { completion: { completionItem: { snippetSupport: true } }, hover: { contentFormat: ['markdown'] } };
  const capabilities = { workspace: { configuration: true, workspaceFolders: true }, textDocument };
  await ask('initialize', { processId: null, rootUri: uri, workspaceFolders: [folder], capabilities });
  send({ method: 'initialized', params: {} });
  // It answers in order, so what it asked of the settings has been answered before the first file is opened.
  await ask('workspace/executeCommand', { command: 'nothing' }).catch(() => {});
  return {
    /** Opens a file and waits for what is said of it. */
    open(path, text) {
      const uri = pathToFileURL(join(root, path)).href;
      const said = new Promise((done) => told.set(uri, done));
      send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'yaml', version: 1, text } } });
      return said.then((found) => found.map((d) => `${d.range.start.line + 1}: ${d.message}`));
    },
    at(method, path, line, character) {
      const uri = pathToFileURL(join(root, path)).href;
      return ask(`textDocument/${method}`, { textDocument: { uri }, position: { line, character } });
    },
    stop: () => server.kill(),
  };
}
