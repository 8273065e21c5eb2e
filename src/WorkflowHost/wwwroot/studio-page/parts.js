// The library of ready parts on the editor's page. A part is put in by the server, after what the editor has not saved yet; then
// the editor is loaded anew, because Studio cannot be told of a change.
(() => {
  'use strict';

  const { api } = document.body.dataset;
  const dialog = document.getElementById('parts');
  const opener = document.getElementById('parts-open');
  const insertedKey = 'studio-part-inserted';
  const id = /\/workflows\/definitions\/([^/]+)\/edit/.exec(location.pathname)?.[1];
  if (!dialog || !id) return;
  const definitionId = decodeURIComponent(id);
  const list = dialog.querySelector('.parts-list');
  const status = dialog.querySelector('.parts-say');

  opener.hidden = false;
  opener.addEventListener('click', open);
  dialog.addEventListener('click', event => {
    const deed = event.target.dataset.do;
    if (deed === 'close') dialog.close();
    if (deed === 'insert') insert(event.target);
  });
  document.getElementById('parts-keep').addEventListener('submit', keep);
  sayInserted();

  async function open() {
    status.textContent = '';
    dialog.showModal();
    const response = await fetch(`${api}/fragments`).catch(() => null);
    if (!response?.ok) return say(dialog.dataset.failed);
    const { items } = await response.json();
    list.replaceChildren(...items.map(row));
    if (!items.length) say(dialog.dataset.none);
  }

  function row({ key, title, help, steps }) {
    const picture = make('img', { src: `${api}/fragments/${encodeURIComponent(key)}/picture.svg`, alt: dialog.dataset.steps.replace('{0}', steps.join(' · ')), loading: 'lazy' });
    const button = make('button', { type: 'button', textContent: dialog.dataset.insert });
    Object.assign(button.dataset, { do: 'insert', key, title });
    button.setAttribute('aria-label', `${dialog.dataset.insert}: ${title}`);
    const item = document.createElement('li');
    item.append(make('h3', { textContent: title }), make('p', { textContent: help }), picture, button);
    return item;
  }

  async function insert(button) {
    const { key, title } = button.dataset;
    setBusy(true);
    say(dialog.dataset.working);
    await window.studioSaves.settled();
    const response = await send(`${api}/fragments/${encodeURIComponent(key)}/insertions`, { definitionId });
    if (response?.ok) {
      sessionStorage.setItem(insertedKey, title);
      location.reload();
      return;
    }
    setBusy(false);
    say(await reason(response));
  }

  async function keep(event) {
    event.preventDefault();
    const form = event.target;
    await window.studioSaves.settled();
    const response = await send(`${api}/fragments`, { definitionId, title: form.elements.title.value, help: form.elements.help.value });
    if (!response?.ok) return say(await reason(response));
    form.reset();
    await open();
    say(dialog.dataset.kept);
  }

  function sayInserted() {
    const title = sessionStorage.getItem(insertedKey);
    if (!title) return;
    sessionStorage.removeItem(insertedKey);
    const notice = document.getElementById('studio-answers');
    notice.querySelector('strong').textContent = dialog.dataset.inserted.replace('{0}', title);
    notice.querySelector('.ways').hidden = true;
    notice.hidden = false;
  }

  function send(address, body) {
    return fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }).catch(() => null);
  }

  async function reason(response) {
    const body = await response?.json().catch(() => null);
    const all = Object.values(body?.errors ?? {}).flat();
    return all.length ? all.join(' ') : dialog.dataset.failed;
  }

  function setBusy(isBusy) {
    for (const button of dialog.querySelectorAll('button')) button.disabled = isBusy;
    dialog.setAttribute('aria-busy', String(isBusy));
  }

  function say(words) {
    status.textContent = words;
  }

  function make(name, properties) {
    return Object.assign(document.createElement(name), properties);
  }
})();
