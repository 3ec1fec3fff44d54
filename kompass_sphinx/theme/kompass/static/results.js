/* A result of the search as a card and as a row of a CSV file; loaded with the engine. */
"use strict";
(function () {
  const { element, load, page, filled, query } = window.kompass;
  const SVG = "http://www.w3.org/2000/svg";

  /* Fetches what a search needs, once: the engine with its libraries, and the registry, which it gives. */
  let prepared = null;
  window.kompass.prepareSearch = function () {
    prepared ??= Promise.all(["data/municipalities.js", "_static/vendor/uFuzzy.iife.min.js", "_static/vendor/sha256.min.js"].map(load))
      .then(([registry]) => load("_static/engine.js").then(() => window.kompass.engine.unpackRegistry(registry)));
    prepared.catch(() => { prepared = null; });
    return prepared;
  };

  const swedishNumber = (number) => String(number).replace(".", ",");

  function part(name, attributes) {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }

  function bar(percent) {
    const made = part("svg", { class: "bar", "aria-hidden": "true" });
    made.append(part("rect", { class: "track", width: "100%", height: "100%" }), part("rect", { class: "fill", width: percent + "%", height: "100%" }));
    return made;
  }

  /* ``words`` are those of the search, marked in the texts; ``registry`` is what prepareSearch gave. */
  window.kompass.results = function (messages, registry, words) {
    const engine = window.kompass.engine;

    function marked(text) {
      const parts = [];
      let from = 0;
      for (const [start, end] of engine.rangesIn(text, words)) {
        parts.push(text.slice(from, start), element("mark", {}, text.slice(start, end)));
        from = end;
      }
      return [...parts, text.slice(from)].filter((one) => one !== "");
    }

    function figure(row) {
      if (row.percent === null) return element("p", { class: "result-figure missing" }, row.question < 0 || row.kind === 0 ? "" : messages.missing);
      const [message, about] = row.question < 0 ? [messages.points, messages.ofArea] : [messages.percent, messages.ofQuestion];
      const own = row.ofYear ? [element("span", { class: "quiet" }, filled(messages.ownResult, { year: row.ofYear }))] : [];
      return element("p", { class: "result-figure" }, element("b", {}, filled(message, { n: swedishNumber(row.percent) })), bar(row.percent), element("span", { class: "visually-hidden" }, " " + about + " "), ...own);
    }

    /* What one result says, and where it leads. */
    function described({ shard, index }) {
      const row = shard.rows[index];
      const kind = engine.KINDS[row.kind];
      const evaluation = shard.evaluations[row.evaluation];
      const question = shard.questions[row.question];
      const isTop = kind === "toppresultat";
      return {
        row, kind, question,
        text: isTop ? filled(question ? messages.topQuestion : messages.topArea, { edition: shard.edition }) : row.text,
        title: evaluation.name + " " + evaluation.year,
        about: question ? question.number + " " + question.name : messages.wholeArea,
        target: page(`evaluations/${evaluation.slug}/${evaluation.year}`, "#" + engine.anchorOf(shard, index)),
      };
    }

    function card(hit) {
      const one = described(hit);
      const { sign, name } = messages.kinds[one.kind];
      const isNamed = one.kind === "utpekad";
      const text = isNamed && one.row.what ? [...marked(one.text), " ", element("span", { class: "quiet" }, "(", ...marked(one.row.what), ")")] : marked(one.text);
      const source = element("span", {}, ...(isNamed ? [one.row.own ? messages.ownReport : messages.namedBy, " "] : []), ...marked(one.title));
      const about = one.question
        ? element("a", { class: "quiet-link", href: page("questions/" + one.question.value) }, ...marked(one.about))
        : hit.shard.areaName && element("span", {}, one.about + " (", ...marked(hit.shard.areaName), ")");
      const details = [source, filled(messages.edition, { edition: hit.shard.edition }), about].filter(Boolean);
      if (one.row.page) details.push(filled(messages.page, { page: one.row.page }));
      const separated = details.flatMap((detail, position) => (position ? [" ", element("span", { class: "separator" }, "·"), " ", detail] : [detail]));
      return element("li", { class: "result with-figure finder-result" },
        element("p", { class: "evidence evidence-" + one.kind }, element("span", { class: "evidence-sign", "aria-hidden": "true" }, sign + " "), name),
        element("div", {}, element("p", { class: "result-title" }, element("a", { class: "quiet-link", href: one.target }, ...text)), element("p", { class: "result-source" }, ...separated)),
        figure(one.row));
    }

    function csvRow(hit) {
      const one = described(hit);
      const { row } = one;
      const isPlace = row.place !== undefined;
      return [
        messages.kinds[one.kind].name, one.text, row.placeName ?? registry.names[row.place], row.what, one.title, row.year, hit.shard.edition,
        messages.themes[hit.shard.theme] ?? "", one.question ? one.about : "", row.percent === null ? "" : swedishNumber(row.percent),
        isPlace ? registry.groups[registry.group[row.place]] : "", isPlace ? registry.counties[registry.county[row.place]] : "",
        row.page || "", one.target, query.site,
      ];
    }

    /* Saves results as a CSV file that a Swedish Excel opens as it is: a mark of byte order, semicolons, commas in
       numbers; what a spreadsheet would take for a formula is made text. */
    function save(hits, columns, name) {
      const safe = (text) => (/^[=+\-@\t\r]/.test(text) ? "'" + text : text);
      const cell = (value) => '"' + safe(String(value ?? "")).replaceAll('"', '""') + '"';
      const text = "\ufeff" + [columns, ...hits.map(csvRow)].map((row) => row.map(cell).join(";") + "\r\n").join("");
      const link = element("a", { href: URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" })), download: name });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 0);
    }

    return { card, marked, save };
  };
})();
