/* Markup from a page's own templates: what is in them is written and translated in HTML. */
"use strict";
/* For the templates within ``root``, a function that gives a copy of one, by its data-name, with values in place of
   {name}: as text, never as markup. data-if keeps an element where there is such a value (data-if="!name": where there
   is none); in place of data-slot come the parts of that name; data-set-href becomes href. */
window.kompass.templates = function (root) {
  const parts = (value) => [value].flat(Infinity).filter(Boolean);

  function made(name, values = {}) {
    const copy = root.querySelector(`[data-name=${name}]`).content.cloneNode(true);
    const filled = (text) => text.replace(/{([\w-]+)}/g, (_, key) => values[key] ?? "");
    for (const element of [copy, ...copy.querySelectorAll("*")]) {
      const { if: condition, slot } = element.dataset ?? {};
      if (condition && !values[condition.replace("!", "")] !== condition.startsWith("!")) element.remove();
      else if (slot) element.replaceWith(...parts(values[slot]));
      for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) node.data = filled(node.data);
      for (const { name, value } of element.attributes ?? []) {
        if (value.includes("{")) element.setAttribute(name.replace("data-set-", ""), filled(value));
      }
    }
    return copy;
  }

  return made;
};
