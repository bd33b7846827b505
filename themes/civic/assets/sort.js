// Tables that are sorted by their heads, and all issues of a notice as one table with a choice of state and unit. Without this
// script the page is the same lists in the order of the notice.
(function () {
  var script = document.currentScript;
  if (!script || !window.Intl || !Intl.Collator) { return; }
  var STATES = ['done_ongoing', 'done', 'basically_done', 'blocked', 'in_progress', 'not_started', 'not_stated'];
  var FEW = 3;
  var collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  var wide = matchMedia('(min-width: 50rem)');

  function word(key) { return script.getAttribute('data-' + key) || ''; }
  function list(found) { return Array.prototype.slice.call(found); }
  function all(selector, root) { return list((root || document).querySelectorAll(selector)); }
  function make(name, properties, children) {
    var e = Object.assign(document.createElement(name), properties);
    (children || []).forEach(function (child) { e.appendChild(child); });
    return e;
  }

  // What is done is said to those who do not see it.
  var said = document.querySelector('main').appendChild(make('p', { className: 'unseen' }));
  said.setAttribute('role', 'status');

  // A day by its date, a state by its place among states, `2/3` as a share, all else as words.
  function value(cell) {
    var time = cell.querySelector('time');
    if (time) { return time.getAttribute('datetime'); }
    var badge = cell.querySelector('.badge');
    if (badge) { return STATES.indexOf(badge.className.replace(/^.*\bs-/, '')); }
    var text = cell.textContent.trim();
    var number = /^(\d+)(?:\/(\d+))?$/.exec(text);
    return number ? number[1] / (number[2] || 1) : text;
  }

  // What has no value stands last, whichever way.
  function compare(a, b, way) {
    if (a.value === '' || b.value === '') { return (a.value === '') - (b.value === '') || a.at - b.at; }
    var order = typeof a.value === 'number' && typeof b.value === 'number' ? a.value - b.value : collator.compare(a.value, b.value);
    return order * way || a.at - b.at;
  }

  function rows(table) { return all('tbody > tr', table); }
  function heads(table) { return list(table.tHead.rows[0].cells); }

  function sort(table, column) {
    var head = heads(table)[column];
    var way = head.getAttribute('aria-sort') === 'ascending' ? -1 : 1;
    table.kept = table.kept || rows(table).map(function (row) { return { row: row, body: row.parentNode }; });
    var order = table.kept.map(function (kept, at) { return { row: kept.row, at: at, value: value(kept.row.cells[column]) }; });
    order.sort(function (a, b) { return compare(a, b, way); });
    var body = table.tBodies[0];
    order.forEach(function (kept) { body.appendChild(kept.row); });
    heads(table).forEach(function (other) { other.removeAttribute('aria-sort'); });
    head.setAttribute('aria-sort', way > 0 ? 'ascending' : 'descending');
    said.textContent = word(way > 0 ? 'up' : 'down').replace('%s', head.textContent);
  }

  // Puts the rows back where the lists have them.
  function restore(table) {
    (table.kept || []).forEach(function (kept) { kept.body.appendChild(kept.row); });
    table.kept = null;
    heads(table).forEach(function (head) { head.removeAttribute('aria-sort'); });
  }

  // On a phone the heads of a list are not shown, so nobody shall get lost in them by keyboard.
  function reach() {
    all('.sort').forEach(function (button) { button.tabIndex = wide.matches || button.closest('.every') ? 0 : -1; });
  }

  function sortable(table) {
    heads(table).forEach(function (head, column) {
      if (rows(table)[0].cells[column].className === 'wide') { return; }
      var button = make('button', { type: 'button', className: 'sort', textContent: head.textContent });
      button.onclick = function () { sort(table, column); };
      head.textContent = '';
      head.appendChild(button);
    });
  }

  all('main table.stack').forEach(function (table) {
    if (rows(table).length >= FEW) { sortable(table); }
  });

  // What a link leads to is opened before it is scrolled to, and all is opened for paper: where browsers do neither by themselves.
  function open(e) {
    for (; e; e = e.parentElement) { if (e.tagName === 'DETAILS') { e.open = true; } }
  }
  function reveal(hash) {
    var target = hash.length > 1 && document.getElementById(hash.slice(1));
    if (!target || !target.closest('details:not([open])')) { return; }
    open(target);
    target.scrollIntoView();
  }
  window.addEventListener('hashchange', function () { reveal(location.hash); });
  reveal(location.hash);
  var shut = [];
  window.addEventListener('beforeprint', function () {
    shut = all('main details:not([open])');
    shut.forEach(open);
  });
  window.addEventListener('afterprint', function () { shut.forEach(function (e) { e.open = false; }); });

  var lists = document.getElementById('issues');
  if (lists && rows(lists).length > FEW) { oneTable(); }
  reach();
  if (wide.addEventListener) { wide.addEventListener('change', reach); }

  // All issues of the notice; their rows are those of the lists, which get them back.
  function oneTable() {
    var sections = list(lists.children);
    var units = unitsOf();
    var taken = [];
    var by = {};
    var button = make('button', { type: 'button', textContent: word('one'), onclick: function () { show(every.hidden); } });
    var bar = make('p', { className: 'choices' });
    var found = make('p', { className: 'meta' });
    var table = make('table', { className: 'issues stack every' });
    var frame = make('div', { className: 'table', tabIndex: 0 }, [table]);
    var every = make('section', { hidden: true }, [
      make('h2', { id: 'every', textContent: word('all') }), make('div', { className: 'search' }, [bar]), found, frame,
    ]);
    found.setAttribute('role', 'status');
    frame.setAttribute('role', 'group');
    frame.setAttribute('aria-labelledby', 'every');
    lists.insertBefore(make('p', { className: 'search' }, [button]), sections[0]);
    lists.appendChild(every);

    // The units of an issue are those of its measures, which the page lists by unit.
    function unitsOf() {
      var of = {};
      all('#measures > details').forEach(function (section) {
        var name = section.querySelector('h3');
        all('a', section).forEach(function (link) {
          var issue = link.getAttribute('href').split('#')[0];
          of[issue] = of[issue] || [];
          if (name && of[issue].indexOf(name.textContent) < 0) { of[issue].push(name.textContent); }
        });
      });
      return of;
    }

    function badge(section) {
      return document.querySelector('.figures .s-' + section.id.slice(2).replace(/-/g, '_'));
    }

    function take() {
      sections.forEach(function (section) {
        var state = badge(section);
        all('table', section).forEach(restore);
        rows(section).forEach(function (row) {
          var late = row.querySelector('.late');
          var of = units[row.querySelector('a').getAttribute('href')] || [];
          var more = [];
          if (state) { more.push(make('td', {}, [state.cloneNode(true)])); }
          if (Object.keys(units).length > 0) { more.push(make('td', { textContent: of.join(word('and')) })); }
          if (of.length > 0) { more[more.length - 1].setAttribute('data-l', word('unit')); }
          taken.push({ row: row, body: row.parentNode, more: more, units: of, states: [state, late].map(text) });
        });
      });
    }

    function text(e) { return e ? e.textContent : ''; }

    function fill() {
      var stated = Boolean(badge(sections[0]));
      var more = [];
      if (stated) { more.push(make('th', { className: 'c-state', scope: 'col', textContent: word('state') })); }
      if (taken[0].more.length > more.length) { more.push(make('th', { className: 'c-unit', scope: 'col', textContent: word('unit') })); }
      var head = heads(sections[0].querySelector('table')).map(function (cell) {
        return make('th', { className: cell.className, scope: 'col', textContent: cell.textContent });
      });
      table.appendChild(make('thead', {}, [make('tr', {}, head.slice(0, 1).concat(more, head.slice(1)))]));
      var body = table.appendChild(make('tbody'));
      taken.forEach(function (kept) {
        kept.more.forEach(function (cell) { kept.row.insertBefore(cell, kept.row.cells[kept.more.indexOf(cell) + 1]); });
        body.appendChild(kept.row);
      });
      sortable(table);
    }

    function give() {
      taken.forEach(function (kept) {
        kept.more.forEach(function (cell) { kept.row.removeChild(cell); });
        kept.row.hidden = false;
        kept.body.appendChild(kept.row);
      });
      taken = [];
      table.textContent = '';
      table.kept = null;
    }

    // States as the lists have them, then what is late; units by their names.
    function choices() {
      var states = [0, 1].reduce(function (found, at) {
        return found.concat(taken.map(function (kept) { return kept.states[at]; }));
      }, []);
      var names = taken.reduce(function (found, kept) { return found.concat(kept.units); }, []);
      choice('states', word('state'), unique(states));
      choice('units', word('unit'), unique(names).sort(collator.compare));
      bar.hidden = bar.childNodes.length === 0;
    }

    function unique(words) {
      return words.filter(function (text, at) { return text && words.indexOf(text) === at; });
    }

    function choice(key, label, names) {
      if (names.length < 2) { return; }
      by[key] = make('select', { onchange: filter }, [new Option(word('any'), '')].concat(names.map(function (name) { return new Option(name, name); })));
      bar.appendChild(make('label', { textContent: label + ' ' }, [by[key]]));
    }

    function filter() {
      var shown = taken.filter(function (kept) {
        var fits = Object.keys(by).every(function (key) { return !by[key].value || kept[key].indexOf(by[key].value) >= 0; });
        kept.row.hidden = !fits;
        return fits;
      });
      found.textContent = word('shown').replace('%n', shown.length);
    }

    function show(one) {
      if (one !== every.hidden) { return; }
      if (one) {
        take();
        fill();
        if (bar.childNodes.length === 0) { choices(); }
        filter();
      } else {
        give();
      }
      sections.forEach(function (section) { section.hidden = one; });
      every.hidden = !one;
      button.textContent = word(one ? 'lists' : 'one');
      reach();
    }

    // Who follows a number to its list finds the list, as it was.
    function follow(hash) {
      var target = hash.length > 1 && document.getElementById(hash.slice(1));
      if (!target || target === lists || !lists.contains(target)) { return; }
      show(false);
      if (target.closest('table')) { restore(target.closest('table')); }
    }
    document.addEventListener('click', function (event) {
      var link = event.target.closest('a[href^="#"]');
      if (link) { follow(link.getAttribute('href')); }
    });
    window.addEventListener('hashchange', function () { follow(location.hash); });
  }
}());
