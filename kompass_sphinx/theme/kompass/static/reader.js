/* Puts municipalities like the reader's first in a table of results, when the address names the reader's
   municipality: ?for=tingsryd. Without it, and without script, the table is by result. */
"use strict";
(function () {
  const { element, load, address, filled } = window.kompass;
  const query = new URLSearchParams(location.search);
  const slug = query.get("for");
  const place = document.querySelector("[data-kompass-reader]");
  if (!slug || !place) return;
  const labels = place.dataset;

  /* The same page in the order that it has by itself. */
  function withoutReader() {
    const rest = new URLSearchParams(query);
    rest.delete("for");
    const text = rest.toString();
    return location.pathname + (text ? "?" + text : "") + "#" + place.parentElement.id;
  }

  function tell(...parts) {
    const status = element("p", { class: "reader-status", role: "status" });
    place.prepend(status);
    status.append(...parts);
  }

  /* Whose evaluation a row is, from the link to it. */
  function municipalityOf(row) {
    return row.cells[0].querySelector("a").href.slice(address("evaluations/").length).split("/")[0];
  }

  function keepReader() {
    for (const link of document.querySelectorAll("a[data-keep-reader], [data-keep-reader] a")) {
      if (!link.href.startsWith(address("questions/"))) continue;
      const target = new URL(link.href);
      target.searchParams.set("for", slug);
      link.href = target.href;
    }
  }

  function part(heading, rows, columns) {
    const title = element("th", { role: "rowheader", scope: "rowgroup", colspan: columns, "aria-colspan": columns }, heading);
    return element("tbody", { role: "rowgroup" }, element("tr", { role: "row", class: "row-group" }, title), ...rows);
  }

  function order(table, registry, own, values) {
    const [, county, group] = own;
    const likes = [[], [], []];
    const rows = Array.from(table.tBodies[0].rows);
    let others = 0;
    for (const row of rows) {
      const of = municipalityOf(row);
      const [, itsCounty, itsGroup] = registry.municipalities[of];
      likes[itsGroup === group ? 0 : itsCounty === county ? 1 : 2].push(row);
      if (of !== slug) {
        others += itsGroup === group || itsCounty === county;
        continue;
      }
      row.classList.add("own-row");
      row.cells[0].querySelector("a").after(" ", element("span", { class: "quiet" }, labels.own));
    }
    if (rows.every((row) => row.classList.contains("own-row"))) return tell(labels.alone);
    if (!others) return tell(filled(labels.nobody, values));
    const headings = [filled(labels.group, values), filled(labels.county, values), labels.others];
    const parts = likes.map((group, index) => part(headings[index], group, table.tHead.rows[0].cells.length));
    table.tBodies[0].replaceWith(...parts.filter((_, index) => likes[index].length));
    table.caption.querySelector("span").textContent = filled(labels.order, values);
    tell(filled(labels.alike, values), " ", element("a", { href: withoutReader() }, labels.away));
  }

  load("data/municipalities.js").then(function (registry) {
    const own = Object.hasOwn(registry.municipalities, slug) ? registry.municipalities[slug] : null;
    if (!own) return tell(filled(labels.unknown, { name: slug }));
    keepReader();
    const table = place.querySelector("table");
    const values = { name: own[0], county: registry.counties[own[1]], group: registry.groups[own[2]] };
    if (table) order(table, registry, own, values);
  }, () => tell(labels.failed));
})();
