// Adding and moving components without a mouse: a part is put where the person said, else at the end. It goes through
// form.io's own onDrop, as if it had been dragged there.
window.builderKeys = (place, inner, texts) => {
  let spot = null;

  const all = selector => [...place.querySelectorAll(selector)];
  const keyOf = element => element?.formioComponent?.component?.key;
  const wordsOf = (key, name) => (texts[key] ?? key).replace('{0}', name ?? '');
  const elementOf = key => all('.formarea .builder-component').find(element => keyOf(element) === key);
  const isPart = element => element?.classList.contains('builder-component');

  function say(key, name) {
    for (const line of all('.builder-place')) line.textContent = key ? wordsOf(key, name) : '';
  }

  function rootContainer() {
    return place.querySelector('.formarea .formio-builder-form') ?.formioContainer
      ? place.querySelector('.formarea .formio-builder-form')
      : all('.formarea .builder-components').find(element => element.formioContainer);
  }

  function target() {
    const after = spot?.after && elementOf(spot.after);
    if (after) {
      const next = after.nextElementSibling;
      return { container: inner().getParentElement(after), before: isPart(next) ? next : null };
    }
    const into = spot?.into && all('.formarea .builder-components').find(element => keyOf(element) === spot.into);
    if (into) return { container: into, before: null };
    // Nobody wants a question below the button that sends the form.
    const container = rootContainer();
    const last = [...container.children].filter(isPart).at(-1);
    return { container, before: last?.formioComponent.component.type === 'button' ? last : null };
  }

  function add(part) {
    const { container, before } = target();
    if (!container?.formioContainer) return;
    inner().onDrop(part, container, part.parentNode, before);
    spot = null;
    say(null);
  }

  async function move(element, step) {
    const container = inner().getParentElement(element);
    if (!container?.formioContainer) return;
    const others = [...container.children].filter(isPart);
    const to = others.indexOf(element) + step;
    if (to < 0 || to >= others.length) return;
    const key = keyOf(element);
    await inner().onDrop(element, container, container, step < 0 ? others[to] : others[to + 1] ?? null);
    focusOn(key, step < 0 ? 'up' : 'down');
  }

  function focusOn(key, what) {
    // form.io draws the form anew after the change is told, and gives the focus back where a dialog was opened from.
    setTimeout(() => elementOf(key)?.querySelector(`:scope > .component-btn-group [data-do="${what}"]`)?.focus(), 300);
  }

  const doings = {
    up: element => move(element, -1),
    down: element => move(element, 1),
    after(element) {
      spot = { after: keyOf(element) };
      say('builder.placeAfter', element.dataset.name);
      place.querySelector('.builder-sidebar_search')?.focus();
    },
    into(element, button) {
      const container = button.closest('.builder-components');
      spot = { into: keyOf(container) };
      say('builder.placeInto', container.closest('.builder-component')?.dataset.name ?? '');
      place.querySelector('.builder-sidebar_search')?.focus();
    },
  };

  place.addEventListener('click', event => {
    const button = event.target.closest('[data-do]');
    if (button) return doings[button.dataset.do](button.closest('.builder-component'), button);
    const part = event.target.closest('.formcomponent');
    if (part) add(part);
    if (event.target.closest('.builder-group-button')) setTimeout(tellOpen);
  });
  place.addEventListener('keydown', event => {
    const part = event.target.closest('.formcomponent');
    if (!part || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    add(part);
  });

  function tellOpen() {
    for (const button of all('.builder-group-button')) {
      const group = document.querySelector(button.dataset.bsTarget);
      button.setAttribute('aria-expanded', group?.classList.contains('show') === true);
    }
  }

  // What stands in the form is a picture of it: only its tools take the focus.
  function quiet() {
    for (const control of all('.formarea .builder-component :is(input, select, textarea, button, a, [tabindex="0"])')) {
      if (!control.closest('.component-btn-group') && !control.dataset.do) control.tabIndex = -1;
    }
  }

  return { quiet, focusOn };
};
