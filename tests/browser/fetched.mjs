// How much a reader fetches until the first issue that was searched for stands on the page: `node fetched.mjs SITE…`, with the
// folders of built sites. Phrases are taken from the texts by their place alone: stretches of two to eight characters, days, and
// two words with a blank between them. Each is searched on a page of its own, from a server and, for every tenth,
// from the disk. The page and its style, which every page has, are not counted; the script of the search is.

import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { record } from './search.mjs';
import { serve } from './site.mjs';

/** What is asked: words as they stand in the texts. */
export function questions(texts, many) {
  const words = [...texts.values()].flat().flatMap((text) => text.split(' ')).filter((word) => [...word].length > 8);
  const days = [...texts.values()].flat().flatMap((text) => text.match(/\d{4}年\d+月\d+日/g) ?? []);
  const out = [];
  for (let n = 0; n < many; n += 1) {
    const word = [...words[(n * 7919) % words.length]];
    const length = [2, 3, 4, 6, 8][n % 5];
    const from = (n * 13) % (word.length - length + 1);
    out.push(word.slice(from, from + length).join(''));
    if (n % 4 === 0 && days.length > 0) { out.push(days[(n * 7919) % days.length]); }
    if (n % 4 === 1) { out.push(both([...texts.values()][(n * 7919) % texts.size], n)); }
  }
  return [...new Set(out)].filter((question) => question !== '');
}

/** Two words of one issue, from different ends of it. */
function both(text, n) {
  const words = text.flatMap((t) => t.split(' ')).filter((word) => [...word].length > 4);
  if (words.length === 0) { return ''; }
  const part = (word) => [...word].slice(n % 3, (n % 3) + 2).join('');
  return `${part(words[n % words.length])} ${part(words[words.length - 1])}`;
}

/** Notes which scripts there are at the moment at which the first issue is shown. */
const WATCH = () => {
  const look = () => {
    if (window.fetchedFirst === undefined && document.querySelector('#hits li')) {
      window.fetchedFirst = [...document.scripts].map((script) => script.src).filter((src) => /search/.test(src));
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
};

/** The bytes that one question takes until its first answer; null where it has none. */
async function ask(context, site, base, question) {
  const page = await context.newPage();
  await page.goto(`${base}?q=${encodeURIComponent(question)}`);
  await page.waitForFunction(() => window.fetchedFirst || document.getElementById('count').textContent !== '');
  const scripts = await page.evaluate('window.fetchedFirst');
  await page.close();
  if (!scripts) { return null; }
  const size = (src) => {
    const file = src.startsWith('file:') ? fileURLToPath(src) : join(site, decodeURIComponent(new URL(src).pathname));
    return statSync(file).size;
  };
  return { question, bytes: scripts.map(size).reduce((sum, n) => sum + n, 0) };
}

/** The figures of a site: what each question took, the least first, and what was found nowhere. */
export async function fetched({ browser, site, many }) {
  const { base, close } = await serve(site, true);
  const context = await browser.newContext();
  await context.addInitScript(WATCH);
  const all = [];
  const faults = [];
  for (const [n, question] of questions(record(site), many).entries()) {
    const one = await ask(context, site, `${base}/search/`, question);
    if (one === null) { faults.push(`${question} is found nowhere`); } else { all.push(one); }
    const disk = n % 10 === 0 ? await ask(context, site, pathToFileURL(join(site, 'search', 'index.html')).href, question) : one;
    if (disk?.bytes !== one?.bytes) { faults.push(`${question}: ${one?.bytes} bytes from a server, ${disk?.bytes} from the disk`); }
  }
  await context.close();
  close();
  all.sort((a, b) => a.bytes - b.bytes);
  return { all, middle: all[Math.floor(all.length / 2)].bytes, most: all[all.length - 1], faults };
}

/** A browser for it. */
export const launch = () => chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const browser = await launch();
  for (const site of process.argv.slice(2)) {
    const meta = readFileSync(join(site, 'search', 'meta.js'), 'utf8');
    const issues = /"documents":(\d+)/.exec(meta)[1];
    const { all, middle, most, faults } = await fetched({ browser, site, many: 120 });
    console.log(`${site}: ${issues} issues, ${all.length} questions: ${(middle / 1000).toFixed(1)} kB until the first answer in the middle, ${(most.bytes / 1000).toFixed(1)} kB at most (${all.slice(-3).map((one) => one.question).join('; ')})`);
    for (const fault of faults) { console.log(`FAULT ${fault}`); process.exitCode = 1; }
  }
  await browser.close();
}
