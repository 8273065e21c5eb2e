// Forms this person began in this browser and has not sent, also those that can no longer be begun: each goes on with the
// version it began with.
(async () => {
  const place = document.getElementById('drafts');
  const told = place.dataset;
  const prefix = 'draft:start:';
  const shelf = window.crypto?.subtle ? localStorage : sessionStorage;
  const when = new Intl.DateTimeFormat(told.language, { dateStyle: 'medium', timeStyle: 'short', timeZone: told.zone });
  for (const slot of Object.keys(shelf).filter(name => name.startsWith(prefix))) {
    const form = slot.slice(prefix.length);
    if (told.form && told.form !== form) continue;
    const draft = await window.formDrafts(`start:${form}`, told.draftKey).find();
    if (!draft) continue;
    const link = document.createElement('a');
    link.className = 'card-flat d-block';
    link.href = `/start/${encodeURIComponent(form)}${draft.begun ? `?begun=${encodeURIComponent(draft.begun)}` : ''}`;
    const title = document.createElement('strong');
    title.textContent = draft.title ?? form;
    const kept = document.createElement('span');
    kept.className = 'soft d-block small';
    kept.textContent = told.sayKept.replace('{0}', when.format(draft.at));
    link.append(title, kept);
    place.querySelector('.grid-cards').append(link);
    place.hidden = false;
  }
})();
