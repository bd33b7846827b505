/* Search in the browser. The scripts under search/ hold, for each pair of neighbouring characters, the issues that have it,
   and the texts of the issues. An issue is shown only where the whole phrase stands in one of its passages. Scripts load
   from a disk as well as from a site; nothing is sent anywhere. */
(function () {
  "use strict";
  var AT_A_TIME = 10;
  var AROUND = 36;
  var ALPHABET = "0123456789abcdefghijklmnopqrstuvABCDEFGHIJKLMNOPQRSTUVWXYZ+-*!.,";
  var form = document.getElementById("search");
  var field = document.getElementById("q");
  var count = document.getElementById("count");
  var hits = document.getElementById("hits");
  var more = document.getElementById("more");
  var filters = document.getElementById("filters");
  var kinds = ["notices", "units", "states"];

  /* What the scripts hand over, by kind and key; each is asked for once. */
  var held = {};
  var asked = {};
  var gongkai = (window.gongkai = {});
  ["meta", "facets", "pairs", "texts"].forEach(function (kind) {
    gongkai[kind] = function (key, value) { held[kind + key] = value; };
  });

  function get(kind, key, file) {
    var name = kind + key;
    if (!asked[name]) {
      asked[name] = new Promise(function (done, failed) {
        var script = document.createElement("script");
        script.src = file + ".js";
        script.onload = function () { if (name in held) { done(held[name]); } else { failed(); } };
        script.onerror = function () { delete asked[name]; failed(); };
        document.head.appendChild(script);
      });
    }
    return asked[name];
  }

  /* A character as it is compared: the same rule as that by which the index was made. */
  function fold(c) {
    var code = c.codePointAt(0);
    if (code === 0x3000) { return " "; }
    if (code >= 0xff01 && code <= 0xff5e) { c = String.fromCodePoint(code - 0xfee0); }
    var small = c.toLowerCase();
    return Array.from(small).length === 1 ? small : c;
  }

  function folded(text) { return Array.from(text).map(fold); }

  /* Ascending numbers: steps in base 32, the lowest digit first. */
  function numbers(text) {
    var out = [];
    var last = 0;
    var step = 0;
    var unit = 1;
    for (var i = 0; i < text.length; i += 1) {
      var digit = ALPHABET.indexOf(text[i]);
      step += (digit % 32) * unit;
      unit *= 32;
      if (digit < 32) {
        last += step;
        out.push(last);
        step = 0;
        unit = 1;
      }
    }
    return out;
  }

  /* Documents of a pair, or of every pair that begins with a character: whether each has it in its title. */
  function documents(meta, first, second) {
    var code = first.codePointAt(0);
    var bucket = code % meta.buckets;
    var parts = 1 << Number(meta.cuts[bucket]);
    var wanted = [];
    for (var part = 0; part < parts; part += 1) {
      if (second === undefined || (second.codePointAt(0) & (parts - 1)) === part) { wanted.push(part); }
    }
    return Promise.all(wanted.map(function (part) {
      return get("pairs", bucket + "-" + part, "p" + bucket + "-" + part);
    })).then(function (tables) {
      var out = new Map();
      tables.forEach(function (table) {
        var pairs = second === undefined
          ? Object.keys(table).filter(function (pair) { return Array.from(pair)[0] === first; })
          : [first + second].filter(function (pair) { return pair in table; });
        pairs.forEach(function (pair) {
          numbers(table[pair]).forEach(function (n) {
            var at = Math.floor(n / 2);
            out.set(at, out.get(at) || n % 2 === 1);
          });
        });
      });
      return out;
    });
  }

  /* Issues that have pairs of a phrase, eight at most from its start to its end; those that have them in their title first. */
  function candidates(meta, phrase) {
    var pairs = [];
    var all = phrase.length - 1;
    var some = Math.min(all, 8);
    for (var i = 0; i < some; i += 1) {
      var at = some === 1 ? 0 : Math.round(i * (all - 1) / (some - 1));
      pairs.push([phrase[at], phrase[at + 1]]);
    }
    if (all === 0) { pairs.push([phrase[0], undefined]); }
    return Promise.all(pairs.map(function (pair) {
      return documents(meta, pair[0], pair[1]);
    })).then(function (all) {
      all.sort(function (a, b) { return a.size - b.size; });
      var inTitle = [];
      var others = [];
      all[0].forEach(function (title, at) {
        var has = all.every(function (one) { return one.has(at); });
        var titled = has && all.every(function (one) { return one.get(at); });
        if (has) { (titled ? inTitle : others).push(at); }
      });
      var up = function (a, b) { return a - b; };
      return inTitle.sort(up).concat(others.sort(up));
    });
  }

  /* What the filters leave; everything where none is set. */
  function chosen() {
    var set = kinds.map(function (kind) { return document.getElementById("by-" + kind).value; });
    if (set.every(function (value) { return value === ""; })) { return Promise.resolve(null); }
    return get("facets", "0", "facets").then(function (facets) {
      var left = null;
      kinds.forEach(function (kind, at) {
        if (set[at] === "") { return; }
        var own = new Set(numbers(facets[kind][Number(set[at])][1]));
        left = left === null ? own : new Set(Array.from(left).filter(function (n) { return own.has(n); }));
      });
      return left;
    });
  }

  function offer() {
    get("facets", "0", "facets").then(function (facets) {
      kinds.forEach(function (kind) {
        var select = document.getElementById("by-" + kind);
        if (select.options.length > 1) { return; }
        facets[kind].forEach(function (row, at) { select.add(new Option(row[0], String(at))); });
      });
    }).catch(broken);
  }

  /* Where a phrase stands in a text, in characters. */
  function places(text, phrase) {
    var own = folded(text);
    var out = [];
    for (var at = 0; at + phrase.length <= own.length; at += 1) {
      var same = true;
      for (var i = 0; same && i < phrase.length; i += 1) { same = own[at + i] === phrase[i]; }
      if (same) {
        out.push(at);
        at += phrase.length - 1;
      }
    }
    return out;
  }

  function marked(parent, text, found, length) {
    var own = Array.from(text);
    var from = Math.max(0, found[0] - AROUND);
    var to = Math.min(own.length, found[0] + length + AROUND);
    var at = from;
    if (from > 0) { parent.append("…"); }
    found.forEach(function (place) {
      if (place + length > to) { return; }
      parent.append(own.slice(at, place).join(""));
      var mark = document.createElement("mark");
      mark.textContent = own.slice(place, place + length).join("");
      parent.append(mark);
      at = place + length;
    });
    parent.append(own.slice(at, to).join(""));
    if (to < own.length) { parent.append("…"); }
  }

  function element(name, className, parent) {
    var made = document.createElement(name);
    if (className) { made.className = className; }
    parent.append(made);
    return made;
  }

  /* Shows an issue that has the phrase; says whether it has. */
  function show(issue, phrase) {
    var passages = issue[4].map(function (p) { return [p[0], p[1], places(p[1], phrase)]; });
    var found = passages.filter(function (p) { return p[2].length > 0; });
    if (found.length === 0) { return false; }
    var item = element("li", "card", hits);
    var line = element("p", "standing", item);
    element("span", "badge s-" + issue[2], line).textContent = issue[3];
    line.append(" ");
    element("span", "meta", line).textContent = issue[1];
    var link = element("a", "", element("h2", "", item));
    link.href = issue[0];
    if (passages[0][2].length > 0) {
      marked(link, passages[0][1], passages[0][2], phrase.length);
    } else {
      link.textContent = passages[0][1];
    }
    found.filter(function (p) { return p !== passages[0]; }).slice(0, 3).forEach(function (p) {
      var text = element("p", "", item);
      var within = p[0] === "" ? text : element("a", "passage", text);
      if (p[0] !== "") { within.href = issue[0] + "#" + p[0]; }
      marked(within, p[1], p[2], phrase.length);
    });
    return true;
  }

  /* The search that is under way; one that was overtaken stops. */
  var turn = 0;

  function ask() {
    var phrase = folded(field.value.replace(/\s+/g, " ").trim());
    turn += 1;
    var own = turn;
    hits.textContent = "";
    count.textContent = "";
    more.hidden = true;
    if (phrase.length === 0) { return; }
    get("meta", "0", "meta").then(function (meta) {
      return Promise.all([candidates(meta, phrase), chosen()]).then(function (both) {
        var left = both[1] === null ? both[0] : both[0].filter(function (at) { return both[1].has(at); });
        return page(own, meta, phrase, left, 0);
      });
    }).catch(function () { if (own === turn) { broken(); } });
  }

  /* Goes through the candidates one script of texts after the other until a page is full. */
  function page(own, meta, phrase, left, shown) {
    var full = shown + AT_A_TIME;
    function next(at) {
      if (own !== turn) { return Promise.resolve(); }
      if (at >= left.length || shown >= full) {
        say(shown, at < left.length);
        more.hidden = at >= left.length;
        more.onclick = function () {
          var first = hits.children.length;
          more.hidden = true;
          page(own, meta, phrase, left.slice(at), shown).then(function () {
            if (hits.children[first]) { hits.children[first].querySelector("a").focus(); }
          }).catch(broken);
        };
        return Promise.resolve();
      }
      var script = Math.floor(left[at] / meta.per);
      return get("texts", String(script), "t" + script).then(function (texts) {
        if (own === turn && show(texts[left[at] % meta.per], phrase)) { shown += 1; }
        return next(at + 1);
      });
    }
    return next(0);
  }

  function say(shown, isMore) {
    var words = shown === 0 ? form.dataset.none : isMore ? form.dataset.more : form.dataset.found;
    count.textContent = words.replace("%n", String(shown));
  }

  function broken() { count.textContent = form.dataset.broken; }

  /* The phrase stands in the address, so that a search can be passed on. */
  function keep() {
    var query = field.value === "" ? "" : "?q=" + encodeURIComponent(field.value);
    try { history.replaceState(null, "", location.pathname + query); } catch (refused) { return; }
  }

  var waiting = 0;
  function soon() {
    clearTimeout(waiting);
    waiting = setTimeout(function () { keep(); ask(); }, 200);
  }

  kinds.forEach(function (kind) {
    var select = document.getElementById("by-" + kind);
    select.add(new Option(form.dataset.any, ""));
    select.addEventListener("change", ask);
  });
  filters.addEventListener("toggle", offer);
  field.addEventListener("input", function (event) { if (!event.isComposing) { soon(); } });
  field.addEventListener("compositionend", soon);
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    clearTimeout(waiting);
    keep();
    ask();
  });
  form.hidden = false;
  var given = /[?&]q=([^&]*)/.exec(location.search);
  if (given) {
    try { field.value = decodeURIComponent(given[1].replace(/\+/g, " ")); } catch (damaged) { field.value = ""; }
    ask();
  }
})();
