// Shows the element of Elsa Studio that belongs to the address. Studio itself has no router in this package: it calls
// history.pushState and expects the page to follow.
(() => {
  'use strict';

  const { api, culture, signIn } = document.body.dataset;
  const place = document.getElementById('studio');
  const base = new URL(document.baseURI).pathname;
  let shown = null;

  localStorage.setItem('BlazorCulture', culture);
  watchSession();
  watchAddress();
  document.addEventListener('click', followOwnLink);
  show();

  function show() {
    const route = routeOf(location.pathname);
    markCurrent(route.section);
    if (shown === route.key) return;
    shown = route.key;
    document.title = route.title;
    // An element that was taken out cannot be put back in: each view gets new ones. The provider comes first because
    // elements read the address of the API when they connect.
    const provider = document.createElement('elsa-backend-provider');
    provider.setAttribute('remote-endpoint', location.origin + api);
    const element = document.createElement(route.element);
    element.setAttribute('remote-endpoint', location.origin + api);
    for (const [name, value] of Object.entries(route.attributes)) element.setAttribute(name, value);
    place.replaceChildren(provider, element);
    customElements.whenDefined(route.element).then(() => {
      element.editWorkflowDefinition = id => go(`workflows/definitions/${encodeURIComponent(id)}/edit`);
      element.viewWorkflowInstance = id => go(`workflows/instances/${encodeURIComponent(id)}/view`);
    });
  }

  function routeOf(path) {
    const [area, kind, id] = path.slice(base.length).split('/').map(decodeURIComponent);
    if (area === 'workflows' && kind === 'definitions' && id) {
      return view('workflows/definitions', 'elsa-workflow-definition-editor', { 'definition-id': id }, 'Editar proceso');
    }
    const isInstance = (area === 'workflows' || area === 'alterations') && kind === 'instances';
    if (isInstance && id) {
      return view('workflows/instances', 'elsa-workflow-instance-viewer', { 'instance-id': id }, 'Ejecución');
    }
    if (isInstance) return view('workflows/instances', 'elsa-workflow-instance-list', {}, 'Ejecuciones');
    return view('workflows/definitions', 'elsa-workflow-definition-list', {}, 'Procesos');
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
      show();
    };
    window.addEventListener('popstate', show);
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

  // Studio dies of a 401. When the session is over, the person is asked to sign in and comes back here.
  function watchSession() {
    const plain = window.fetch;
    window.fetch = async function (...args) {
      const response = await plain.apply(this, args);
      if (response.status === 401 && new URL(response.url).pathname.startsWith(api)) {
        location.assign(`${signIn}?returnUrl=${encodeURIComponent(location.pathname)}`);
        return new Promise(() => { });
      }
      return response;
    };
  }
})();
