// The measures of a long notice are folded up by unit: a number leads into a fold without a script, paper shows all of it, and the
// page is no longer than a phone can bear. Where a style cannot open a fold for paper, the script does.

export async function folds({ browser, base, path, fault }) {
  const shown = (page) => page.evaluate(() => [...document.querySelectorAll('.unit li')].filter((e) => e.checkVisibility()).length);
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled });
    const page = await context.newPage();
    const told = (what) => fault(`folds ${javaScriptEnabled ? 'with' : 'without'} script: ${what}`);
    await page.goto(base + path);
    const long = await page.evaluate('document.documentElement.scrollHeight');
    if (long > 12200) { told(`the page is ${long} px long on a phone`); }
    if (await shown(page) > 0) { told('measures are not folded up'); }
    const link = page.locator('[aria-labelledby=units] .part').nth(1);
    const count = Number((await link.textContent()).match(/\d+/)[0]);
    const list = (await link.getAttribute('href')).slice(1);
    await link.click();
    await page.waitForTimeout(100);
    const top = (await page.locator(`[id="${list}"]`).boundingBox())?.y ?? -1;
    if (top < 0 || top > 740 || await page.locator(`[id="${list}"] > li`).count() !== count) { told(`a number does not lead to its ${count} measures`); }
    await page.emulateMedia({ media: 'print' });
    const all = await page.locator('.unit li').count();
    if (await shown(page) !== all) { told(`paper shows ${await shown(page)} of ${all} measures`); }
    await context.close();
  }
  const page = await browser.newPage();
  await page.goto(base + path);
  const opened = (event) => page.evaluate((name) => { window.dispatchEvent(new Event(name)); return document.querySelectorAll('.unit[open]').length; }, event);
  const [before, after] = [await opened('beforeprint'), await opened('afterprint')];
  if (before < 2 || after !== 0) { fault(`folds: ${before} are open on paper, ${after} after it`); }
  await page.close();
}
