// What an editor makes of the schemas: `node run.mjs GONGKAI SITE…`. Each site is copied; the line that `gongkai schema` prints, and then
// the settings, lead its files to their schemas. What is right is not marked, a slip is, fields complete and explain themselves.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { start } from './server.mjs';

const [, , gongkai, ...sites] = process.argv;
const SLIP = 'id: lamps\ntitle: 路灯不亮。\nunder: all\ndeu: 2025-10-17\nmeasures:\n  - id: m1\n    text: 换灯。\n    status: 完了\n    \n';
const LABELS = ['allow', 'number', 'runs_on', 'status_basis', 'unit', 'updates', 'with'];
let files = 0;

/** The line for a file, by the place that it was printed for. */
function lineFor(path, lines) {
  const place = path.replace(/notices\/[^/]+/, 'notices/*').replace(/issues\/[^/]+$/, 'issues/*.yaml');
  return lines.get(place) ?? null;
}

for (const site of sites) {
  const root = mkdtempSync(join(tmpdir(), 'gongkai-editor-'));
  cpSync(join(site, 'content'), join(root, 'content'), { recursive: true });
  const said = execFileSync(gongkai, ['--lang', 'zh-CN', '-C', root, 'schema'], { encoding: 'utf8' });
  const lines = new Map([...said.matchAll(/^ {2}(\S+)\n {4}(# yaml-language-server: .+)$/gm)].map((m) => [m[1], m[2]]));
  const settings = JSON.parse(said.slice(said.indexOf('{')))['yaml.schemas'];
  const absolute = Object.fromEntries(Object.entries(settings).map(([k, v]) => [pathToFileURL(join(root, k)).href, v]));
  const all = readdirSync(root, { recursive: true }).map((p) => p.replaceAll('\\', '/')).filter((p) => p.endsWith('.yaml'));
  for (const [way, schemas] of [['line', {}], ['settings', absolute]]) {
    const editor = await start(root, schemas);
    const text = (path, body) => {
      const line = way === 'line' && lineFor(path, lines);
      return line ? `${line}\n${body}` : body;
    };
    for (const path of all.filter((p) => way === 'settings' || (lineFor(p, lines) && !p.endsWith('.en.yaml')))) {
      const found = await editor.open(path, text(path, readFileSync(join(root, path), 'utf8')));
      assert.deepEqual(found, [], `${site} ${path} by ${way}`);
      files += 1;
    }
    const notice = all.find((p) => p.endsWith('/notice.yaml')).replace('notice.yaml', '');
    const path = `${notice}issues/99-slip.yaml`;
    const body = text(path, SLIP);
    const found = (await editor.open(path, body)).join('\n');
    assert.match(found, /Property deu is not allowed/);
    assert.match(found, /Valid values: "not_started"/);
    const rows = body.split('\n');
    const completed = await editor.at('completion', path, rows.length - 2, 4);
    assert.deepEqual((completed.items ?? completed).map((i) => i.label).sort(), LABELS);
    const hover = await editor.at('hover', path, rows.indexOf('    text: 换灯。'), 5);
    assert.match(JSON.stringify(hover.contents), /措施，一行一段/);
    if (way === 'settings') {
      const words = 'title: Lamps.\nmeasures:\n  - id: m1\n    text: New lamps.\n';
      const found = await editor.open(`${notice}issues/99-slip.en.yaml`, words);
      assert.deepEqual(found, [], 'a translation has a schema of its own');
    }
    editor.stop();
  }
  rmSync(root, { recursive: true });
}
console.log(`${files} files are right in the editor, slips are marked, fields complete and explain themselves`);
process.exit(0);
