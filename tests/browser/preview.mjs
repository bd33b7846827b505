// The preview in a browser: an edit reloads the page where the reader was, a mistake is shown over the last good page.

import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ISSUE = 'notices/2025-propaganda/issues/01-study-plan-copied.md';

/** Starts a preview; gives its address once it says so. */
function start(tool, root) {
  const child = spawn(tool, ['serve', '-C', root, '--port', '0', '--as-of', '2026-11-24'], { stdio: ['ignore', 'pipe', 'ignore'] });
  return new Promise((done, failed) => {
    child.on('exit', () => failed(new Error('the preview ended')));
    child.stdout.once('data', (line) => done({ child, base: String(line).match(/http:\/\/[\d.:]+/)[0] }));
  });
}

export async function preview({ browser, tool, content, fault }) {
  const root = mkdtempSync(join(tmpdir(), 'gongkai-preview-'));
  cpSync(content, join(root, 'content'), { recursive: true });
  const file = join(root, 'content', ISSUE);
  const before = readFileSync(file, 'utf8');
  const { child, base } = await start(tool, root);
  const page = await browser.newPage({ viewport: { width: 390, height: 600 } });
  page.on('pageerror', (error) => fault(`preview: ${error.message}`));
  page.on('console', (said) => { if (/Content Security Policy/.test(said.text())) { fault(`preview: ${said.text()}`); } });
  await page.goto(`${base}/${dirname(dirname(ISSUE))}/issues/study-plan-copied/`);
  await page.evaluate(() => scrollTo(0, 400));
  writeFileSync(file, before.replace('title: ', 'title: 新改的'));
  await page.waitForFunction(() => document.querySelector('h1').textContent.includes('新改的'));
  await page.waitForFunction(() => document.readyState === 'complete' && scrollY > 0);
  const at = await page.evaluate(() => scrollY);
  if (at !== 400) { fault(`preview: the page is at ${at} after an edit, and was at 400`); }
  writeFileSync(file, before.replace('title: ', 'titel: '));
  await page.waitForSelector('#gongkai-preview.refused');
  const told = await page.textContent('#gongkai-preview pre');
  if (!told.includes('titel') || !told.includes('study-plan-copied.md:')) { fault(`preview: a mistake is told as ${told}`); }
  if (!(await page.textContent('h1')).includes('新改的')) { fault('preview: the last good page is gone'); }
  await page.press('#gongkai-preview button', 'Enter');
  if (await page.$('#gongkai-preview') !== null) { fault('preview: the findings cannot be closed by keyboard'); }
  writeFileSync(file, before);
  await page.waitForFunction(() => !document.querySelector('h1').textContent.includes('新改的'));
  await page.close();
  child.removeAllListeners('exit');
  child.kill();
  rmSync(root, { recursive: true });
  console.log('the preview followed an edit, a mistake and its mending');
}
