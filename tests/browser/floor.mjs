// The floor that docs/server.md states: browsers of the turn to 2021 (Chromium 87, Safari 14.1), among them old viewers in
// WeChat. Scripts are read by a parser of ECMAScript 5; what those browsers do not know is taken out of the styles, and the
// pages still show all they hold.

import { parse } from 'acorn';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** In selectors and conditions, and in declarations; by the tables of MDN. */
const LATER = /:has\(|:is\(|:where\(|::details-content|:target-current|\(scripting|@layer|@container|@property|@starting-style/;
const LATER_WORDS = /text-wrap|color-mix\(|light-dark\(|aspect-ratio|accent-color|scroll-target-group|\d[dsl]v[hw]|oklch\(|subgrid/;
const LATER_CALLS = ['replaceAll', 'at', 'flat', 'flatMap', 'matchAll', 'fromEntries', 'checkVisibility', 'structuredClone'];

/** A style sheet as such a browser understands it. */
export function older(css) {
  let out = '';
  for (let rest = css.replace(/\/\*[^]*?\*\//g, ''); rest.includes('{');) {
    const start = rest.indexOf('{');
    const head = rest.slice(0, start).trim();
    let [end, depth] = [start, 0];
    do { depth += { '{': 1, '}': -1 }[rest[end]] ?? 0; end += 1; } while (depth > 0 && end < rest.length);
    const body = rest.slice(start + 1, end - 1);
    rest = rest.slice(end);
    if (LATER.test(head)) { continue; }
    const known = body.split(';').filter((d) => !LATER_WORDS.test(d)).join(';');
    out += `${head} {${head.startsWith('@media') || head.startsWith('@supports') ? older(body) : known}}\n`;
  }
  return out;
}

/** Every script below a folder. */
function scripts(folder) {
  return readdirSync(folder).map((name) => join(folder, name)).flatMap((path) => {
    if (statSync(path).isDirectory()) { return scripts(path); }
    return path.endsWith('.js') ? [path] : [];
  });
}

export async function floor({ browser, base, site, kinds, fault }) {
  const all = scripts(site);
  for (const path of all) {
    const text = readFileSync(path, 'utf8');
    try { parse(text, { ecmaVersion: 5 }); } catch (error) { fault(`${path}: no ECMAScript 5: ${error.message}`); }
    const call = LATER_CALLS.find((name) => text.includes(`.${name}(`));
    if (call) { fault(`${path}: ${call}() came after the floor`); }
  }
  for (const width of [320, 1280]) {
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    await context.route('**/*.css', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, body: older(await answer.text()) });
    });
    await context.addInitScript(() => { CSS.supports = () => false; });
    const page = await context.newPage();
    page.on('pageerror', (error) => fault(`at the floor: ${error.message}`));
    for (const [kind, path] of Object.entries(kinds)) {
      await page.goto(base + path);
      const over = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
      if (over > 0) { fault(`${kind} at the floor: ${over} px too wide at ${width}`); }
      const unseen = await page.evaluate(() => [...document.querySelectorAll('main h1, main h2, main p, main a')].filter((e) =>
        !e.closest('details:not([open]), [hidden]') && e.textContent.trim() && !e.checkVisibility({ opacityProperty: true, visibilityProperty: true })).length);
      if (unseen > 0) { fault(`${kind} at the floor: ${unseen} places are not seen at ${width}`); }
      if (kind === 'notice' && width === 1280 && await page.locator('.toc a:visible').count() < 5) { fault('a notice at the floor: its contents are closed'); }
    }
    await context.close();
  }
  console.log(`${all.length} scripts and ${Object.keys(kinds).length} kinds of page hold at the floor`);
}
