// What people meet in a real browser: `node run.mjs GONGKAI CONTENT`. Every kind of page passes every rule of axe-core at three widths,
// light, dark and printed; nothing hangs over the edge, at twice the size of text neither; the main ways are walked by keyboard
// alone; contents stand beside a notice; tables are sorted, folds opened; the search finds what a plain reading of the text finds; no word of the record runs as a script. All under the policy that
// docs/server.md recommends.

import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { chromium } from 'playwright-core';
import { build, pages, port, serve } from './site.mjs';
import { contents } from './contents.mjs';
import { floor } from './floor.mjs';
import { folds } from './folds.mjs';
import { fetched } from './fetched.mjs';
import { hostile } from './hostile.mjs';
import { preview } from './preview.mjs';
import { search } from './search.mjs';
import { tables } from './tables.mjs';

const [, , gongkai, content] = process.argv;
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const faults = [];
const fault = (text) => { faults.push(text); console.log(`FAULT ${text}`); };

// What axe cannot decide by itself, and why it is right: circled numerals, which it takes for pictures, and numbers of one digit
// have the colour of the text around them; what lies in a part that scrolls by itself is hidden by its edge until it is scrolled.
const EXPLAINED = { 'color-contrast': ['nonBmp', 'shortTextContent'] };

async function isExplained(page, rule, node) {
  const why = node.any[0]?.data?.messageKey;
  // The shade at the edge of what scrolls: tests/contrast.rs holds texts against it where it is darkest.
  if (rule === 'color-contrast' && why === 'bgGradient') {
    return page.evaluate((at) => document.querySelector(at).closest('.table, .top ul') !== null, node.target[0]);
  }
  if (rule === 'color-contrast' && why === 'elmPartiallyObscured') {
    return page.evaluate((at) => {
      for (let e = document.querySelector(at); e; e = e.parentElement) {
        if (e.scrollWidth > e.clientWidth || e.scrollHeight > e.clientHeight) {
          if (['auto', 'scroll'].includes(getComputedStyle(e).overflowX)) { return true; }
        }
      }
      return false;
    }, node.target[0]);
  }
  return EXPLAINED[rule]?.includes(why) ?? false;
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const at = await port();
const site = build(gongkai, content, (root, run) => {
  const settings = join(root, 'content/site.yaml');
  // The page for unknown addresses links by whole addresses, since it is shown anywhere.
  writeFileSync(settings, readFileSync(settings, 'utf8').replace(/^base_url:.*$/m, `base_url: "http://127.0.0.1:${at}/"`));
  run('edition', '2026-water', '--date', '2026-11-21', '--yes');
  // An edition needs something new.
  const head = join(root, 'content/notices/2026-water/notice.yaml');
  writeFileSync(head, readFileSync(head, 'utf8').replace('next_update_due: 2026-12-31', 'next_update_due: 2027-01-31'));
  run('edition', '2026-water', '--date', '2026-11-23', '--yes', '--note', '更正一处数字');
});
const { base, close } = await serve(site, true, at);

const KINDS = {
  home: '/', notice: '/notices/2026-water/', issue: '/notices/2026-water/issues/sluice-hoists-rusted/',
  'notice progress': '/notices/2026-water/progress/', progress: '/progress/', units: '/units/', unit: '/units/slj/', statuses: '/status/', status: '/status/in-progress/',
  updates: '/updates/', edition: '/notices/2026-water/editions/2026-11-21/', editions: '/notices/2026-water/editions/',
  'late issue': '/notices/2025-propaganda/issues/village-speakers-relapse/', 'issue list': '/issues/overdue/', 'missing page': '/404.html', 'prose page': '/about/', search: '/search/?q=%E6%B0%B4', data: '/data/',
};
const LOOKS = [
  [320, 'light', 'screen'], [768, 'light', 'screen'], [1280, 'light', 'screen'],
  [320, 'dark', 'screen'], [768, 'dark', 'screen'], [1280, 'dark', 'screen'],
  // The width of A4 between its margins, and others that a browser may print at.
  [320, 'light', 'print'], [680, 'light', 'print'], [1280, 'light', 'print'],
];

async function open(path, width = 1280, scheme = 'light', media = 'screen') {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: scheme, bypassCSP: false });
  page.on('pageerror', (error) => fault(`${path}: ${error.message}`));
  page.on('console', (message) => { if (message.type() === 'error') { fault(`${path}: ${message.text()}`); } });
  await page.emulateMedia({ media, colorScheme: scheme });
  await page.goto(base + path);
  if (path.startsWith('/search/?')) { await page.waitForSelector('#hits li'); }
  return page;
}

