// The search against a plain reading of the same texts: what it lists is just what has the phrase, whole and in order.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { questions } from './fetched.mjs';

/** The texts as the scripts hand them over, read without the page's own code. */
export function record(site) {
  const texts = new Map();
  for (const file of readdirSync(join(site, 'search')).filter((f) => /^t\d+\.js$/.test(f))) {
    const text = readFileSync(join(site, 'search', file), 'utf8');
    for (const issue of JSON.parse(text.slice(text.indexOf(',') + 1, text.lastIndexOf(')')))) {
      texts.set(issue[0], issue[4].map((p) => narrow(p[1])));
    }
  }
  return texts;
}

const narrow = (text) => text.replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/　/g, ' ').toLowerCase();

/** A day as pages print it. */
const printed = (word) => word.replace(/^(\d{4})[-/](\d+)[-/](\d+)$/, (_, y, m, d) => `${y}年${Number(m)}月${Number(d)}日`)
  .replace(/(^|\D)0(\d)(?=[月日])/g, '$1$2');

export async function search({ browser, base, site, fault }) {
  const texts = record(site);
  const all = [...texts.values()].flat().filter((t) => t.length > 8);
  const phrases = [];
  for (let n = 0; n < 60; n += 1) {
    const text = all[(n * 131) % all.length];
    const length = [1, 2, 3, 4, 7][n % 5];
    const phrase = text.slice((n * 7) % (text.length - length), ((n * 7) % (text.length - length)) + length).trim();
    if (phrase) { phrases.push(phrase, [...phrase].reverse().join('')); }
  }
  phrases.push('２０２６年', 'ＣＳＶ', '没有这样的话');
  phrases.push(...questions(texts, 30).filter((q) => q.includes(' ')), ' 整改　措施 ', '2026-11-19', '2026/1/5', '11月05日');
  const page = await browser.newPage();
  page.on('pageerror', (error) => fault(`search: ${error.message}`));
  await page.goto(`${base}/search/`);
  for (const phrase of phrases) {
    const words = narrow(phrase).split(' ').filter((word) => word !== '').map(printed);
    const want = [...texts].filter(([, own]) => words.every((word) => own.some((t) => t.includes(word)))).map(([href]) => href).sort();
    await page.fill('#q', phrase);
    await page.press('#q', 'Enter');
    await page.waitForFunction(() => document.getElementById('count').textContent !== '');
    while (await page.isVisible('#more')) {
      await page.evaluate(() => { document.getElementById('count').textContent = ''; });
      await page.click('#more');
      await page.waitForFunction(() => document.getElementById('count').textContent !== '');
    }
    const got = (await page.$$eval('#hits h2 a', (links) => links.map((a) => a.getAttribute('href')))).sort();
    if (JSON.stringify(got) !== JSON.stringify(want)) { fault(`search for ${phrase}: ${got.length} found, ${want.length} have it`); }
    const marks = await page.$$eval('#hits mark', (m) => m.map((e) => e.textContent));
    const wrong = marks.map(narrow).find((m) => (words.length === 1 ? m !== words[0] : !words.some((word) => m.includes(word))));
    if (wrong !== undefined) { fault(`search for ${phrase} marks ${wrong}`); }
    const cards = await page.$$eval('#hits > li', (all) => all.map((li) => [...li.querySelectorAll('mark')].map((m) => m.textContent).join(' ')));
    const unmarked = cards.find((card) => !words.every((word) => narrow(card).includes(word)));
    if (unmarked !== undefined) { fault(`search for ${phrase} marks only ${unmarked} in an issue`); }
    if (want.length > 0 && marks.length === 0) { fault(`search for ${phrase} marks nothing`); }
  }
  await page.fill('#q', '水');
  await page.click('#filters summary');
  await page.waitForFunction(() => document.getElementById('by-states').options.length > 1);
  await page.selectOption('#by-states', { label: '受阻' });
  await page.waitForFunction(() => document.getElementById('count').textContent !== '');
  const states = await page.$$eval('#hits .badge', (b) => b.map((e) => e.textContent.trim()));
  if (states.length === 0 || states.some((s) => s !== '受阻')) { fault(`search: the filter by state shows ${states}`); }
  await page.close();
  console.log(`${phrases.length} phrases searched, each held against the texts`);
}
