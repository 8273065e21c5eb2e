// Rows of a form that can be added, moved and taken out. The order of the page is the order that is sent.
(() => {
  let fresh = 0;

  const rowsOf = list => [...list.querySelectorAll(':scope > [data-row]')];

  function add(list) {
    const token = `n${fresh++}`;
    const made = list.querySelector(':scope > template').content.cloneNode(true);
    for (const element of made.querySelectorAll('*')) {
      for (const attribute of [...element.attributes]) {
        if (attribute.value.includes('__n__')) attribute.value = attribute.value.replaceAll('__n__', token);
      }
    }
    const row = made.querySelector('[data-row]');
    list.insertBefore(made, list.querySelector(':scope > [data-do=add]'));
    row.querySelector('input:not([type=hidden]), select')?.focus();
    show(row);
  }

  function remove(list, row) {
    const rows = rowsOf(list);
    const next = rows[rows.indexOf(row) + 1] ?? rows[rows.indexOf(row) - 1];
    row.remove();
    (next?.querySelector('[data-do=remove]') ?? list.querySelector(':scope > [data-do=add]')).focus();
  }

  function move(list, row, by, button) {
    const rows = rowsOf(list);
    const other = rows[rows.indexOf(row) + by];
    if (!other) return;
    if (by < 0) other.before(row);
    else other.after(row);
    button.focus();
  }

  // What a choice makes needless is not shown: a catalog beside a text, a value beside "is filled in".
  function show(place) {
    for (const choice of place.querySelectorAll('select[data-shows]')) {
      const part = choice.closest('[data-row]')?.querySelector(`[data-part=${choice.dataset.shows}]`);
      if (part) part.hidden = !choice.dataset.for.split(' ').includes(choice.value);
    }
  }

  document.addEventListener('click', event => {
    const button = event.target.closest('[data-do]');
    const list = button?.closest('[data-rows]');
    if (!list) return;
    const row = button.closest('[data-row]');
    if (button.dataset.do === 'add') add(list);
    if (button.dataset.do === 'remove') remove(list, row);
    if (button.dataset.do === 'up') move(list, row, -1, button);
    if (button.dataset.do === 'down') move(list, row, 1, button);
  });
  document.addEventListener('change', event => event.target.matches('select[data-shows]') && show(document));
  show(document);
})();
