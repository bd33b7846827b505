// Tables sorted by keyboard, each way, by what their cells mean; all issues as one table, with a choice; numbers still lead to lists.

const column = (page, table, at) => page.evaluate(([table, at]) => [...document.querySelectorAll(`${table} tbody tr`)]
  .filter((row) => !row.hidden).map((row) => row.cells[at].querySelector('time')?.dateTime ?? row.cells[at].textContent.trim()), [table, at]);
const isSorted = (values, compare) => values.every((v, i) => i === 0 || compare(values[i - 1], v) <= 0);
const share = (text) => { const [n, of] = text.split('/'); return n / of; };

export async function tables({ browser, base, path, axe, fault }) {
  for (const width of [1280, 360]) {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    const told = (what) => fault(`tables at ${width} px: ${what}`);
    page.on('pageerror', (error) => told(error.message));
    page.on('console', (message) => { if (message.type() === 'error') { told(message.text()); } });
    await page.goto(base + path);
    const press = async (button) => { await page.focus(button); await page.keyboard.press('Enter'); };
    const lists = await column(page, '#issues table', 0);

    await press('#issues .search button');
    const every = await column(page, '.every', 0);
    if (every.join() !== lists.join()) { told('one table holds other issues than the lists'); }
    const heads = await page.$$eval('.every th[scope=col]', (cells) => cells.map((cell) => cell.textContent));
    const at = (name) => heads.indexOf(name);
    const orders = [
      ['完成时限', (a, b) => (a === '') - (b === '') || a.localeCompare(b)],
      ['措施完成', (a, b) => share(a) - share(b)],
      ['责任单位', new Intl.Collator('zh', { numeric: true }).compare],
      ['整改状态', (a, b) => ['已完成并长期坚持', '已完成', '基本完成', '受阻', '正在整改', '未启动', '未标注'].reduce((order, name) => order || (b === name) - (a === name), 0)],
    ];
    for (const [name, compare] of orders) {
      const head = `.every th:nth-child(${at(name) + 1})`;
      for (const [way, words] of [['ascending', `已按${name}升序排列`], ['descending', `已按${name}降序排列`]]) {
        await press(`${head} button`);
        const values = (await column(page, '.every', at(name))).filter((v) => way === 'ascending' || v !== '');
        if (!isSorted(values, way === 'ascending' ? compare : (a, b) => compare(b, a))) { told(`${name}, ${way}: ${values.join(' ')}`); }
        if (await page.getAttribute(head, 'aria-sort') !== way) { told(`${name}: nothing says ${way}`); }
        if (!(await page.textContent('main > [role=status]')).includes(words)) { told(`${name}: ${words} is not said`); }
      }
    }
    if (await page.locator('.every [aria-sort]').count() !== 1) { told('two columns say that they are sorted by'); }
    if (await page.evaluate(() => document.activeElement.textContent) !== '整改状态') { told('sorting loses the place of the keyboard'); }

    const found = await page.evaluate(`${axe}; axe.run('#issues', { resultTypes: ['violations'] })`);
    for (const rule of found.violations) { told(`${rule.id}: ${rule.nodes[0].html.slice(0, 160)}`); }
    const over = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
    if (over > 0) { told(`one table is ${over} px too wide`); }
    const low = await page.$$eval('.every .sort, #issues .search :is(button, select)', (all) => all.filter((e) => e.getBoundingClientRect().height < 44).map((e) => e.textContent));
    if (low.length > 0) { told(`hard to hit: ${low.join(', ')}`); }

    await page.selectOption('#issues select', '逾期');
    const late = await column(page, '.every', at('完成时限'));
    const said = await page.textContent('#issues [role=status]');
    if (late.length === 0 || late.length !== await page.locator('#overdue tbody tr').count() || said !== `列出${late.length}个问题`) { told(`a choice shows ${late.length} and says ${said}`); }

    // Back among lists, as they were, by a number that leads to one.
    await page.click('.figures a[href="#s-done-ongoing"]');
    if (!await page.isVisible('#s-done-ongoing') || await page.isVisible('.every')) { told('a number does not lead to its list'); }
    if ((await column(page, '#issues table', 0)).join() !== lists.join()) { told('the lists are not as they were'); }
    await page.close();
  }
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(base + path);
  if (await page.locator('#issues tbody tr').count() < 40 || await page.locator('main button').count() > 0) { fault('tables without script: not the lists alone'); }
  await context.close();
}
