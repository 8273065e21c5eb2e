// Marks the entries of Studio's toolbox and the nodes of its canvas with the colour and icon of their category, for looks.css.
// What an activity looks like comes with its descriptor, which Studio asks for by itself; this only listens. Nothing of it is in
// a definition, and what Studio draws anew is marked before the browser paints it.
(() => {
  'use strict';

  const { api } = document.body.dataset;
  const place = document.getElementById('studio');
  if (!place) return;
  const byType = new Map();
  const byTitle = new Map();
  const byCategory = new Map();
  const marks = new WeakMap();
  let tag = null;

  const inner = window.fetch;
  window.fetch = async (resource, options) => {
    const response = await inner(resource, options);
    if (response.ok && new URL(response.url || location.href).pathname === `${api}/descriptors/activities`) {
      // After each save it is the same list again.
      const seen = response.headers.get('etag');
      if (seen === null || seen !== tag) learn(await response.clone().json(), seen);
    }
    return response;
  };

  new MutationObserver(paint).observe(document.body, { childList: true, subtree: true, characterData: true });

  function learn({ items }, seen) {
    for (const { typeName, displayName, category, customProperties } of items) {
      const look = { look: customProperties?.Look ?? 'other', icon: customProperties?.Icon };
      byType.set(typeName, look);
      byTitle.set(`${category}\n${displayName}`, look);
      byCategory.set(category, { look: look.look });
    }
    tag = seen;
    paint();
  }

  function paint() {
    if (!byType.size) return;
    for (const node of document.querySelectorAll('elsa-activity-wrapper')) {
      const json = node.getAttribute('activity-json');
      if (json !== null) mark(node, 'node', () => byType.get(typeOf(json)));
    }
    for (const panel of document.querySelectorAll('.mud-expand-panel')) {
      const header = panel.querySelector('.mud-expand-panel-header');
      const category = header?.textContent.trim();
      if (!byCategory.has(category)) continue;
      mark(header, category, () => byCategory.get(category));
      for (const entry of panel.querySelectorAll('[draggable=true]')) {
        const key = `${category}\n${entry.textContent.trim()}`;
        mark(entry, key, () => byTitle.get(key));
      }
    }
  }

  // Blazor may use an element again for something else: the mark says what it was made for.
  function mark(element, key, find) {
    const known = marks.get(element);
    if (known === key && element.dataset.look) return;
    const found = find();
    if (!found) return;
    marks.set(element, key);
    element.dataset.look = found.look;
    if (found.icon) element.dataset.icon = found.icon;
    else delete element.dataset.icon;
  }

  function typeOf(json) {
    try {
      return JSON.parse(json).type;
    } catch {
      return null;
    }
  }
})();
