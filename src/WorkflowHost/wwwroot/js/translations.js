// A table of words: sends the cells that changed, keeps those that were refused as they were typed.
(() => {
  const sheet = document.getElementById('sheet');
  const told = sheet.dataset;
  const byId = id => document.getElementById(id);
  const save = byId('save');
  const cells = [...sheet.querySelectorAll('td[data-language]')].map(place => ({
    place, row: place.parentElement, language: place.dataset.language, field: place.querySelector('textarea'),
    was: place.querySelector('textarea').value,
  }));
  const isChanged = cell => cell.field.value.trim() !== cell.was.trim();

  function tell(kind, words) {
    const notice = document.createElement('div');
    notice.className = `notice ${kind} mb-3`;
    const line = document.createElement('p');
    line.textContent = words;
    notice.append(line);
    byId('say').replaceChildren(notice);
    notice.scrollIntoView({ block: 'nearest' });
  }

  function mark(cell) {
    cell.place.classList.toggle('is-missing', !cell.field.value.trim());
    cell.place.classList.toggle('is-changed', isChanged(cell));
    save.disabled = !cells.some(isChanged);
  }

  function refuse(cell, words) {
    const place = cell.place.querySelector('.refusal');
    place.textContent = words ?? '';
    place.hidden = !words;
    cell.field.setAttribute('aria-invalid', words ? 'true' : 'false');
  }

  function show() {
    const find = byId('find').value.trim().toLocaleLowerCase();
    const language = byId('language').value;
    const which = byId('which').value;
    for (const header of sheet.querySelectorAll('th[data-language]')) header.hidden = language && header.dataset.language !== language;
    const rows = new Map();
    for (const cell of cells) {
      const isShown = !language || cell.language === language;
      cell.place.hidden = !isShown;
      const wanted = isShown && (which === '' || (which === 'missing' ? !cell.field.value.trim() : !!cell.place.querySelector('.earlier')));
      const found = !find || cell.row.dataset.id.toLocaleLowerCase().includes(find)
        || cell.row.querySelector('.source').textContent.toLocaleLowerCase().includes(find)
        || cell.field.value.toLocaleLowerCase().includes(find);
      rows.set(cell.row, rows.get(cell.row) || (wanted && found));
    }
    for (const [row, isShown] of rows) row.hidden = !isShown;
  }

  async function send() {
    const changed = cells.filter(isChanged);
    save.disabled = true;
    for (const cell of changed) refuse(cell, null);
    const answer = await fetch(told.address, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', [told.csrfHeader]: told.csrf },
      body: JSON.stringify(changed.map(cell => ({
        id: cell.row.dataset.id, language: cell.language, was: cell.was, text: cell.field.value, onlyHere: byId('only-here')?.checked ?? false,
      }))),
    }).catch(() => null);
    const body = answer?.ok ? await answer.json() : null;
    if (!body) {
      save.disabled = false;
      return tell('alarm', !answer ? told.sayOffline : answer.status === 401 ? told.saySignedOut : told.sayFailed);
    }
    for (const cell of changed) {
      const refused = body.refused.find(one => one.id === cell.row.dataset.id && one.language === cell.language);
      // What the other person wrote is shown; sending again means it was read.
      if (refused) refuse(cell, refused.current && refused.current !== cell.was ? `${refused.says} «${refused.current}»` : refused.says);
      cell.was = refused ? refused.current ?? '' : cell.field.value;
      mark(cell);
    }
    tell(body.refused.length ? 'sun' : 'leaf', body.says);
  }

  for (const cell of cells) {
    cell.field.addEventListener('input', () => mark(cell));
    cell.place.querySelector('.earlier')?.addEventListener('click', event => {
      cell.field.value = event.currentTarget.value;
      mark(cell);
      cell.field.focus();
    });
  }
  for (const id of ['find', 'language', 'which']) byId(id).addEventListener('input', show);
  // On a phone one language fits beside the text.
  if (matchMedia('(max-width: 767.98px)').matches) byId('language').selectedIndex = Math.min(1, byId('language').length - 1);
  show();
  save.addEventListener('click', send);
  addEventListener('beforeunload', event => { if (cells.some(isChanged)) event.preventDefault(); });
  sheet.dataset.ready = 'true';
})();
