/* Find good examples: the form, its state in the address, and the results. The search itself is engine.js. */
"use strict";
(function () {
  const { element, load, page, filled } = window.kompass;
  const SHOWN_AT_ONCE = 25;
  const WITHOUT_AREA = "utan-omrade";

  document.querySelectorAll("[data-kompass-finder]").forEach(start);

  function start(root) {
    const messages = JSON.parse(root.dataset.messages);
    const themeAreas = JSON.parse(root.dataset.themeAreas);
    const editions = root.dataset.editions.split(" ");
    const form = root.querySelector("form");
    const field = form.elements.q;
    const heading = root.querySelector("#finder-count");
    const results = root.querySelector('[data-part="results"]');
    const actions = root.querySelector('[data-part="actions"]');
    const questions = root.querySelector("[data-questions]");
    const introduction = results.firstElementChild;
    const shards = new Map();
    const resultMessages = JSON.parse(root.dataset.resultMessages);
    const wholeArchive = new Map(Array.from(form.querySelectorAll("[data-facet] input"), (box) => [box, countBeside(box).textContent]));
    let registry = null;
    let state = stateOf(location.search);
    let shown = SHOWN_AT_ONCE;
    let current = null;
    let asked = 0;
    let isTyping = false;

    /* What the address says: the words, and the values chosen of each facet. */
    function stateOf(query) {
      const parameters = new URLSearchParams(query);
      const chosen = {};
      for (const fieldset of form.querySelectorAll("[data-facet]")) {
        const values = parameters.getAll(fieldset.dataset.facet).filter((value) => value);
        if (values.length) chosen[fieldset.dataset.facet] = Array.from(new Set(values));
      }
      return { query: parameters.get("q") ?? "", chosen };
    }

    function addressOf({ query, chosen }) {
      const parameters = new URLSearchParams();
      if (query.trim()) parameters.set("q", query.trim());
      for (const [facet, values] of Object.entries(chosen)) for (const value of values) parameters.append(facet, value);
      const text = parameters.toString().replaceAll("%2F", "/");
      return location.pathname + (text ? "?" + text : "");
    }

    function themeOfQuestion(value) {
      const [edition, number] = value.split("/");
      return Object.keys(themeAreas).find((theme) => String(themeAreas[theme][edition]) === number?.split(".")[0]);
    }

    /* The records needed for what is chosen, those of the newest edition first. */
    function needed({ chosen }) {
      const every = [...Object.keys(themeAreas), WITHOUT_AREA];
      const ofQuestions = chosen.delfraga?.map(themeOfQuestion);
      const wanted = every.filter((theme) => (chosen.omrade?.includes(theme) ?? true) && (ofQuestions?.includes(theme) ?? true));
      return editions
        .filter((edition) => !chosen.utgava || chosen.utgava.includes(edition))
        .map((edition) => wanted.map((theme) => `data/search/${theme}-${edition}.js`));
    }

    async function prepare() {
      registry ??= await window.kompass.prepareSearch();
    }

    async function fetchShard(path) {
      const raw = await load(path);
      if (!shards.has(path)) shards.set(path, window.kompass.engine.unpackShard(raw, registry));
    }

    const isEmpty = ({ query, chosen }) => !query.trim() && !Object.keys(chosen).length;

    /* Shows what there is at once, then again as the records of older editions come. */
    async function refresh() {
      const turn = (asked += 1);
      if (isEmpty(state)) {
        current = null;
        return show();
      }
      try {
        const missing = needed(state).map((paths) => paths.filter((path) => !shards.has(path))).filter((paths) => paths.length);
        if (!registry || missing.length) heading.textContent ||= messages.loading;
        await prepare();
        if (turn !== asked) return;
        if (missing.length === 0) return show();
        for (const paths of missing) {
          await Promise.all(paths.map(fetchShard));
          if (turn !== asked) return;
          show();
        }
      } catch {
        if (turn === asked) tell(messages.failed);
      }
    }

    function tell(text) {
      heading.textContent = text;
      results.replaceChildren();
      actions.hidden = true;
    }

    function show() {
      const paths = needed(state).flat();
      const isWhole = paths.every((path) => shards.has(path));
      if (isEmpty(state)) {
        heading.textContent = "";
        results.replaceChildren(introduction);
        actions.hidden = true;
        for (const [box, count] of wholeArchive) setCount(box, Number(count));
        return showQuestions([]);
      }
      const here = paths.filter((path) => shards.has(path)).map((path) => shards.get(path));
      current = window.kompass.engine.search(here, state.query, state.chosen, registry);
      heading.textContent = countText(current.total) + (isWhole ? "" : " " + messages.loading);
      const list = current.take(shown);
      const card = window.kompass.results(resultMessages, registry, current.words).card;
      results.replaceChildren(...(current.total ? resultParts(list, card) : emptyParts(isWhole)));
      actions.hidden = !current.total;
      actions.querySelector('[data-action="more"]').hidden = list.length === current.total;
      showCounts(isWhole);
      showQuestions(here);
    }

    function countText(total) {
      const query = state.query.trim();
      if (query) return filled(total === 1 ? messages.hitFor : messages.hitsFor, { n: total, query });
      return filled(total === 1 ? messages.hit : messages.hits, { n: total });
    }

    function resultParts(list, card) {
      const inName = current.total - current.inText;
      const parts = [element("p", { class: "note" }, messages.order + (inName && current.inText ? " " + filled(messages.inName, { text: current.inText, name: inName }) : ""))];
      for (const { written, isForgiven } of current.words) if (isForgiven) parts.push(element("p", { class: "hint" }, filled(messages.forgiven, { word: written })));
      parts.push(...wayOn());
      const tiers = [[messages.inText, list.slice(0, current.inText)], [messages.inNames, list.slice(current.inText)]];
      for (const [title, hits] of tiers) {
        if (!hits.length) continue;
        if (inName && current.inText) parts.push(element("h3", {}, title));
        parts.push(element("ol", { class: "results" }, ...hits.map((hit) => card(hit))));
      }
      return parts;
    }

    /* Where nobody is named for the words: the areas where somebody is. */
    function wayOn() {
      const kinds = state.chosen.slag;
      if (!state.query.trim() || current.counts.slag.has("utpekad") || (kinds && !kinds.includes("utpekad"))) return [];
      const themes = Array.from(current.counts.omrade).filter(([theme]) => theme in themeAreas).sort((one, other) => other[1] - one[1]).slice(0, 1).map(([theme]) => theme);
      const links = themes.map((theme) => element("a", { href: page("docs/areas/" + theme, "#utpekade-av-utvarderare") }, filled(messages.namedIn, { area: resultMessages.themes[theme] })));
      return links.length ? [element("p", { class: "hint" }, messages.noNamed + " ", ...links, ".")] : [];
    }

    /* What to try: another word, one choice less, an area. */
    function emptyParts(isWhole) {
      if (!isWhole) return [];
      const list = element("ul", { class: "prose-list" }, ...(state.query.trim() ? [element("li", {}, messages.tryLess)] : []));
      for (const facet of Object.keys(state.chosen)) {
        const chosen = { ...state.chosen };
        delete chosen[facet];
        const paths = needed({ ...state, chosen }).flat();
        if (!paths.every((path) => shards.has(path))) continue;
        const { total } = window.kompass.engine.search(paths.map((path) => shards.get(path)), state.query, chosen, registry);
        const legend = form.querySelector(`[data-facet="${facet}"] legend`).textContent;
        const link = element("a", { href: addressOf({ query: state.query, chosen }) }, filled(messages.tryWithout, { facet: legend.toLowerCase(), n: total }));
        if (total) list.append(element("li", {}, link));
      }
      const areas = Object.keys(themeAreas).map((theme) => element("li", {}, element("a", { href: page("docs/areas/" + theme) }, resultMessages.themes[theme])));
      return [element("p", {}, messages.nothing), list, element("p", {}, messages.tryAreas), element("ul", { class: "jump-line-list" }, ...areas)];
    }

    /* Counts of what is not fetched are not known; a value without hits stays, and cannot be chosen. */
    function showCounts(isWhole) {
      const isKnown = {
        omrade: (theme) => needed({ chosen: { ...state.chosen, omrade: [theme], delfraga: undefined } }).flat().every((path) => shards.has(path)),
        utgava: (edition) => needed({ chosen: { ...state.chosen, utgava: [edition] } }).flat().every((path) => shards.has(path)),
      };
      for (const box of form.querySelectorAll("[data-facet] input")) {
        const number = current.counts[box.name].get(box.value) ?? 0;
        const known = isKnown[box.name] ? isKnown[box.name](box.value) : isWhole;
        setCount(box, known ? number : null);
      }
    }

    function countBeside(box) {
      return box.closest("label").lastElementChild;
    }

    /* null is not known yet. */
    function setCount(box, number) {
      countBeside(box).textContent = number ?? "";
      countBeside(box).title = number === null ? messages.uncounted : "";
      box.disabled = number === 0 && !box.checked;
    }

    /* The sub-questions of the chosen areas, by edition. */
    function showQuestions(here) {
      const areas = state.chosen.omrade ?? state.chosen.delfraga?.map(themeOfQuestion) ?? [];
      const blocks = [];
      for (const shard of here) {
        if (!areas.includes(shard.theme) || !shard.questions.length) continue;
        blocks.push(element("p", { class: "quiet" }, filled(messages.questionsOf, { edition: shard.edition }) + (areas.length > 1 ? ", " + shard.areaName : "")));
        blocks.push(element("ul", {}, ...shard.questions.map(function (question) {
          const number = current.counts.delfraga.get(question.value) ?? 0;
          const box = element("input", { type: "checkbox", name: "delfraga", value: question.value });
          box.checked = Boolean(state.chosen.delfraga?.includes(question.value));
          box.disabled = !number && !box.checked;
          return element("li", {}, element("label", {}, box, element("span", { class: "facet-name" }, question.number + " " + question.name), element("span", { class: "quiet" }, number)));
        })));
      }
      const focused = document.activeElement?.name === "delfraga" ? document.activeElement.value : null;
      questions.replaceChildren(...(blocks.length ? blocks : [element("p", { class: "quiet" }, messages.chooseArea)]));
      if (focused) questions.querySelector(`input[value="${CSS.escape(focused)}"]`)?.focus();
    }

    /* Puts the address into the form. */
    function fill() {
      field.value = state.query;
      for (const box of form.querySelectorAll("[data-facet] input")) {
        box.checked = Boolean(state.chosen[box.name]?.includes(box.value));
        if (box.checked) box.disabled = false;
      }
      for (const facet of Object.keys(state.chosen)) for (const fold of form.querySelectorAll(`[data-facet="${facet}"] details`)) fold.open = true;
    }

    function stateOfForm() {
      const chosen = {};
      for (const box of form.querySelectorAll("[data-facet] input:checked")) (chosen[box.name] ??= []).push(box.value);
      return { query: field.value, chosen };
    }

    /* A choice is a step to go back to; the letters of one word are one step together. */
    function change({ isLetter }) {
      state = stateOfForm();
      shown = SHOWN_AT_ONCE;
      const address = addressOf(state);
      if (address !== location.pathname + location.search) history[isLetter && isTyping ? "replaceState" : "pushState"](null, "", address);
      isTyping = isLetter;
      return refresh();
    }

    form.addEventListener("submit", function (event) {
      event.preventDefault();
      change({ isLetter: false });
    });
    form.addEventListener("input", (event) => change({ isLetter: event.target === field }));
    form.addEventListener("reset", () => setTimeout(() => change({ isLetter: false })));
    field.addEventListener("focus", () => prepare().then(() => Promise.all(needed(state).flat().map(fetchShard))).catch(() => {}), { once: true });
    actions.addEventListener("click", function (event) {
      const action = event.target.dataset.action;
      if (action === "csv") window.kompass.results(resultMessages, registry, current.words).save(current.take(Infinity), messages.columns, messages.csvName);
      if (action !== "more") return;
      const before = shown;
      shown += SHOWN_AT_ONCE;
      show();
      results.querySelectorAll(".finder-result")[before].querySelector("a").focus();
    });
    window.addEventListener("popstate", function () {
      state = stateOf(location.search);
      shown = SHOWN_AT_ONCE;
      isTyping = false;
      fill();
      refresh();
    });
    form.hidden = false;
    fill();
    refresh();
  }
})();
