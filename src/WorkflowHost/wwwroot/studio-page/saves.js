// Stands between Elsa Studio and the network for what it saves. Studio names no revision, may send two saves at once and sends
// an old one again when the network failed. Here saves go one after the other, the newest canvas in place of those still
// waiting, each with the mark of what this page began from. What is refused or not sent yet is told, with the way out.
(() => {
  'use strict';

  const { api } = document.body.dataset;
  const definitions = `${api}/workflow-definitions`;
  const debounce = 700; // Studio saves half a second after a change.
  const patience = 90_000; // Studio itself gives up after a hundred seconds.
  const plain = window.fetch.bind(window);
  const tab = Array.from(crypto.getRandomValues(new Uint8Array(8)), byte => byte.toString(16).padStart(2, '0')).join('');
  const bases = new Map();
  const waiting = [];
  const stale = document.getElementById('studio-stale');
  const offline = document.getElementById('studio-offline');
  let isSending = false;
  let refused = null;

  window.studioSaves = { settled };
  stale?.addEventListener('click', event => {
    const deed = event.target.dataset?.do;
    if (deed === 'reload') location.reload();
    if (deed === 'copy') saveCopy(event.target);
  });
  window.addEventListener('beforeunload', event => { if (isSending) event.preventDefault(); });

  window.fetch = (resource, options = {}) => {
    const path = new URL(resource.url ?? resource, location.href).pathname;
    if (options.method === 'POST' && path === definitions) {
      const order = read(options.body);
      // A new definition has nothing to overtake, and sent twice it would be there twice.
      if (order?.model?.definitionId) return enqueue(resource, options, order);
    }
    if (options.method === 'POST' && path.startsWith(definitions) && path.endsWith('/execute')) {
      // What runs is what the canvas shows: Studio would run what was saved before the last change.
      return settled().then(() => plain(resource, options));
    }
    return plain(resource, options).then(note);
  };

  async function settled() {
    await pause(debounce);
    while (isSending) await pause(50);
  }

  function enqueue(resource, options, { model, publish }) {
    return new Promise(answer => {
      const order = { id: model.definitionId, model, publish: publish === true, resource, options, answers: [answer] };
      const last = waiting.at(-1);
      if (last && isOvertaken(last, order)) order.answers.unshift(...waiting.pop().answers);
      waiting.push(order);
      if (!isSending) sendAll();
    });
  }

  async function sendAll() {
    isSending = true;
    while (waiting.length) {
      const order = waiting.shift();
      const response = await send(order);
      if (response) order.answers.forEach(answer => answer(response.clone()));
    }
    isSending = false;
  }

  // Null when a newer save has taken its place and will answer for it.
  async function send(order) {
    const until = Date.now() + patience;
    for (let delay = 1000; ; delay = Math.min(delay * 2, 8000)) {
      const response = await plain(order.resource, withMarks(order)).catch(() => null);
      if (response && response.status < 500 && response.status !== 408) {
        offline.hidden = true;
        if (response.headers.has('x-definition-stale')) await tell(order, response.clone());
        return note(response);
      }
      if (waiting.length && isOvertaken(order, waiting[0])) {
        waiting[0].answers.unshift(...order.answers);
        return null;
      }
      offline.hidden = false;
      if (Date.now() > until) return notSaved();
      await pause(delay);
    }
  }

  // The newer save holds the whole canvas, so an older one is not missed; but what was to be published is published.
  function isOvertaken(older, newer) {
    return older.id === newer.id && !older.publish;
  }

  function withMarks({ id, options }) {
    const headers = new Headers(options.headers);
    if (bases.has(id)) headers.set('x-definition-base', bases.get(id));
    headers.set('x-studio-tab', tab);
    return { ...options, headers };
  }

  function note(response) {
    const [id, stamp] = (response.headers.get('x-definition-stamp') ?? '').split(' ');
    if (stamp) bases.set(decodeURIComponent(id), stamp);
    return response;
  }

  function notSaved() {
    const body = { statusCode: 400, message: offline.dataset.gaveUp, errors: { generalErrors: [offline.dataset.gaveUp] } };
    return new Response(JSON.stringify(body), { status: 400, headers: { 'content-type': 'application/json' } });
  }

  async function tell(order, response) {
    refused = order.model;
    const { errors } = await response.json();
    stale.querySelector('p').textContent = Object.values(errors).flat()[0];
    stale.hidden = false;
  }

  async function saveCopy(button) {
    button.disabled = true;
    const model = { ...refused, id: null, definitionId: null, version: 1, name: await freeName(refused.name) };
    const response = await plain(definitions, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ model, publish: null }),
    });
    const answer = await response.json();
    if (response.ok) {
      location.assign(new URL(`workflows/definitions/${encodeURIComponent(answer.workflowDefinition.definitionId)}/edit`, document.baseURI));
      return;
    }
    stale.querySelector('p').textContent = Object.values(answer.errors ?? {}).flat()[0] ?? answer.message;
    button.disabled = false;
  }

  async function freeName(name) {
    const copy = stale.dataset.copyName.replace('{0}', name);
    for (let number = 1; ; number++) {
      const wished = number === 1 ? copy : `${copy} ${number}`;
      const response = await plain(`${definitions}/validation/is-name-unique?name=${encodeURIComponent(wished)}`);
      if (!response.ok || (await response.json()).isUnique) return wished;
    }
  }

  function read(body) {
    try {
      return JSON.parse(typeof body === 'string' ? body : new TextDecoder().decode(body));
    } catch {
      return null; // No save of a definition: it goes on as it came.
    }
  }

  function pause(time) {
    return new Promise(done => setTimeout(done, time));
  }
})();
