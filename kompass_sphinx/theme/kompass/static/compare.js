/* Evaluations side by side, as the address says: ?e=helsingborg/2014&e=tingsryd/2019. The markup and the texts are
   in templates/compare.html, the figures in the script twins of the evaluations' JSON. */
"use strict";
(function () {
  const root = document.querySelector("[data-kompass-compare]");
  const part = (name) => root.querySelector(`[data-part=${name}]`);
  const picker = part("picker");
  const [municipalities, years] = picker.querySelectorAll("select");
  const most = 4;
  const heading = document.querySelector("h1");
  const headingText = heading.firstChild.data;
  const { title } = document;
  const { lang } = document.documentElement;
  const natural = new Intl.Collator(lang, { numeric: true });
  const figure = new Intl.NumberFormat(lang).format;
  const withSign = new Intl.NumberFormat(lang, { signDisplay: "always" }).format;
  const signed = (value) => (value ? withSign(value) : "±0");

  const rows = new Map(); /* all evaluations by id */
  let constant; /* data/compare.js */
  let shown; /* ids */

  const parts = (...some) => some.flat(Infinity).filter(Boolean);
  const split = (some, test) => [some.filter(test), some.filter((one) => !test(one))];

  /* A template with values in place of {name}: as text, never as markup. */
  function made(name, values = {}) {
    const copy = root.querySelector(`[data-name=${name}]`).content.cloneNode(true);
    const filled = (text) => text.replace(/{([\w-]+)}/g, (_, key) => values[key] ?? "");
    for (const element of [copy, ...copy.querySelectorAll("*")]) {
      const { if: condition, slot } = element.dataset ?? {};
      if (condition && !values[condition.replace("!", "")] !== condition.startsWith("!")) element.remove();
      else if (slot) element.replaceWith(...parts(values[slot]));
      for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) node.data = filled(node.data);
      for (const { name, value } of element.attributes ?? []) {
        if (value.includes("{")) element.setAttribute(name.replace("data-set-", ""), filled(value));
      }
    }
    return copy;
  }

  const text = (name, values) => made(name, values).textContent;
  const titles = (some) => new Intl.ListFormat(lang).format(some.map((one) => one.title));
  const addressOf = (ids) => "?" + ids.map((id) => "e=" + id).join("&");
  const pageOf = (id) => root.dataset.page.replace("{id}", id);
  const editionsOf = (some) => [...new Set(some.map((one) => one.edition))];

  /* An evaluation's JSON, its areas by theme and its figures by sub-question. More than two have no look of their own. */
  function evaluation(json, index, { length }) {
    const areas = json.areas ?? [];
    const answers = areas.flatMap((area) => area.questions ?? []);
    const look = length > 2 ? "" : ["filled", "outlined"][index];
    return {
      ...json,
      index,
      look,
      [look]: true,
      title: rows.get(json.id).title,
      themes: constant.editions[json.edition].themes,
      results: Object.fromEntries(areas.map((area) => [area.theme, area])),
      answers: Object.fromEntries(answers.map((one) => [one.number, one])),
      hasAnswers: answers.length,
      hasPoints: areas.some((area) => area.points != null),
    };
  }

  /* Number and name in the first one's edition, and in those where they differ. */
  function names(some, formOf) {
    const [own, ...others] = editionsOf(some).map((edition) => ({ edition, ...formOf(edition) }));
    const also = others.filter((one) => one.number !== own.number || one.name !== own.name);
    return { number: own.number, name: own.name, also: also.map((one) => made("also", one)) };
  }

  function head(one) {
    const { median, n } = constant.editions[one.edition].total;
    const known = one.total != null;
    return made("head", {
      ...one, n, href: pageOf(one.id), county: one.municipality.county, group: one.municipality.group_2023,
      total: known && figure(one.total), median: median != null && figure(median),
      difference: known && median != null && signed(one.total - median), again: one.first === false,
    });
  }

  function comparability(chosen) {
    const editions = editionsOf(chosen).sort();
    if (editions.length > 1) {
      const rules = constant.rules.filter((one) => one.earlier >= editions[0] && one.later <= editions.at(-1));
      const of = (edition) => chosen.filter((one) => one.edition === edition);
      return made("caution", {
        editions: editions.map((edition) => made("edition", { edition, titles: titles(of(edition)) })),
        rules: rules.map((one) => made("rule", one)),
        steps: rules.length >= editions.length,
      });
    }
    const [one, other, ...more] = chosen;
    const known = one.total != null && other.total != null;
    return made("same", {
      edition: editions, two: !more.length, one: one.title, other: other.title,
      difference: !more.length && known && signed(one.total - other.total),
    });
  }

  /* Bars of one or two are one figure; more have a line and a name each. */
  function bars(columns, figures) {
    const percents = figures.map((one) => one.bar?.toString());
    if (!percents.some(Boolean)) return [];
    if (columns[0].look) return made("bars", Object.fromEntries(columns.map((one, index) => [one.look, percents[index]])));
    return made("named-bars", { bars: columns.map(({ title }, index) => made("bar", { ...figures[index], title, percent: percents[index] })) });
  }

  /* A column for each evaluation and, within one edition, for the median and for the difference of two. */
  function table(name, columns, lines, values) {
    const isOne = editionsOf(columns).length === 1;
    const withMedian = isOne && lines.some((line) => line.median);
    const withDifference = isOne && columns.length === 2 && columns[0].look;
    return made(name, {
      ...values,
      wide: isOne ? "" : "compare-wide",
      columns: [
        columns.map((one) => made("column", { title: one.title, edition: !isOne && one.edition })),
        withMedian && made("median-column"),
        withDifference && made("difference-column", values),
      ],
      rows: lines.map((line) => made("row", {
        ...line,
        bars: bars(columns, line.figures),
        cells: [
          line.figures.map((one, index) => made("cell", {
            ...one, title: columns[index].title, kind: one.known ? "strong " + columns[index].look : "missing",
          })),
          withMedian && made("median-cell", line.median),
          withDifference && made("difference-cell", { difference: difference(...line.figures) }),
        ],
      })),
    });
  }

  const difference = (one, other) => (one.value == null || other.value == null ? "–" : signed(one.value - other.value));
  const medianOf = ({ median, n }, write = figure) => ({ median: median != null && write(median), n });
  const missing = () => ({ text: text("missing") });

  function areas(chosen, linked) {
    const [columns, without] = split(chosen, (one) => one.hasPoints);
    const isOne = editionsOf(columns).length === 1;
    const lines = constant.themes.map((theme) => ({
      ...names(chosen, (edition) => constant.editions[edition].themes[theme]),
      href: linked[theme] && "#" + theme,
      glyph: made("glyph-" + theme),
      median: isOne && medianOf(columns[0].themes[theme]),
      figures: columns.map(function (one) {
        const value = one.results[theme]?.points;
        if (value == null) return missing();
        return { text: figure(value), value, bar: value, known: true, quiet: !isOne && text("own-median", medianOf(one.themes[theme])) };
      }),
    }));
    const legend = columns.length > 1 && columns[0].look && columns.map((one) => made("legend", one));
    return made("areas", {
      body: [
        columns.length && table("areas-table", columns, lines, { legend }),
        without.length && made("no-areas", { titles: titles(without) }),
      ],
    });
  }

  /* Sub-questions, each with its form in every edition: one that is the same as one of the edition before joins it. */
  function lineage(columns) {
    const found = new Map();
    for (const edition of editionsOf(columns).sort()) {
      for (const theme of constant.themes) {
        for (const question of constant.editions[edition].themes[theme].questions) {
          const forms = found.get(question.same) ?? {};
          forms[edition] = { ...question, theme };
          found.set(`${edition}/${question.number}`, forms);
        }
      }
    }
    return [...new Set(found.values())].map(function (forms) {
      const having = columns.filter((one) => forms[one.edition]);
      return {
        ...forms[having[0].edition], ...names(having, (edition) => forms[edition]),
        having, isBeside: having.length > 1 || columns.length === 1,
        figures: columns.map((one) => result(one, forms[one.edition])),
      };
    }).sort((one, other) => natural.compare(one.number, other.number));
  }

  const percentText = (percent) => text("percent", { number: figure(percent) });

  function result(one, question) {
    if (!question) return { text: text("absent", one) };
    const { points, percent } = one.answers[question.number] ?? {};
    if (percent != null) return { text: percentText(percent), value: percent, bar: percent, known: true };
    if (points == null) return missing();
    const bar = question.maximum && points / question.maximum * 100;
    return { text: text("points", { points: figure(points) }), bar, known: true };
  }

  /* Sub-questions that two or more have are on one line, the others under their own edition. */
  function questions(theme, area, columns, all) {
    const here = all.filter((one) => one.theme === theme && one.figures.some((it) => it.known));
    const [beside, apart] = split(here, (one) => one.isBeside);
    const hasMedian = beside.some((one) => one.median != null);
    const lines = beside.map((one) => ({ ...one, median: hasMedian && medianOf(one, percentText) }));
    const lists = columns.map(function (one, index) {
      const items = apart.filter((line) => line.having[0] === one);
      return items.length && made("apart-column", { ...one, items: items.map((line) => made("apart-item", { ...line, ...line.figures[index] })) });
    });
    return [lines.length && table("questions-table", columns, lines, { area }), apart.length && made("apart", { columns: lists })];
  }

  /* By sub-question, what is about the whole area last. */
  function findings(one, theme, kind) {
    const items = [...one.results[theme]?.[kind] ?? []];
    items.sort((a, b) => !a.question - !b.question || natural.compare(a.question, b.question));
    return made(kind, {
      ...one,
      any: items.length,
      items: items.map(function (item, index) {
        const start = !index || items[index - 1].question !== item.question;
        const question = one.themes[theme].questions.find((it) => it.number === item.question);
        return made("finding", {
          ...item, href: `${pageOf(one.id)}#${item.id}`, start: start ? "group-start" : "", hidden: start ? "" : "visually-hidden",
          name: start && !one.answers[item.question] && question?.name,
        });
      }),
    });
  }

  function details(chosen) {
    const [columns, without] = split(chosen, (one) => one.hasAnswers);
    const all = lineage(columns);
    const found = {};
    for (const theme of constant.themes) {
      const own = names(chosen, (edition) => constant.editions[edition].themes[theme]);
      const [strengths, improvements] = ["strengths", "improvements"].map((kind) =>
        chosen.some((one) => one.results[theme]?.[kind]) && chosen.map((one) => findings(one, theme, kind)));
      const body = parts(
        questions(theme, own.name, columns, all),
        strengths && made("columns", { columns: strengths }),
        improvements && made("folded", { columns: improvements }),
      );
      if (body.length) found[theme] = made("theme", { ...own, theme, glyph: made("large-glyph-" + theme), body });
    }
    const body = [without.length && made("no-questions", { titles: titles(without) }), Object.values(found)];
    return { linked: found, section: made("questions", { body, any: columns.length }) };
  }

  const rest = () => [...rows.values()].filter((row) => !shown.includes(row.id));

  function offer() {
    const slugs = new Map(rest().map((row) => [row.slug, row.name]));
    municipalities.length = 1;
    municipalities.append(...[...slugs].map(([slug, name]) => new Option(name, slug)));
    offerYears();
  }

  function offerYears() {
    const own = rest().filter((row) => row.slug === municipalities.value).reverse();
    years.replaceChildren(...own.map((row) => new Option(text("option", { ...row, total: row.total != null && figure(row.total) }), row.id)));
    years.disabled = !own.length;
  }

  function next({ id }) {
    const own = rows.get(id);
    const [same, unlike] = split(rest(), (row) => row.slug === own.slug);
    const alike = unlike.filter((row) => row.edition === own.edition && constant.groups[row.slug] === constant.groups[own.slug]).slice(0, 6);
    const links = (some) => some.length && some.map((row) => made("link", { ...row, href: addressOf([id, row.id]) }));
    return made("alone", { same: links(same.reverse()), alike: links(alike) });
  }

  async function show() {
    const wanted = [...new Set(new URLSearchParams(location.search).getAll("e"))];
    const [known, unknown] = split(wanted, (id) => rows.has(id));
    const ids = known.slice(0, most);
    if (ids.join() === shown?.join()) return; /* only the anchor is new */
    shown = ids;
    const loaded = await Promise.allSettled(ids.map((id) => kompass.load(`evaluations/${id}.js`)));
    if (shown !== ids) return; /* gone on meanwhile */
    const chosen = loaded.flatMap((one) => one.value ?? []).map(evaluation);
    const any = chosen.length;
    const list = titles(chosen);
    const name = any ? text("title", { titles: list }) : headingText;
    heading.firstChild.data = any > 1 ? list : name;
    document.title = title.replace(headingText, () => name);

    const complaint = (name, ids) => ids.length && made(name, { titles: titles(ids.map((id) => rows.get(id) ?? { title: id })) });
    part("status").replaceChildren(made("shown", {
      titles: list,
      complaints: [
        complaint("unknown", unknown),
        complaint("too-many", known.slice(most)),
        complaint("lost", ids.filter((_, index) => !loaded[index].value)),
      ],
    }));
    part("heads").replaceChildren(...parts(
      any > 1 && comparability(chosen),
      any ? made("heads", { heads: chosen.map(head) }) : made("start"),
      any === 1 && next(chosen[0]),
      ids.length === most && made("full"),
    ));
    const { linked, section } = any ? details(chosen) : {};
    part("figures").replaceChildren(...parts(any && [areas(chosen, linked), section]));
    picker.hidden = ids.length === most;
    offer();
  }

  function choose(ids) {
    history.pushState(null, "", addressOf(ids));
    return show();
  }

  picker.addEventListener("submit", async function (event) {
    event.preventDefault();
    await choose([...shown, years.value]);
    if (picker.hidden) heading.focus();
  });
  municipalities.addEventListener("change", offerYears);

  /* The focus goes on to the next one's button. */
  root.addEventListener("click", async function ({ target }) {
    const id = target.closest("[data-remove]")?.dataset.remove;
    if (!id) return;
    const index = shown.indexOf(id);
    await choose(shown.filter((one) => one !== id));
    const buttons = root.querySelectorAll("[data-remove]");
    (buttons[index] ?? buttons[index - 1] ?? municipalities).focus();
  });

  Promise.all([kompass.load("data/evaluations.js"), kompass.load("data/compare.js")]).then(async function ([list, data]) {
    for (const [slug, name, year, edition, total] of list) {
      const id = `${slug}/${year}`;
      rows.set(id, { id, slug, name, year, edition, total, title: `${name} ${year}` });
    }
    constant = data;
    heading.tabIndex = -1;
    window.addEventListener("popstate", show);
    await show();
    document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, () => {}); /* the page says where else to look */
})();
