/* What the finder and the site's search share: their address, their title, their numbers. */
"use strict";
(function () {
  const title = document.title;
  let isTyping = false;

  /* A search is a step to go back to; the letters of one word are one step together. */
  function step(address, isLetter) {
    if (address !== location.pathname + location.search) history[isLetter && isTyping ? "replaceState" : "pushState"](null, "", address);
    isTyping = isLetter;
  }

  /* Names the search in the title, as history and bookmarks show it. */
  function entitle(names) {
    document.title = names.length ? names.join(", ") + " – " + title : title;
  }

  /* Puts new results in place of the old; a link that has the focus keeps it, when it comes again. */
  function replace(results, ...parts) {
    const linksTo = (address) => Array.from(results.querySelectorAll("a")).filter((link) => link.href === address);
    const held = results.contains(document.activeElement) ? document.activeElement : null;
    const place = held ? linksTo(held.href).indexOf(held) : -1;
    results.replaceChildren(...parts);
    if (place >= 0) linksTo(held.href)[place]?.focus({ preventScroll: true });
  }

  window.addEventListener("popstate", () => { isTyping = false; });
  window.kompass.query = {
    step,
    entitle,
    replace,
    site: title.split(" – ").slice(1).join(" – "),
    /* The words in an address; the field's own limit holds for them too. */
    words: (parameters, field) => (parameters.get("q") ?? "").slice(0, field.maxLength),
    number: (value) => value.toLocaleString(document.documentElement.lang),
  };
})();
