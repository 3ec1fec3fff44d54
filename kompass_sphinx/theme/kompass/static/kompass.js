/* What the site's scripts share. Data come as scripts that call kompass.receive, so that they load from a folder,
   without a server, under default-src 'self'. */
"use strict";
window.kompass = (function () {
  const root = new URL("../", document.currentScript.src);
  const received = new Map();
  const loading = new Map();

  /* An element with these attributes and children; what is undefined or null as attribute is left out. */
  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) if (value != null) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  /* Runs a script of the site once; the promise is kept with the data that the script gave, if any. */
  function load(path) {
    if (!loading.has(path)) {
      loading.set(path, new Promise(function (resolve, reject) {
        const script = element("script", { src: new URL(path, root).href });
        script.addEventListener("load", () => resolve(received.get(path)));
        script.addEventListener("error", function () {
          loading.delete(path);
          reject(new Error(path));
        });
        document.head.append(script);
      }));
    }
    return loading.get(path);
  }

  /* The address of a file of the site, given relative to its root. */
  function address(path) {
    return new URL(path, root).href;
  }

  /* The address of a page, by its name, with what may follow it; as the builder lays pages out. */
  function page(name, more = "") {
    const suffix = document.documentElement.dataset.pageSuffix;
    const isIndex = suffix === "/" && /(^|\/)index$/.test(name);
    return address(isIndex ? name.replace(/index$/, "") : name + suffix) + more;
  }

  /* A message with its places filled: "{n} hits". */
  function filled(message, values) {
    return message.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  }

  return { element, load, address, page, filled, receive: (path, data) => received.set(path, data) };
})();
