/* Makes the table of all evaluations sort and filter. Without it the table is complete and in its static order.
   The state lives in the address, so that a view of the table can be sent to somebody. */
"use strict";
(function () {
  const { element } = window.kompass;
  const swedish = new Intl.Collator("sv", { numeric: true });

  /* The text of a cell as it sorts: data-value where the cell has one, else what is read. */
  function sortValue(row, column) {
    const cell = row.cells[column];
    return cell.dataset.value ?? cell.textContent.trim();
  }

  /* What is missing comes last in both directions; rows that are equal keep their static order. */
  function comparison(column, type, direction) {
    return function (one, other) {
      const a = sortValue(one, column);
      const b = sortValue(other, column);
      if (a === "" || b === "") return (a === "") - (b === "");
      return direction * (type === "number" ? Number(a) - Number(b) : swedish.compare(a, b));
    };
  }

  function enhance(table) {
    const labels = table.dataset;
    const body = table.tBodies[0];
    const rows = Array.from(body.rows);
    const texts = new Map(rows.map((row) => [row, row.textContent.toLocaleLowerCase("sv")]));
    const headings = Array.from(table.tHead.rows[0].cells).filter((cell) => cell.dataset.sortKey);
    const still = headings.find((cell) => cell.hasAttribute("aria-sort"));
    const stillDirection = still?.getAttribute("aria-sort");
    let sorted = { heading: still, direction: stillDirection };

    function options(key) {
      const values = new Set(rows.map((row) => row.dataset[key]).filter(Boolean));
      const names = Array.from(values).sort(swedish.compare);
      return [element("option", { value: "" }, labels.allLabel), ...names.map((name) => element("option", { value: name }, name))];
    }
    const field = { text: element("input", { type: "search", autocomplete: "off" }), edition: element("select", {}, ...options("edition")), county: element("select", {}, ...options("county")) };
    const names = { text: labels.filterLabel, edition: labels.editionLabel, county: labels.countyLabel };
    const count = element("p", { class: "filter-count", role: "status" });
    const reset = element("button", { type: "reset" }, labels.resetLabel);
    const form = element("form", { class: "filter", role: "search" });
    for (const [key, control] of Object.entries(field)) {
      control.id = "filter-" + key;
      control.name = key;
      form.append(element("div", {}, element("label", { for: control.id }, names[key]), control));
    }
    form.append(reset, count);

    function filter() {
      const words = field.text.value.toLocaleLowerCase("sv").split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const row of rows) {
        const fits = words.every((word) => texts.get(row).includes(word))
          && ["edition", "county"].every((key) => !field[key].value || row.dataset[key] === field[key].value);
        row.hidden = !fits;
        shown += fits;
      }
      const message = labels.countLabel.replace("{shown}", shown).replace("{total}", rows.length);
      count.textContent = shown ? message : labels.emptyLabel;
    }

    function sort(heading, direction) {
      for (const other of headings) other.removeAttribute("aria-sort");
      sorted = { heading, direction };
      if (!heading) return body.append(...rows);
      heading.setAttribute("aria-sort", direction);
      const ordered = rows.slice();
      const isStatic = heading === still && direction === stillDirection;
      if (!isStatic) ordered.sort(comparison(heading.cellIndex, heading.dataset.sortType, direction === "descending" ? -1 : 1));
      body.append(...ordered);
    }

    function remember() {
      const query = new URLSearchParams();
      for (const [key, control] of Object.entries(field)) if (control.value.trim()) query.set(key, control.value.trim());
      if (sorted.heading && (sorted.heading !== still || sorted.direction !== stillDirection)) {
        query.set("sort", sorted.heading.dataset.sortKey);
        query.set("order", sorted.direction);
      }
      const text = query.toString();
      history.replaceState(null, "", location.pathname + (text ? "?" + text : "") + location.hash);
    }

    function recall() {
      const query = new URLSearchParams(location.search);
      for (const [key, control] of Object.entries(field)) {
        control.value = query.get(key) ?? "";
        if (control.selectedIndex === -1) control.value = "";
      }
      const heading = headings.find((cell) => cell.dataset.sortKey === query.get("sort"));
      if (heading) sort(heading, query.get("order") === "descending" ? "descending" : "ascending");
    }

    for (const heading of headings) {
      const button = element("button", { type: "button", class: "sort-button" }, ...heading.childNodes);
      heading.append(button);
      button.addEventListener("click", function () {
        /* Figures are asked for from the top: the highest first. */
        const first = heading.dataset.sortType === "number" ? "descending" : "ascending";
        const second = first === "descending" ? "ascending" : "descending";
        sort(heading, heading === sorted.heading && sorted.direction === first ? second : first);
        remember();
      });
    }
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", function () { filter(); remember(); });
    form.addEventListener("reset", function () {
      setTimeout(function () { sort(still, stillDirection); filter(); remember(); });
    });

    table.classList.add("sorts");
    (table.closest(".scroll") ?? table).before(form);
    recall();
    filter();
  }

  document.querySelectorAll("table[data-kompass-table]").forEach(enhance);
})();
