/* Search in the browser. Scripts hold, for each pair of neighbouring characters and each day, the issues that have it, and
   the texts. An issue is shown only where every word stands whole in a passage. Nothing is sent anywhere. */
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

  /* What stands between blanks is a word; a day may be there as pages print days as well. */
  function askedFor(text) {
    var words = text.split(/[\s\u3000]+/).filter(function (word) { return word !== ""; });
    var once = words.filter(function (word, at) { return words.indexOf(word) === at; });
    return once.map(function (word) {
      var narrow = folded(word).join("");
      var all = [narrow, narrow.replace(/(^|\D)0(\d)(?=[月日])/g, "$1$2")];
      var day = /^(\d{4})([-\/.])(\d{1,2})\2(\d{1,2})$/.exec(narrow);
      var month = day && form.dataset.months.split(" ")[Number(day[3]) - 1];
      if (month) {
        all.push(form.dataset.day.replace("%y", day[1]).replace("%m", month).replace("%d", String(Number(day[4]))));
      }
      return all.filter(function (one, at) { return all.indexOf(one) === at; }).map(folded);
    });
  }

  function isDigit(c) { return c >= "0" && c <= "9"; }

  function digits(own, at, step, most) {
    var out = "";
    for (; isDigit(own[at]) && out.length < most; at += step) { out = step < 0 ? own[at] + out : out + own[at]; }
    return out;
  }

  /* The day and month at a 月: their keys, and from where to where they go. */
  function day(own, at) {
    var after = digits(own, at + 1, 1, 2);
    var before = digits(own, at - 1, -1, 9);
    var from = at - before.length;
    var year = before !== "" && before.length < 3 && own[from - 1] === "年" && isDigit(own[from - 2]) ? own[from - 2] : "";
    /* A digit at the very end may be half of a number. */
    var half = after.length === 1 && at + 2 === own.length;
    var pairs = [];
    var add = function (code, beside) { pairs.push([String.fromCodePoint(0x100000 + code), beside]); };
    if (half && before !== "") { add(30000 + Number(after), own[at - 1]); }
    if (year !== "" && (after === "" || half)) { add(20000 + Number(before), year); }
    if (after !== "" && !half) {
      add((year === "" ? 0 : Number(before) * 100) + Number(after), year || (before === "" ? "月" : own[at - 1]));
    }
    if (year !== "") { from -= 1 + digits(own, from - 2, -1, 9).length; }
    var to = at + after.length + (own[at + after.length + 1] === "日" ? 1 : 0);
    return { from: from, to: to, pairs: pairs };
  }

  /* The digits after a year, where no month tells more. */
  function afterYear(own, at) {
    var after = digits(own, at + 1, 1, 2);
    if (after === "" || !isDigit(own[at - 1]) || own[at + after.length + 1] === "月") { return null; }
    var key = 0x100000 + after.length * 10000 + 30000 + Number(after);
    return { from: at - digits(own, at - 1, -1, 9).length, to: at + after.length, pairs: [[String.fromCodePoint(key), own[at - 1]]] };
  }

  /* The pairs by which a word is looked up: its days, and so many pairs of the rest, from its start to its end. A single letter
     or digit beside other words is left to the texts. */
  function pairsOf(own, most, alone) {
    var out = [];
    var covered = [];
    own.forEach(function (c, at) {
      var found = c === "月" ? day(own, at) : c === "年" ? afterYear(own, at) : null;
      if (found === null || found.pairs.length === 0) { return; }
      out = out.concat(found.pairs);
      for (var i = found.from; i <= found.to; i += 1) { covered[i] = true; }
    });
    var rest = [];
    for (var i = 0; i + 1 < own.length; i += 1) {
      if (own[i] !== " " && own[i + 1] !== " " && !(covered[i] && covered[i + 1])) { rest.push([own[i], own[i + 1]]); }
    }
    var some = Math.min(rest.length, most);
    for (i = 0; i < some; i += 1) {
      out.push(rest[some === 1 ? 0 : Math.round(i * (rest.length - 1) / (some - 1))]);
    }
    if (own.length === 1 && (alone || own[0] > "\u007f")) { out.push([own[0], undefined]); }
    return out;
  }

  /* Issues that have each of some pairs: whether they have all in their title. */
  function withAll(meta, pairs) {
    return Promise.all(pairs.map(function (pair) {
      return documents(meta, pair[0], pair[1]);
    })).then(both);
  }

  function both(all) {
    return all.reduce(function (a, b) {
      var out = new Map();
      a.forEach(function (title, at) {
        if (b.has(at)) { out.set(at, title && b.get(at)); }
      });
      return out;
    });
  }

  function either(all) {
    var out = new Map();
    all.forEach(function (one) {
      one.forEach(function (title, at) { out.set(at, out.get(at) || title); });
    });
    return out;
  }

  /* Issues that may have every word; those that have them in their title first. */
  function candidates(meta, words) {
    var most = Math.max(2, Math.floor((meta.documents < 500 ? 6 : 8) / words.length));
    var lookedUp = words.map(function (forms) {
      return forms.map(function (own) { return pairsOf(own, most, words.length === 1); });
    }).filter(function (forms) { return forms.every(function (pairs) { return pairs.length > 0; }); });
    if (lookedUp.length === 0) {
      lookedUp = [words[0].map(function (own) { return pairsOf(own, most, true); })];
    }
    return Promise.all(lookedUp.map(function (forms) {
      return Promise.all(forms.map(function (pairs) { return withAll(meta, pairs); })).then(either);
    })).then(both).then(function (found) {
      var inTitle = [];
      var others = [];
      found.forEach(function (title, at) { (title ? inTitle : others).push(at); });
      var up = function (a, b) { return a - b; };
      return inTitle.sort(up).concat(others.sort(up));
    });
  }

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

  /* Where each word stands in a text, in characters: a list of stretches a word. */
  function places(text, words) {
    var own = folded(text);
    return words.map(function (forms) {
      var out = [];
      forms.forEach(function (form) {
        for (var at = 0; at + form.length <= own.length; at += 1) {
          var same = true;
          for (var i = 0; same && i < form.length; i += 1) { same = own[at + i] === form[i]; }
          if (same) {
            out.push([at, at + form.length]);
            at += form.length - 1;
          }
        }
      });
      return out;
    });
  }

  function merged(stretches) {
    var out = [];
    stretches.sort(function (a, b) { return a[0] - b[0]; }).forEach(function (one) {
      var last = out[out.length - 1];
      if (last && one[0] < last[1]) { last[1] = Math.max(last[1], one[1]); } else { out.push(one.slice()); }
    });
    return out;
  }

  function marked(parent, text, found) {
    var own = Array.from(text);
    var first = found.filter(function (all) { return all.length > 0; }).map(function (all) { return all[0]; });
    var shown = merged(first.map(function (at) {
      return [Math.max(0, at[0] - AROUND), Math.min(own.length, at[1] + AROUND)];
    }));
    var marks = merged([].concat.apply([], found));
    shown.forEach(function (part) {
      var at = part[0];
      if (at > 0) { parent.append("…"); }
      marks.forEach(function (place) {
        if (place[0] < part[0] || place[1] > part[1]) { return; }
        parent.append(own.slice(at, place[0]).join(""));
        var mark = document.createElement("mark");
        mark.textContent = own.slice(place[0], place[1]).join("");
        parent.append(mark);
        at = place[1];
      });
      parent.append(own.slice(at, part[1]).join(""));
    });
    if (shown[shown.length - 1][1] < own.length) { parent.append("…"); }
  }

  function element(name, className, parent) {
    var made = document.createElement(name);
    if (className) { made.className = className; }
    parent.append(made);
    return made;
  }

  function has(all) { return all.length > 0; }

  /* The passages to show: those with a word that nothing above shows, and others up to three. */
  function chosenOf(passages, inTitle) {
    var shown = inTitle.map(has);
    var found = passages.slice(1).filter(function (p) { return p[2].some(has); });
    var first = found.filter(function (p) {
      var isNew = p[2].some(function (all, word) { return has(all) && !shown[word]; });
      p[2].forEach(function (all, word) { shown[word] = shown[word] || has(all); });
      return isNew;
    });
    var others = found.filter(function (p) { return first.indexOf(p) < 0; }).slice(0, Math.max(0, 3 - first.length));
    return found.filter(function (p) { return first.indexOf(p) >= 0 || others.indexOf(p) >= 0; });
  }

  function show(issue, words) {
    var passages = issue[4].map(function (p) { return [p[0], p[1], places(p[1], words)]; });
    var hasAll = words.every(function (forms, word) {
      return passages.some(function (p) { return has(p[2][word]); });
    });
    if (!hasAll) { return false; }
    var item = element("li", "card", hits);
    var line = element("p", "standing", item);
    element("span", "badge s-" + issue[2], line).textContent = issue[3];
    line.append(" ");
    element("span", "meta", line).textContent = issue[1];
    var link = element("a", "", element("h2", "", item));
    link.href = issue[0];
    if (passages[0][2].some(has)) {
      marked(link, passages[0][1], passages[0][2]);
    } else {
      link.textContent = passages[0][1];
    }
    chosenOf(passages, passages[0][2]).forEach(function (p) {
      var text = element("p", "", item);
      var within = p[0] === "" ? text : element("a", "passage", text);
      if (p[0] !== "") { within.href = issue[0] + "#" + p[0]; }
      marked(within, p[1], p[2]);
    });
    return true;
  }

  /* The search that is under way; one that was overtaken stops. */
  var turn = 0;

  function ask() {
    var words = askedFor(field.value);
    turn += 1;
    var own = turn;
    hits.textContent = "";
    count.textContent = "";
    more.hidden = true;
    if (words.length === 0) { return; }
    get("meta", "0", "meta").then(function (meta) {
      return Promise.all([candidates(meta, words), chosen()]).then(function (both) {
        var left = both[1] === null ? both[0] : both[0].filter(function (at) { return both[1].has(at); });
        return page(own, meta, words, left, 0);
      });
    }).catch(function () { if (own === turn) { broken(); } });
  }

  /* Goes through the candidates one script of texts after the other until a page is full. */
  function page(own, meta, words, left, shown) {
    var full = shown + AT_A_TIME;
    function next(at) {
      if (own !== turn) { return Promise.resolve(); }
      if (at >= left.length || shown >= full) {
        say(shown, at < left.length);
        more.hidden = at >= left.length;
        more.onclick = function () {
          var first = hits.children.length;
          more.hidden = true;
          page(own, meta, words, left.slice(at), shown).then(function () {
            if (hits.children[first]) { hits.children[first].querySelector("a").focus(); }
          }).catch(broken);
        };
        return Promise.resolve();
      }
      var script = Math.floor(left[at] / meta.per);
      return get("texts", String(script), "t" + script).then(function (texts) {
        if (own === turn && show(texts[left[at] % meta.per], words)) { shown += 1; }
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

  /* What was asked for stands in the address, so that a search can be passed on. */
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
