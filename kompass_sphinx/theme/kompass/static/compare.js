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
  const rows = new Map(); /* all evaluations by id */
  let constant; /* data/compare.js */
  let comparison;
  let shown; /* ids */

  const made = kompass.templates(root);
  const addressOf = (ids) => "?" + ids.map((id) => "e=" + id).join("&");
  const pageOf = (id) => root.dataset.page.replace("{id}", id);
  const parts = (...some) => some.flat(Infinity).filter(Boolean);

  const rest = () => [...rows.values()].filter((row) => !shown.includes(row.id));

  function offer() {
    const slugs = new Map(rest().map((row) => [row.slug, row.name]));
    municipalities.length = 1;
    municipalities.append(...[...slugs].map(([slug, name]) => new Option(name, slug)));
    offerYears();
  }

  function offerYears() {
    const own = rest().filter((row) => row.slug === municipalities.value).reverse();
    years.replaceChildren(...own.map((row) => new Option(comparison.text("option", { ...row, total: row.total != null && comparison.figure(row.total) }), row.id)));
    years.disabled = !own.length;
  }

  function next({ id }) {
    const own = rows.get(id);
    const [same, unlike] = comparison.split(rest(), (row) => row.slug === own.slug);
    const alike = unlike.filter((row) => row.edition === own.edition && constant.groups[row.slug] === constant.groups[own.slug]).slice(0, 6);
    const links = (some) => some.length && some.map((row) => made("link", { ...row, href: addressOf([id, row.id]) }));
    return made("alone", { same: links(same.reverse()), alike: links(alike) });
  }

  async function show() {
    const wanted = [...new Set(new URLSearchParams(location.search).getAll("e"))];
    const [known, unknown] = comparison.split(wanted, (id) => rows.has(id));
    const ids = known.slice(0, most);
    if (ids.join() === shown?.join()) return; /* only the anchor is new */
    shown = ids;
    const loaded = await Promise.allSettled(ids.map((id) => kompass.load(`evaluations/${id}.js`)));
    if (shown !== ids) return; /* gone on meanwhile */
    const chosen = loaded.flatMap((one) => one.value ?? []).map(comparison.evaluation);
    const any = chosen.length;
    const list = comparison.titles(chosen);
    const name = any ? comparison.text("title", { titles: list }) : headingText;
    heading.firstChild.data = any > 1 ? list : name;
    document.title = title.replace(headingText, () => name);

    const complaint = (name, ids) => ids.length && made(name, { titles: comparison.titles(ids.map((id) => rows.get(id) ?? { title: id })) });
    part("status").replaceChildren(made("shown", {
      titles: list,
      complaints: [
        complaint("unknown", unknown),
        complaint("too-many", known.slice(most)),
        complaint("lost", ids.filter((_, index) => !loaded[index].value)),
      ],
    }));
    part("heads").replaceChildren(...parts(
      any > 1 && comparison.comparability(chosen),
      any ? made("heads", { heads: chosen.map(comparison.head) }) : made("start"),
      any === 1 && next(chosen[0]),
      ids.length === most && made("full"),
    ));
    const details = kompass.comparisonQuestions(made, constant, pageOf, comparison);
    const { linked, section } = any ? details(chosen) : {};
    part("figures").replaceChildren(...parts(any && [comparison.areas(chosen, linked), section]));
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
    comparison = kompass.comparison(made, constant, pageOf);
    heading.tabIndex = -1;
    window.addEventListener("popstate", show);
    await show();
    document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, () => {}); /* the page says where else to look */
})();
