// A link to one field of a form (?component=path): turns to its page, brings it into view and marks it.
(() => {
  const path = new URLSearchParams(location.search).get('component');
  if (!path) return;
  const key = path.split('.').pop();
  const place = document.getElementById('builder');
  const pages = JSON.parse(document.getElementById('form-json').textContent).components ?? [];
  const holds = component => component.key === key
    || ['components', 'columns', 'rows'].some(list => (component[list] ?? []).flat().some(holds));
  const page = pages.filter(component => component.type === 'panel').findIndex(holds);
  let looks = 0;
  let isTurned = false;

  // The builder draws when its scripts are there; nothing tells from outside.
  const watch = setInterval(() => {
    const field = place.querySelector(`.formio-component-${CSS.escape(key)}`);
    if (field) {
      clearInterval(watch);
      field.classList.add('is-pointed');
      field.tabIndex = -1;
      field.scrollIntoView({ block: 'center' });
      field.focus({ preventScroll: true });
      return;
    }

    const tabs = place.querySelectorAll('.wizard-page-label');
    if (!isTurned && page >= 0 && tabs[page]) {
      isTurned = true;
      tabs[page].click();
    }

    if (++looks > 100) clearInterval(watch);
  }, 200);
})();
