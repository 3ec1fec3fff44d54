/* The search of the whole site: municipalities first, then areas, sub-questions, examples and pages of prose. */
"use strict";
(function () {
  const { element, load, page, filled } = window.kompass;
  const MOST_SHOWN = 10;

  document.querySelectorAll("[data-kompass-search]").forEach(start);

  function start(root) {
    const messages = JSON.parse(root.dataset.messages);
    const resultMessages = JSON.parse(root.dataset.resultMessages);
    const editions = root.dataset.editions.split(" ");
    const form = root.querySelector("form");
    const field = form.elements.q;
    const status = root.querySelector('[data-part="status"]');
    const results = root.querySelector('[data-part="results"]');
    const ways = Array.from(results.children);
    const shards = [];
    let kinds = null;
    let registry = null;
    let preparing = null;
    let asked = 0;

    /* Fetches the engine and the lists; the examples are fetched while they are searched. */
    function prepare() {
      preparing ??= Promise.all([window.kompass.prepareSearch(), load("data/evaluations.js"), load("data/search/site.js")]).then(function ([found, evaluations, site]) {
        registry = found;
        kinds = kindsOf(evaluations, site);
      });
      preparing.catch(() => { preparing = null; });
      return preparing;
    }

    /* Each kind with its entries: the text that is searched, and what makes the entry's line. */
    function kindsOf(evaluations, site) {
      const { fold } = window.kompass.engine;
      const ofMunicipality = new Map();
      for (const [slug, , year, , total] of evaluations) ofMunicipality.set(slug, [...(ofMunicipality.get(slug) ?? []), { year, total }]);
      const hasPage = new Set(site.municipalities);
      const entry = (text, line) => ({ folded: fold(text), line });
      return {
        municipalities: registry.slugs.map(function (slug, index) {
          const known = ofMunicipality.get(slug) ?? [];
          return entry([registry.names[index], ...known.map(({ year }) => year)].join(" "), (marked) => municipalityLine(index, known, hasPage.has(slug), marked));
        }),
        areas: site.areas.map(([theme, name, others]) => entry([name, ...others].join(" "), (marked) => [
          element("p", { class: "result-title" }, element("a", { href: page("docs/areas/" + theme) }, ...marked(name))),
          element("p", { class: "result-source" }, ...(others.length ? marked(filled(messages.alsoCalled, { names: others.join("; ") })) : [])),
        ])),
        questions: site.questions.map(([edition, number, name]) => entry(`${number} ${name} ${edition}`, (marked) => [
          element("p", { class: "result-title" }, element("a", { href: page(`questions/${edition}/${number}`) }, ...marked(`${number} ${name}`)), " ", element("span", { class: "quiet" }, filled(messages.edition, { edition }))),
        ])),
        sections: site.sections.map(([name, anchor, pageTitle, title, text]) => entry(`${pageTitle} ${title} ${text}`, (marked) => [
          element("p", { class: "result-title" }, element("a", { href: page(name, anchor ? "#" + anchor : "") }, ...marked(anchor ? pageTitle + ": " + title : title))),
          element("p", { class: "result-source" }, ...marked(excerpt(text, marked))),
        ])),
      };
    }

    function municipalityLine(index, known, hasPage, marked) {
      const slug = registry.slugs[index];
      const name = marked(registry.names[index]);
      const years = known.flatMap(({ year, total }, position) => [
        position ? ", " : "",
        element("a", { href: page(`evaluations/${slug}/${year}`) }, String(year)),
        total === null ? "" : " (" + String(total).replace(".", ",") + ")",
      ]);
      const place = registry.counties[registry.county[index]] + " · " + registry.groups[registry.group[index]];
      return [
        element("p", { class: "result-title" }, element("b", {}, hasPage ? element("a", { href: page(`evaluations/${slug}/index`) }, ...name) : element("span", {}, ...name)), " ", element("span", { class: "quiet" }, place)),
        element("p", { class: "result-source" }, ...(known.length ? [messages.evaluations + " ", ...years] : [hasPage ? messages.noEvaluation : messages.unknown])),
      ];
    }

    /* Some words of a long text around the first hit. */
    function excerpt(text, marked) {
      const parts = marked(text);
      const start = parts.length > 1 && typeof parts[0] === "string" ? parts[0].length : 0;
      const from = start > 80 ? text.lastIndexOf(" ", start - 60) + 1 : 0;
      const short = text.slice(from, from + 180);
      return (from ? "… " : "") + (from + 180 < text.length ? short.slice(0, short.lastIndexOf(" ")) + " …" : short);
    }

    /* The entries of a kind that have all the words; those that begin with the first of them come first. */
    function matching(entries, words) {
      const { marksOf } = window.kompass.engine;
      const texts = entries.map((entry) => entry.folded);
      const marks = words.map(({ word, isForgiven }) => marksOf(texts, word, isForgiven));
      const found = entries.filter((_, index) => marks.every((mark) => mark[index]));
      const begins = (entry) => (words.length && entry.folded.startsWith(words[0].word) ? 0 : 1);
      return found.sort((one, other) => begins(one) - begins(other));
    }

    async function refresh() {
      const turn = (asked += 1);
      const query = field.value.trim();
      if (!query) {
        status.textContent = "";
        return results.replaceChildren(...ways);
      }
      try {
        if (!kinds) status.textContent = messages.loading;
        await prepare();
        if (turn !== asked) return;
        let found = show(query);
        while (found < MOST_SHOWN && shards.length < editions.length) {
          status.textContent += " " + messages.loading;
          const edition = editions[shards.length];
          const raw = await Promise.all([...Object.keys(resultMessages.themes), "utan-omrade"].map((theme) => load(`data/search/${theme}-${edition}.js`)));
          if (editions[shards.length] === edition) shards.push(raw.map((one) => window.kompass.engine.unpackShard(one, registry)));
          if (turn !== asked) return;
          found = show(query);
        }
      } catch {
        if (turn === asked) status.textContent = messages.failed;
      }
    }

    /* Shows what is found so far; gives the number of examples. */
    function show(query) {
      const { engine } = window.kompass;
      const examples = engine.search(shards.flat(), query, {}, registry);
      const words = engine.wordsOf(query).map(function ({ written, word }, position) {
        const isHere = Object.values(kinds).some((entries) => entries.some((entry) => entry.folded.includes(word)));
        return { written, word, isForgiven: !isHere && (shards.length ? examples.words[position].isForgiven : engine.mayForgive(word)) };
      });
      const { card, marked } = window.kompass.results(resultMessages, registry, words);
      const blocks = [];
      let total = 0;
      for (const { written, isForgiven } of words) if (isForgiven) blocks.push(element("p", { class: "hint" }, filled(messages.forgiven, { word: written })));
      for (const kind of ["municipalities", "areas", "questions", "examples", "sections"]) {
        const isExamples = kind === "examples";
        const found = isExamples ? [] : matching(kinds[kind], words);
        const number = isExamples ? examples.total : found.length;
        total += number;
        if (!number) continue;
        const items = isExamples ? examples.take(MOST_SHOWN).map(card) : found.slice(0, MOST_SHOWN).map((entry) => element("li", { class: "result" }, ...entry.line(marked)));
        const title = element("h2", { id: "h-" + kind }, messages[kind], " ", element("span", { class: "quiet" }, number));
        const block = element("div", { class: "section-body" }, element("ol", { class: "results" }, ...items));
        if (isExamples) block.append(element("p", {}, element("span", { class: "quiet" }, messages.examplesNote), " ", element("a", { href: page("docs/examples", "?" + new URLSearchParams({ q: query })) }, messages.allExamples)));
        else if (number > MOST_SHOWN) block.append(element("p", { class: "note" }, filled(messages.more, { n: number - MOST_SHOWN })));
        blocks.push(element("section", { class: "section", "aria-labelledby": "h-" + kind }, element("div", { class: "section-heading" }, title), block));
      }
      status.textContent = filled(total === 1 ? messages.hit : messages.hits, { n: total, query });
      results.replaceChildren(...blocks, ...(total ? [] : [element("p", {}, messages.tryLess), ...ways]));
      return examples.total;
    }

    function remember(isStep) {
      const query = field.value.trim();
      const address = location.pathname + (query ? "?" + new URLSearchParams({ q: query }) : "");
      if (address !== location.pathname + location.search) history[isStep ? "pushState" : "replaceState"](null, "", address);
    }

    function recall() {
      field.value = new URLSearchParams(location.search).get("q") ?? "";
      refresh();
    }

    form.addEventListener("submit", function (event) {
      event.preventDefault();
      remember(true);
      refresh();
    });
    field.addEventListener("input", function () { remember(false); refresh(); });
    field.addEventListener("focus", () => prepare().catch(() => {}), { once: true });
    window.addEventListener("popstate", recall);
    form.hidden = false;
    recall();
    if (!field.value) field.focus();
  }
})();
