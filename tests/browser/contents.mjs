// The contents of a notice: beside the text where there is room, with no script; a tap away wherever one reads on a phone.

const VISIBLE = (selector) => [...document.querySelectorAll(selector)].filter((e) => {
  const box = e.getBoundingClientRect();
  return e.checkVisibility({ contentVisibilityAuto: true }) && box.height > 0 && box.top < innerHeight && box.bottom > 0;
}).length;

export async function contents({ browser, base, path, fault }) {
  for (const javaScriptEnabled of [false, true]) {
    const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 1280, height: 900 } });
    const wide = await context.newPage();
    await wide.goto(`${base}${path}#i-sluice-hoists-rusted`);
    if (await wide.evaluate(VISIBLE, '.toc a') < 5) { fault(`contents beside the text, script ${javaScriptEnabled}: not in sight`); }
    const overlap = await wide.evaluate(() => document.querySelector('.toc').getBoundingClientRect().left < document.querySelector('.doc').getBoundingClientRect().right);
    if (overlap) { fault('contents beside the text: they lie over it'); }
    await wide.waitForTimeout(300);
    const marked = await wide.evaluate(() => document.querySelector('.toc a:target-current')?.getAttribute('href'));
    if (marked !== '#i-sluice-hoists-rusted') { fault(`contents beside the text: ${marked} is marked as what one reads`); }
    await context.close();

    const phone = await browser.newContext({ javaScriptEnabled, viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
    const page = await phone.newPage();
    await page.goto(`${base}${path}`);
    await page.evaluate('scrollTo(0, 4000)');
    if (await page.evaluate(VISIBLE, '.toc a') > 0) { fault('contents on a phone: open before anyone asked'); }
    const bar = await page.locator('.toc summary').boundingBox();
    if (bar.height < 44 || bar.y + bar.height > 741 || bar.y < 650) { fault(`contents on a phone: the bar is ${JSON.stringify(bar)}`); }
    await page.tap('.toc summary');
    if (await page.evaluate(VISIBLE, '.toc a') < 5) { fault('contents on a phone: a tap does not open them'); }
    await page.tap('.toc a[href="#i-riverbank-occupied"]');
    const at = await page.evaluate(() => document.getElementById('i-riverbank-occupied').getBoundingClientRect().top);
    if (at < 0 || at > 100) { fault(`contents on a phone: a tap leads to ${at} px from the top`); }
    const left = await page.evaluate(VISIBLE, '.toc a');
    if (javaScriptEnabled && left > 0) { fault('contents on a phone: they stay over what was chosen'); }
    await phone.close();
  }
}
