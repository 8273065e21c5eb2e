// Shows the element of Elsa Studio that belongs to the address. Studio itself has no router in this package: it calls
// history.pushState and expects the page to follow.
(() => {
  'use strict';

  const { api, culture, signIn, ...texts } = document.body.dataset;
  const place = document.getElementById('studio');
  const base = new URL(document.baseURI).pathname;
  const reasonKey = 'studio-reason';
  let shown = null;

  localStorage.setItem('BlazorCulture', culture);
  watchAnswers();
  document.getElementById('studio-reason').querySelector('button').addEventListener('click', event => {
    event.target.closest('#studio-reason').hidden = true;
  });
  watchAddress();
  document.addEventListener('click', followOwnLink);
  show();
  sayWhatWasLeft();

  function show() {
    const route = routeOf(location.pathname);
    shown = route.key;
    document.title = route.title;
    markCurrent(route.section);
    // The provider comes first: elements read the address of the API when they connect.
    const provider = document.createElement('elsa-backend-provider');
    const element = document.createElement(route.element);
    for (const one of [provider, element]) one.setAttribute('remote-endpoint', location.origin + api);
    for (const [name, value] of Object.entries(route.attributes)) element.setAttribute(name, value);
    place.replaceChildren(provider, element);
    customElements.whenDefined(route.element).then(() => {
      element.editWorkflowDefinition = id => go(`workflows/definitions/${encodeURIComponent(id)}/edit`);
      element.viewWorkflowInstance = id => go(`workflows/instances/${encodeURIComponent(id)}/view`);
    });
  }

  // One element per page load: Blazor disposes of a removed one a second later, and two of them at once break each
  // other's pop-ups. So another address means another load, after what is being saved has been saved.
  async function follow() {
    if (routeOf(location.pathname).key === shown) return;
    place.setAttribute('aria-busy', 'true');
    if (shown.startsWith('elsa-workflow-definition-editor')) await window.studioSaves.settled();
    location.reload();
  }

  function routeOf(path) {
    const [area, kind, id] = path.slice(base.length).split('/').map(decodeURIComponent);
    if (area === 'workflows' && kind === 'definitions' && id) {
      return view('workflows/definitions', 'elsa-workflow-definition-editor', { 'definition-id': id }, texts.titleDefinition);
    }
    const isInstance = (area === 'workflows' || area === 'alterations') && kind === 'instances';
    if (isInstance && id) {
      return view('workflows/instances', 'elsa-workflow-instance-viewer', { 'instance-id': id }, texts.titleInstance);
    }
    if (isInstance) return view('workflows/instances', 'elsa-workflow-instance-list', {}, texts.titleInstances);
    return view('workflows/definitions', 'elsa-workflow-definition-list', {}, texts.titleDefinitions);
  }

  function view(section, element, attributes, title) {
    return { section, element, attributes, title, key: `${element} ${Object.values(attributes).join(' ')}` };
  }

  function go(address) {
    history.pushState(null, '', address);
  }

  function watchAddress() {
    const push = history.pushState;
    history.pushState = function (state, unused, address) {
      push.call(this, state, unused, address === undefined ? address : new URL(address, document.baseURI).href);
      follow();
    };
    window.addEventListener('popstate', follow);
  }

  function followOwnLink(event) {
    const link = event.target.closest?.('a[data-studio-link]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    go(link.dataset.studioLink);
  }

  function markCurrent(section) {
    for (const link of document.querySelectorAll('a[data-studio-link]')) {
      if (link.dataset.studioLink === section) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
  }

  // What Studio cannot bear, the page takes off it. A 401 ends its components: the person is asked to sign in and comes
  // back here. A refusal to publish from the list ends it too and would show no reason: the page loads the list
  // anew and says why. In both cases the call never returns, for its caller is about to go.
  function watchAnswers() {
    const plain = window.fetch;
    window.fetch = async function (...args) {
      const response = await plain.apply(this, args);
      const path = new URL(response.url || location.href).pathname;
      if (!path.startsWith(api)) return response;
      if (response.status === 401) {
        location.assign(`${signIn}?returnUrl=${encodeURIComponent(location.pathname)}`);
        return new Promise(() => { });
      }
      if (response.status === 400 && /\/workflow-definitions\/[^/]+\/(publish|retract)$/.test(path) && shown?.startsWith('elsa-workflow-definition-list')) {
        sessionStorage.setItem(reasonKey, JSON.stringify(await reasons(response)));
        location.reload();
        return new Promise(() => { });
      }
      if (path.endsWith('/bulk-actions/publish/workflow-definitions/by-definition-ids') && response.ok) {
        const { refused = [] } = await response.clone().json();
        if (refused.length) say([texts.notPublished.replace('{0}', refused.join(', '))]);
      }
      return response;
    };
  }

  async function reasons(response) {
    const body = await response.json().catch(() => ({}));
    const all = Object.values(body.errors ?? {}).flat();
    return all.length ? all : [body.message ?? texts.notDone];
  }

  function sayWhatWasLeft() {
    const left = sessionStorage.getItem(reasonKey);
    if (!left) return;
    sessionStorage.removeItem(reasonKey);
    say(JSON.parse(left));
  }

  function say(lines) {
    const notice = document.getElementById('studio-reason');
    notice.querySelector('ul').replaceChildren(...lines.map(line => {
      const item = document.createElement('li');
      item.textContent = line;
      return item;
    }));
    notice.hidden = false;
  }
})();
