/* Find good examples: fetches the records that are asked for, and shows what fits. The search itself is engine.js, the
   form is finder-form.js. */
"use strict";
(function () {
  const { element, load, page, filled, query } = window.kompass;
  const SHOWN_AT_ONCE = 25;
  const WITHOUT_AREA = "utan-omrade";
  const NOTHING = { words: "", chosen: {}, unknown: [] };

  document.querySelectorAll("[data-kompass-finder]").forEach(start);

  function start(root) {
    const messages = JSON.parse(root.dataset.messages);
    const resultMessages = JSON.parse(root.dataset.resultMessages);
    const editions = root.dataset.editions.split(" ");
    const formElement = root.querySelector("form");
    const form = window.kompass.finderForm(formElement, JSON.parse(root.dataset.themeAreas), messages);
    const themes = Array.from(formElement.querySelectorAll('[data-facet="omrade"] input'), (box) => box.value);
    const heading = root.querySelector("#finder-count");
    const results = root.querySelector('[data-part="results"]');
    const actions = root.querySelector('[data-part="actions"]');
    const withoutScript = root.querySelector('[data-part="without-script"]');
    const beginning = { heading: heading.textContent, parts: Array.from(results.children) };
    const shards = new Map();
    let registry = null;
    let state = form.ofAddress(location.search);
    let shown = SHOWN_AT_ONCE;
    let current = null;
    let asked = 0;
    let isWhole = false;
    let rest = "";

    /* The paths of the records that are needed, by edition, the newest first. Those of a chosen area are needed whole,
       for its sub-questions. */
    function needed({ omrade, utgava, delfraga }) {
      const wanted = omrade ?? delfraga?.map(form.themeOfQuestion);
      return editions
        .filter((edition) => utgava?.includes(edition) ?? true)
        .map((edition) => [...themes, WITHOUT_AREA].filter((theme) => wanted?.includes(theme) ?? true).map((theme) => `data/search/${theme}-${edition}.js`));
    }

    const isFetched = (chosen) => needed(chosen).flat().every((path) => shards.has(path));
    const fetched = (chosen) => needed(chosen).flat().filter((path) => shards.has(path)).map((path) => shards.get(path));
    const isEmpty = ({ words, chosen }) => !words && !Object.keys(chosen).length;

    async function fetchShard(path) {
      const raw = await load(path);
      if (!shards.has(path)) shards.set(path, window.kompass.engine.unpackShard(raw, registry));
    }

    /* Shows what there is at once, then again as the records of older editions come. */
    async function refresh() {
      const turn = (asked += 1);
      if (isEmpty(state)) return showBeginning();
      try {
        if (!registry || !isFetched(state.chosen)) heading.textContent = messages.loading;
        registry ??= await window.kompass.prepareSearch();
        if (turn !== asked) return;
        rest = messages.loading;
        if (isFetched(state.chosen)) return show();
        for (const paths of needed(state.chosen).filter((some) => !some.every((path) => shards.has(path)))) {
          await Promise.all(paths.map(fetchShard));
          if (turn !== asked) return;
          show();
        }
      } catch {
        if (turn === asked) showFailure();
      }
    }

    function showBeginning() {
      current = null;
      heading.textContent = beginning.heading;
      query.entitle([]);
      results.replaceChildren(...unknownParts(), ...beginning.parts);
      actions.hidden = true;
      form.showQuestions(state, []);
      form.showCounts(state, () => undefined);
    }

    /* What was fetched is shown with a word on the rest; without anything the areas are offered. */
    function showFailure() {
      rest = messages.failed;
      current = null;
      if (registry && fetched(state.chosen).length) show();
      if (current?.total) return;
      heading.textContent = messages.failed;
      results.replaceChildren(withoutScript);
      withoutScript.hidden = false;
    }

    /* ``rest`` is said of the records that are not there. */
    function show() {
      const here = fetched(state.chosen);
      isWhole = isFetched(state.chosen);
      /* Among all that was fetched, so that what else may be chosen is counted. */
      current = window.kompass.engine.search(fetched({}), state.words, state.chosen, registry);
      const said = [...(isWhole || current.total ? [countText(current.total)] : []), ...(isWhole ? [] : [rest])].join(". ");
      if (heading.textContent !== said) heading.textContent = said;
      const list = current.take(shown);
      form.showQuestions(state, here);
      query.entitle([...(state.words ? [`”${state.words}”`] : []), ...form.namesOf(state).flatMap(({ names }) => names)]);
      form.showCounts(state, numberOf);
      query.replace(results, ...chosenParts(), ...unknownParts(), ...(current.total ? resultParts(list) : isWhole ? emptyParts() : []));
      actions.hidden = !current.total;
      actions.querySelector('[data-action="more"]').hidden = list.length === current.total;
      actions.querySelector('[data-action="csv"]').hidden = !isWhole;
    }

    /* How many fit if a value is chosen; undefined where that needs records not fetched, or does away with the
       sub-questions chosen. */
    function numberOf(facet, value) {
      if (facet === "omrade" || facet === "utgava") {
        const chosen = form.settled({ ...state.chosen, [facet]: [value] });
        if (!isFetched(chosen) || (state.chosen.delfraga && !chosen.delfraga)) return undefined;
      } else if (!isWhole) {
        return undefined;
      }
      return current.counts[facet].get(value) ?? 0;
    }

    function countText(total) {
      const values = { n: query.number(total), query: state.words };
      if (state.words) return filled(total === 1 ? messages.hitFor : messages.hitsFor, values);
      return filled(total === 1 ? messages.hit : messages.hits, values);
    }

    /* What narrows the search, in words: on a phone and on paper the boxes are not in sight. */
    function chosenParts() {
      const chosen = form.namesOf(state).map(({ facet, names }) => facet + ": " + names.join(", "));
      return chosen.length ? [element("p", { class: "note" }, chosen.join(" · "))] : [];
    }

    function unknownParts() {
      if (!state.unknown.length) return [];
      const list = state.unknown.map((one) => (one.length > 40 ? one.slice(0, 40) + "…" : one)).slice(0, 5).join(", ");
      return [element("p", { class: "hint" }, filled(messages.unknown, { list }))];
    }

    function resultParts(list) {
      const inName = current.total - current.inText;
      const isMixed = Boolean(inName && current.inText);
      const tiers = isMixed ? " " + filled(messages.inName, { text: query.number(current.inText), name: query.number(inName) }) : "";
      const forgiven = current.words.filter(({ isForgiven }) => isForgiven).map(({ written }) => element("p", { class: "hint" }, filled(messages.forgiven, { word: written })));
      const card = window.kompass.results(resultMessages, registry, current.words).card;
      const blocks = [[messages.inText, list.slice(0, current.inText)], [messages.inNames, list.slice(current.inText)]].filter(([, hits]) => hits.length);
      return [
        element("p", { class: "note" }, messages.order + tiers), ...forgiven, ...wayOn(),
        ...blocks.flatMap(([title, hits]) => [...(isMixed ? [element("h3", {}, title)] : []), element("ol", { class: "results" }, ...hits.map(card))]),
      ];
    }

    /* Where nobody is named for the words: the area that most hits belong to, where somebody may be. */
    function wayOn() {
      const { slag } = state.chosen;
      const [[theme] = []] = Array.from(current.counts.omrade).filter(([one]) => themes.includes(one)).sort((one, other) => other[1] - one[1]);
      if (!state.words || !theme || current.counts.slag.has("utpekad") || (slag && !slag.includes("utpekad"))) return [];
      const link = element("a", { href: page("docs/areas/" + theme, "#utpekade-av-utvarderare") }, filled(messages.namedIn, { area: resultMessages.themes[theme] }));
      return [element("p", { class: "hint" }, messages.noNamed + " ", link, ".")];
    }

    /* What to try: another word, one choice less, an area. */
    function emptyParts() {
      const { words, chosen } = state;
      const facets = Object.keys(chosen);
      const fewer = facets.map((facet) => [form.legendOf(facet).toLowerCase(), Object.fromEntries(Object.entries(chosen).filter(([one]) => one !== facet))]);
      if (words && facets.length > 1) fewer.push([messages.anyChoice, {}]);
      const ways = words ? [[messages.tryLess]] : [];
      for (const [facet, left] of fewer) {
        const total = isFetched(left) ? window.kompass.engine.search(fetched(left), words, left, registry).total : null;
        const link = element("a", { href: form.addressOf({ words, chosen: left }) }, filled(messages.tryWithout, { facet }));
        if (total !== 0 && !isEmpty({ words, chosen: left })) ways.push([link, total === null ? "" : ` (${query.number(total)})`]);
      }
      const areas = themes.map((theme) => element("li", {}, element("a", { href: page("docs/areas/" + theme) }, resultMessages.themes[theme])));
      return [
        ...(ways.length ? [element("p", {}, messages.tryThis), element("ul", { class: "prose-list" }, ...ways.map((way) => element("li", {}, ...way)))] : []),
        element("p", {}, messages.tryAreas), element("ul", { class: "jump-line-list" }, ...areas),
      ];
    }

    function change(next, isLetter) {
      state = next;
      shown = SHOWN_AT_ONCE;
      refresh();
      query.step(form.addressOf(state), isLetter);
    }

    function recall() {
      state = form.ofAddress(location.search);
      shown = SHOWN_AT_ONCE;
      form.fill(state);
      refresh();
    }

    function showMore() {
      const before = shown;
      shown += SHOWN_AT_ONCE;
      show();
      results.querySelectorAll(".finder-result")[before].querySelector("a").focus();
    }

    formElement.addEventListener("submit", function (event) {
      event.preventDefault();
      change(form.read(state), false);
    });
    formElement.addEventListener("input", (event) => change(form.read(state), event.target === formElement.elements.q));
    formElement.addEventListener("reset", function (event) {
      event.preventDefault();
      form.fill(NOTHING);
      change(NOTHING, false);
    });
    formElement.elements.q.addEventListener("focus", function () {
      window.kompass.prepareSearch().then((found) => { registry ??= found; return Promise.all(needed(state.chosen).flat().map(fetchShard)); }).catch(() => {});
    }, { once: true });
    actions.addEventListener("click", function (event) {
      const { action } = event.target.dataset;
      if (action === "more") showMore();
      if (action === "csv") window.kompass.results(resultMessages, registry, current.words).save(current.take(Infinity), messages.columns, messages.csvName);
    });
    window.addEventListener("popstate", recall);
    withoutScript.hidden = true;
    formElement.hidden = false;
    recall();
  }
})();
