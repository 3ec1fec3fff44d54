/* The search of the whole site: municipalities first, then areas, sub-questions, examples and pages of prose. */
"use strict";
(function () {
  const { element, load, page, filled, query } = window.kompass;
  const MOST_SHOWN = 10;
  // What a municipality calls itself besides its name: "Tingsryds kommun", "Helsingborgs stad", "Region Gotland".
  const DESIGNATIONS = ["kommun", "stad", "region"];

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
    const withoutScript = root.querySelector('[data-part="without-script"]');
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

    /* Each kind with its entries: the title, the text that is searched, and what makes the entry's line. */
    function kindsOf(evaluations, site) {
      const { fold } = window.kompass.engine;
      const ofMunicipality = new Map();
      for (const [slug, , year, , total] of evaluations) ofMunicipality.set(slug, [...(ofMunicipality.get(slug) ?? []), { year, total }]);
      const hasPage = new Set(site.municipalities);
      const entry = (title, text, line) => ({ title: title.toLowerCase(), foldedTitle: fold(title), folded: fold(title + " " + text), line });
      return {
        municipalities: registry.slugs.map(function (slug, index) {
          const known = ofMunicipality.get(slug) ?? [];
          const text = [registry.names[index] + "s", ...known.map(({ year }) => year), registry.counties[registry.county[index]]].join(" ");
          return { slug, ...entry(registry.names[index], text, (marked) => municipalityLine(index, known, hasPage.has(slug), marked)) };
        }),
        areas: site.areas.map(([theme, name, others]) => entry(name, others.join(" "), (marked) => [
          element("p", { class: "result-title" }, element("a", { href: page("docs/areas/" + theme) }, ...marked(name))),
          element("p", { class: "result-source" }, ...(others.length ? marked(filled(messages.alsoCalled, { names: others.join("; ") })) : [])),
        ])),
        questions: site.questions.map(([edition, number, name]) => entry(`${number} ${name}`, String(edition), (marked, more = "") => [
          element("p", { class: "result-title" }, element("a", { href: page(`questions/${edition}/${number}`, more) }, ...marked(`${number} ${name}`)), " ", element("span", { class: "quiet" }, filled(messages.edition, { edition }))),
        ])),
        sections: site.sections.map(([name, anchor, pageTitle, title, text]) => entry(title, `${pageTitle} ${text}`, (marked) => [
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

    /* The entries of a kind that have all the words. Those whose title begins with the first word come first, as it is
       written before without accents (Håbo before Habo), then those that have it in the title. */
    function matching(entries, words) {
      const { marksOf } = window.kompass.engine;
      const texts = entries.map((entry) => entry.folded);
      const marks = words.map(({ word, isForgiven }) => marksOf(texts, word, isForgiven));
      const [{ written, word }] = words;
      const rank = ({ title, foldedTitle }) => (title.startsWith(written.toLowerCase()) ? 0 : foldedTitle.startsWith(word) ? 1 : foldedTitle.includes(word) ? 2 : 3);
      return entries.filter((_, index) => marks.every((mark) => mark[index])).sort((one, other) => rank(one) - rank(other));
    }

    function municipalitiesFor(words) {
      const names = words.filter(({ word }) => !DESIGNATIONS.includes(word));
      return matching(kinds.municipalities, names.length ? names : words);
    }

    /* Examples are fetched an edition at a time, the newest first, until there are enough; a word that seems misspelt
       may be in an older one. */
    async function refresh() {
      const turn = (asked += 1);
      const text = field.value.trim();
      query.entitle(text ? [`”${text}”`] : []);
      if (!text) {
        status.textContent = "";
        return results.replaceChildren(...ways);
      }
      let isShown = false;
      try {
        if (!kinds) status.textContent = messages.loading;
        await prepare();
        for (;;) {
          if (turn !== asked) return;
          const isEnough = show(text);
          isShown = true;
          if (isEnough || shards.length === editions.length) return;
          status.textContent += " " + messages.loading;
          await fetchExamples(editions[shards.length]);
        }
      } catch {
        if (turn === asked) showFailure(text, isShown);
      }
    }

    async function fetchExamples(edition) {
      const raw = await Promise.all([...Object.keys(resultMessages.themes), "utan-omrade"].map((theme) => load(`data/search/${theme}-${edition}.js`)));
      if (editions[shards.length] === edition) shards.push(raw.map((one) => window.kompass.engine.unpackShard(one, registry)));
    }

    /* What was fetched is shown with a word on the rest; without anything the lists are offered. */
    function showFailure(text, isShown) {
      if (isShown) show(text);
      status.textContent = (isShown ? status.textContent + " " : "") + messages.failed;
      if (isShown) return;
      results.replaceChildren(withoutScript, ...ways);
      withoutScript.hidden = false;
    }

    /* The words, each as written, or with one typing error where nothing has it. Before any examples are there nobody
       knows. */
    function wordsFor(text, examples) {
      const isForgiven = (position) => shards.length > 0 && examples.words[position].isForgiven;
      return window.kompass.engine.wordsOf(text).map(({ written, word }, position) => ({ written, word, isForgiven: isForgiven(position) }));
    }

    /* "tingsryd 4.3": the municipality, and the sub-questions with municipalities like it first. */
    function questionFor(words) {
      const numbers = words.filter(({ word }) => /^\d+\.\d+$/.test(word));
      const others = words.filter((one) => !numbers.includes(one));
      const [reader] = numbers.length && others.length ? municipalitiesFor(others) : [];
      if (!reader) return {};
      const questions = matching(kinds.questions, numbers).map((question) => ({ line: (marked) => question.line(marked, "?for=" + reader.slug) }));
      return { municipalities: [reader], questions };
    }

    /* Shows what is found so far; tells whether that is enough. */
    function show(text) {
      const isInLists = (word) => Object.values(kinds).some((entries) => entries.some((entry) => entry.folded.includes(word)));
      const examples = window.kompass.engine.search(shards.flat(), text, {}, registry, isInLists);
      const isWhole = shards.length === editions.length;
      const words = wordsFor(text, examples);
      const forgiven = words.filter(({ isForgiven }) => isForgiven);
      const { card, marked } = window.kompass.results(resultMessages, registry, words);
      const found = { ...Object.fromEntries(Object.keys(kinds).map((kind) => [kind, matching(kinds[kind], words)])), municipalities: municipalitiesFor(words), ...questionFor(words) };
      const total = Object.values(found).reduce((sum, entries) => sum + entries.length, examples.total);
      const counted = (number, isLeast) => (isLeast ? filled(messages.atLeast, { n: query.number(number) }) : query.number(number));
      const blocks = ["municipalities", "areas", "questions", "examples", "sections"].map(function (kind) {
        if (kind === "examples") return block(kind, counted(examples.total, !isWhole), examples.take(MOST_SHOWN).map(card), exampleNote(text, examples.total, isWhole));
        const entries = found[kind];
        const more = entries.length > MOST_SHOWN ? [element("p", { class: "note" }, filled(messages.more, { n: query.number(entries.length - MOST_SHOWN) }))] : [];
        return block(kind, counted(entries.length, false), entries.slice(0, MOST_SHOWN).map((entry) => element("li", { class: "result" }, ...entry.line(marked))), more);
      });
      const message = isWhole ? (total === 1 ? messages.hit : messages.hits) : messages.hitsAtLeast;
      status.textContent = filled(message, { n: query.number(total), query: text });
      if (total) query.replace(results, ...forgiven.map(({ written }) => element("p", { class: "hint" }, filled(messages.forgiven, { word: written }))), ...blocks.flat());
      else query.replace(results, ...(isWhole ? [element("p", {}, messages.tryLess), ...ways] : []));
      return examples.total >= MOST_SHOWN && !forgiven.length;
    }

    function block(kind, number, items, more) {
      if (!items.length) return [];
      const title = element("h2", { id: "h-" + kind }, messages[kind], " ", element("span", { class: "quiet" }, number));
      return [element("section", { class: "section", "aria-labelledby": "h-" + kind },
        element("div", { class: "section-heading" }, title), element("div", { class: "section-body" }, element("ol", { class: "results" }, ...items), ...more))];
    }

    function exampleNote(text, total, isWhole) {
      const link = element("a", { href: page("docs/examples", "?" + new URLSearchParams({ q: text })) }, messages.allExamples);
      return [element("p", {}, ...(total > MOST_SHOWN || !isWhole ? [element("span", { class: "quiet" }, messages.firstOnly), " "] : []), link)];
    }

    function addressOf(text) {
      return location.pathname + (text ? "?" + new URLSearchParams({ q: text }) : "");
    }

    function recall() {
      field.value = query.words(new URLSearchParams(location.search), field);
    }

    function change(isLetter) {
      refresh();
      query.step(addressOf(field.value.trim()), isLetter);
    }

    form.addEventListener("submit", function (event) {
      event.preventDefault();
      change(false);
    });
    field.addEventListener("input", () => change(true));
    field.addEventListener("focus", () => prepare().catch(() => {}), { once: true });
    window.addEventListener("popstate", function () {
      recall();
      refresh();
    });
    recall();
    withoutScript.hidden = true;
    form.hidden = false;
    refresh();
    if (!field.value) field.focus();
  }
})();