let checked = 0;
for (const [kind, path] of Object.entries(KINDS)) {
  for (const [width, scheme, media] of LOOKS) {
    const page = await open(path, width, scheme, media);
    const where = `${kind} at ${width} px, ${scheme}, ${media}`;
    const found = await page.evaluate(`${AXE}; axe.run(document, { resultTypes: ['violations', 'incomplete'] })`);
    for (const rule of found.violations) {
      fault(`${where}: ${rule.id}: ${rule.help}: ${rule.nodes.slice(0, 2).map((n) => n.html.slice(0, 160)).join(' | ')}`);
    }
    for (const rule of found.incomplete) {
      const open = [];
      for (const node of rule.nodes) {
        if (!await isExplained(page, rule.id, node)) { open.push(node); }
      }
      if (open.length > 0) { fault(`${where}: undecided ${rule.id}: ${open.slice(0, 2).map((n) => `${n.any[0]?.data?.messageKey} ${n.html.slice(0, 160)}`).join(' | ')}`); }
    }
    const over = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    if (over > 0 && !(media === 'print' && width < 680)) { fault(`${where}: ${over} px too wide`); }
    checked += 1;
    await page.close();
  }
  const large = await open(path, 640);
  await large.evaluate("document.documentElement.style.fontSize = '200%'");
  const over = await large.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  if (over > 0) { fault(`${kind} with text at 200%: ${over} px too wide`); }
  await large.close();
  const phone = await open(path, 360);
  const head = await phone.evaluate(() => {
    const low = [...document.querySelectorAll('.top a, .top button')].filter((e) => e.getBoundingClientRect().height < 44);
    return { title: document.querySelector('h1').getBoundingClientRect().top, low: low.map((e) => e.textContent) };
  });
  if (head.title > 150) { fault(`${kind} on a phone: its title begins at ${head.title} px`); }
  if (head.low.length > 0) { fault(`${kind} on a phone: hard to hit: ${head.low.join(', ')}`); }
  await phone.click('.top button');
  const wide = await phone.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  if (wide > 0) { fault(`${kind} in large print on a phone: ${wide} px too wide`); }
  await phone.close();
}
console.log(`${checked} looks at ${Object.keys(KINDS).length} kinds of page`);

// By keyboard alone: past the menu, to a notice, to an issue, to the telephone.
{
  const page = await open('/');
  const focused = () => page.evaluate(() => {
    const e = document.activeElement;
    const style = getComputedStyle(e);
    return { text: e.textContent.trim(), href: e.getAttribute('href') ?? '', seen: style.outlineStyle !== 'none' || style.boxShadow !== 'none' };
  });
  const tab = async (want) => {
    for (let n = 0; n < 120; n += 1) {
      await page.keyboard.press('Tab');
      const at = await focused();
      if (!at.seen && at.href) { fault(`by keyboard: nothing shows the focus on ${at.text}`); }
      if (want(at)) { return; }
    }
    fault(`by keyboard: ${want} is not reached from ${page.url()}`);
  };
  await page.keyboard.press('Tab');
  if ((await focused()).href !== '#main') { fault('the first stop is not the way past the menu'); }
  await page.keyboard.press('Enter');
  await tab((at) => at.href.includes('2026-water/') && !at.href.includes('progress'));
  await Promise.all([page.waitForURL('**/2026-water/'), page.keyboard.press('Enter')]);
  await tab((at) => at.href.includes('sluice-hoists-rusted'));
  await Promise.all([page.waitForURL('**/sluice-hoists-rusted/'), page.keyboard.press('Enter')]);
  await tab((at) => at.href.startsWith('tel:'));
  await page.close();
}

// The switch for large print holds on the next page, and turns back.
{
  const context = await browser.newContext();
  const page = await context.newPage();
  const size = () => page.evaluate('parseFloat(getComputedStyle(document.documentElement).fontSize)');
  await page.goto(`${base}/`);
  const usual = await size();
  await page.click('.top button');
  await page.goto(`${base}/progress/`);
  const large = await size();
  if (large < usual * 1.4) { fault(`large print is ${large} px where ${usual} is usual`); }
  await page.click('.top button');
  if (await size() !== usual) { fault('large print does not turn back'); }
  await context.close();
}

// Valid HTML, by a reader that shares nothing with what wrote it.
{
  const validate = new HtmlValidate({ extends: ['html-validate:standard'], rules: { 'no-trailing-whitespace': 'off', 'no-inline-style': 'error' } });
  const all = pages(site);
  for (const path of all) {
    const report = await validate.validateString(readFileSync(join(site, path), 'utf8'));
    for (const m of report.results.flatMap((r) => r.messages).slice(0, 3)) { fault(`${path}:${m.line}: ${m.ruleId}: ${m.message}`); }
  }
  console.log(`${all.length} pages of valid HTML`);
}

await contents({ browser, base, path: KINDS.notice, fault });
await tables({ browser, base, path: '/notices/2025-propaganda/progress/', axe: AXE, fault });
await folds({ browser, base, path: '/notices/2025-propaganda/progress/', fault });
await floor({ browser, base, site, kinds: KINDS, fault });
await search({ browser, base, site, fault });
{
  const { all, middle, most, faults: wrong } = await fetched({ browser, site, many: 40 });
  wrong.forEach(fault);
  console.log(`${all.length} questions: ${middle} bytes until the first answer in the middle, ${most.bytes} at most (${most.question})`);
}
close();
await hostile({ browser, gongkai, fault });
await preview({ browser, tool: gongkai, content, fault });
await browser.close();
if (faults.length > 0) { console.log(`${faults.length} faults`); process.exit(1); }
console.log('no fault');
