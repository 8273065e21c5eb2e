// The dialogs in which a component is changed: without what this host does not have, and without help that nobody has put
// into the language of the screen.
window.builderDialogs = (language, texts) => {
  // Keys in form.io's edit forms: PDF pages, servers of form.io's, services of other hosts.
  const left = new Set(['overlay', 'kickbox', 'authenticate', 'serverOverride', 'template-resource', 'oauthProvider', 'dbIndex', 'encrypted', 'protected']);
  const kept = { storage: ['base64'], dataSrc: ['values', 'json', 'custom'], editor: ['', 'quill', 'ace'] };

  function trim(node) {
    if (Array.isArray(node)) return node.filter(item => !left.has(item?.key) && item?.title !== 'PDF Overlay' && item?.title !== 'Kickbox').map(trim);
    if (!node || typeof node !== 'object') return node;
    for (const name of ['tooltip', 'description', 'placeholder']) {
      if (typeof node[name] === 'string' && language !== 'en' && !(node[name] in texts)) delete node[name];
    }
    const wanted = kept[node.key];
    if (wanted && Array.isArray(node.data?.values)) node.data.values = node.data.values.filter(choice => wanted.includes(choice.value));
    for (const name of ['components', 'columns', 'rows']) {
      if (Array.isArray(node[name])) node[name] = trim(node[name]);
    }
    return node;
  }

  for (const part of Object.values(Formio.Components.components)) {
    if (typeof part.editForm !== 'function') continue;
    const original = part.editForm;
    part.editForm = (...given) => trim(original.apply(part, given));
  }
};
