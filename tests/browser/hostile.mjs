// No word of a record is ever more than a word: strings that would run stand in every field, and stay text.

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pages, serve, write } from './site.mjs';

const EVIL = '<script>window.hit=1</script><img src=x onerror=window.hit=2><svg onload=window.hit=3>"\'>';
const y = JSON.stringify(EVIL);
const FILES = {
  'content/site.yaml': `format: 1\ntitle: ${y}\nbase_url: https://gongkai.example.com/\nicp: ${y}\npolice_record: ${y}\nsite_id: ${y}\n` +
    `contact: {phone: ${y}, email: ${y}, address: ${y}, hours: ${y}}\nopen_data: {licence: ${y}}\nunits: [{id: u, name: ${y}, aliases: [${y}]}]\n`,
  'content/notices/n/notice.yaml': `title: ${y}\nissuer: ${y}\ndate: 2026-01-05\ninspection: {by: ${y}, feedback: 2025-06-01}\n` +
    `contact: {phone: ${y}, email: ${y}, address: ${y}, hours: ${y}}\noutline: [{id: a, heading: ${y}}]\nopening: opening.md\n`,
  'content/notices/n/opening.md': `${EVIL.replace(/</g, '\\<')}\n`,
  'content/notices/n/issues/1.yaml': `id: x\ntitle: ${y}\nunder: a\noriginal: ${y}\ngoal: ${y}\nlead: ${y}\ntext: ${y}\ncompletion: ${y}\ndue: 2026-03-01\n` +
    `extensions: [{on: 2026-02-01, to: 2026-04-01, why: ${y}}]\nclosed: {date: 2026-05-01, by: ${y}, document: ${y}}\n` +
    `reopened: [{on: 2026-06-01, why: ${y}}]\nlook_back: [{date: 2026-07-01, by: ${y}, finding: ${y}, result: relapsed}]\n` +
    `measures:\n  - id: m1\n    unit: u\n    text: ${y}\n    updates:\n      - {id: u1, date: 2026-02-01, status: blocked, text: ${y}, evidence: [${y}]}\n`,
};

/** What no browser runs: the page described to machines. */
const DATA = 'application/ld+json';

function isJson(text) {
  try { JSON.parse(text); return true; } catch { return false; }
}

export async function hostile({ browser, gongkai, fault }) {
  const root = write(FILES);
  execFileSync(gongkai, ['-C', root, 'build', '--as-of', '2026-11-24'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const site = join(root, 'public');
  let seen = 0;
  for (const policy of [true, false]) {
    const { base, close } = await serve(site, policy);
    for (const path of [...pages(site), 'search/index.html?q=onload']) {
      const page = await browser.newPage();
      // A page that leads on is looked at before it does.
      await page.route('**/index.html', async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: (await response.text()).replace(/<meta http-equiv="refresh"[^>]*>/, '') });
      });
      page.on('dialog', (dialog) => { fault(`${path}: a dialog`); dialog.dismiss(); });
      await page.goto(`${base}/${path}`);
      if (path.includes('?q=')) {
        await page.waitForSelector('#hits li');
        if (!(await page.textContent('#hits')).includes('onerror')) { fault('search: the text is not shown whole'); }
      }
      if (await page.evaluate('window.hit')) { fault(`${path}: a word of the record ran`); }
      const made = await page.locator(`img[src=x], svg[onload], script:not([src]):not([type="${DATA}"])`).count();
      if (made > 0) { fault(`${path}: ${made} elements made of words`); }
      const said = await page.locator(`script[type="${DATA}"]`).allTextContents();
      if (said.length > 1 || !said.every(isJson)) { fault(`${path}: what is said to machines was cut short`); }
      seen += 1;
      await page.close();
    }
    close();
  }
  const { base, close } = await serve(site, true);
  const page = await browser.newPage();
  await page.goto(`${base}/notices/n/issues/x/`);
  const text = await page.textContent('main');
  const times = text.split(EVIL).length - 1;
  if (times < 14) { fault(`the page of the issue has ${times} of the texts whole`); }
  close();
  console.log(`${seen} pages of hostile words, ${times} on the page of the issue, none of which ran`);
}
