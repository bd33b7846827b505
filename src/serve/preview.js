// Follows the files of a preview: reloads the page when the site was made anew, and shows what is wrong with them.
(() => {
  'use strict';
  const own = document.currentScript;
  const place = 'gongkai ' + location.pathname;
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));
  let site = Number(own.dataset.site);
  let told = 0;

  const kept = sessionStorage.getItem(place);
  if (kept !== null) {
    sessionStorage.removeItem(place);
    addEventListener('load', () => scrollTo(0, Number(kept)));
  }

  function show(news) {
    document.getElementById('gongkai-preview')?.remove();
    if (news.problems === '') return;
    const panel = document.createElement('aside');
    panel.id = 'gongkai-preview';
    panel.setAttribute('role', 'alert');
    panel.classList.toggle('refused', news.refused);
    const close = document.createElement('button');
    close.type = 'button';
    close.textContent = '×';
    close.addEventListener('click', () => panel.remove());
    const text = document.createElement('pre');
    text.textContent = news.problems;
    panel.append(close, text);
    document.body.append(panel);
  }

  async function follow() {
    for (;;) {
      try {
        const answer = await fetch(`/.gongkai/news?site=${site}&told=${told}`, { cache: 'no-store' });
        if (!answer.ok) throw new Error(answer.statusText);
        const news = await answer.json();
        if (news.site !== site) {
          sessionStorage.setItem(place, String(scrollY));
          location.reload();
          return;
        }
        if (news.told !== told) show(news);
        told = news.told;
      } catch {
        // The preview was ended. It may be started again.
        await pause(1000);
      }
    }
  }
  follow();
})();
