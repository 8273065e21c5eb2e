// The form.io builder on one form: keeps a draft, publishes a version, and shows what the server's lint says.
(() => {
  const place = document.getElementById('builder');
  const say = document.getElementById('say');
  const told = place.dataset;
  const byId = id => document.getElementById(id);
  const original = JSON.parse(byId('form-json').textContent);
  const settings = {
    title: [() => original.title, (form, value) => { form.title = value; }],
    display: [() => original.display, (form, value) => { form.display = value; }],
    sensitivity: [() => original.properties?.sensitivity ?? 'medical', (form, value) => { form.properties.sensitivity = value; }],
    category: [() => original.properties?.category, (form, value) => { keepOrDrop(form.properties, 'category', value); }],
    decision: [() => original.properties?.decision, (form, value) => { keepOrDrop(form.properties, 'decision', value); }],
  };
  let builder;
  let isChanged = false;

  function keepOrDrop(map, name, value) {
    if (value) map[name] = value;
    else delete map[name];
  }

  // A field's mistake stands beside the field as well; its name in the list leads there.
  function wayTo(problem) {
    const key = problem.path.replace(/^\$\.?/, '').split('.').pop();
    const field = key && place.querySelector(`.formio-component-${CSS.escape(key)}`);
    if (!field) {
      const path = document.createElement('code');
      path.textContent = problem.path;
      return path;
    }
    const note = document.createElement('p');
    note.className = 'field-problem';
    note.textContent = problem.message;
    field.append(note);
    const way = document.createElement('button');
    way.type = 'button';
    way.className = 'btn btn-sm btn-quiet';
    way.textContent = key;
    way.addEventListener('click', () => field.scrollIntoView({ block: 'center' }));
    return way;
  }

  function tell(kind, words, problems = []) {
    say.replaceChildren();
    for (const note of place.querySelectorAll('.field-problem')) note.remove();
    if (!words) return;
    const notice = document.createElement('div');
    notice.className = `notice ${kind} mb-3`;
    const body = document.createElement('div');
    const line = document.createElement('p');
    line.textContent = words;
    body.append(line);
    if (problems.length) {
      const list = document.createElement('ul');
      list.className = 'mb-0 mt-2';
      for (const problem of problems) {
        const item = document.createElement('li');
        item.append(wayTo(problem), ` ${problem.message}`);
        list.append(item);
      }
      body.append(list);
    }
    notice.append(body);
    say.append(notice);
    notice.scrollIntoView({ block: 'nearest' });
  }

  function changed(yes) {
    isChanged = yes;
    byId('form-unsaved').hidden = !yes;
    if (yes && !byId('preview').hidden) later();
  }

  // The preview shows the draft as the server keeps it, so a change is kept before it is shown.
  let waiting;
  function later() {
    clearTimeout(waiting);
    waiting = setTimeout(() => save().then(isKept => isKept && preview()), 1500);
  }

  function preview() {
    const address = `/designer/forms/${told.key}/preview?language=${byId('preview-language').value}`;
    byId('preview-alone').href = address;
    byId('preview-frame').style.width = byId('preview-width').value ? `${byId('preview-width').value}px` : '100%';
    byId('preview-frame').src = address;
  }

  function togglePreview() {
    const isShown = byId('preview').hidden;
    byId('preview').hidden = !isShown;
    byId('preview-toggle').setAttribute('aria-expanded', isShown);
    document.querySelector('.builder-with-preview').classList.toggle('is-split', isShown);
    if (!isShown) return;
    if (isChanged) save().then(preview);
    else preview();
  }

  const save = () => send('PUT', `/api/designer/forms/${told.key}/draft`);

  // The builder knows the components; everything else of the form is kept as it came.
  function form() {
    const whole = { ...original, components: builder.instance.form.components, properties: { ...original.properties } };
    for (const [name, [, put]] of Object.entries(settings)) put(whole, byId(`set-${name}`).value.trim());
    return whole;
  }

  async function send(method, address) {
    const answer = await fetch(address, {
      method,
      headers: { 'Content-Type': 'application/json', [told.csrfHeader]: told.csrf },
      body: JSON.stringify({ form: form(), base: told.base }),
    }).catch(() => null);
    if (!answer) return tell('alarm', told.sayOffline);
    if (answer.status === 401) return tell('alarm', told.saySignedOut);
    const body = await answer.json().catch(() => ({}));
    if (!answer.ok) return tell('alarm', body.says ?? told.sayFailed, body.problems);
    told.base = body.base;
    changed(false);
    byId('form-heading').textContent = byId('set-title').value;
    byId('form-draft').hidden = body.version !== undefined;
    if (body.version !== undefined) {
      byId('form-version').textContent = told.sayVersion.replace('{0}', body.version);
      byId('form-version').hidden = false;
    }
    tell('leaf', body.says, body.problems);
    return true;
  }

  // Another display is another builder inside, which must be listened to anew.
  function listen() {
    for (const name of ['saveComponent', 'removeComponent', 'addComponent', 'updateComponent']) {
      builder.instance.on(name, () => changed(true));
    }
  }

  async function open() {
    Formio.cdn.setBaseUrl(new URL(told.cdn, location.href).href);
    Formio.setBaseUrl(location.origin);
    Formio.setProjectUrl(location.origin);
    const texts = await fetch(told.texts).then(answer => answer.json());
    for (const [name, [read]] of Object.entries(settings)) byId(`set-${name}`).value = read() ?? '';
    // Left out: what needs a server of form.io's or a host we do not call.
    builder = new Formio.FormBuilder(place, structuredClone(original), {
      language: told.language,
      i18n: { [told.language]: texts },
      builder: { premium: false },
      disabled: ['address', 'recaptcha', 'form', 'custom', 'resource'],
      noDefaultSubmitButton: true,
    });
    place.builder = builder;
    await builder.ready;
    listen();
    byId('set-display').addEventListener('change', event => builder.setDisplay(event.target.value).then(listen));
    for (const name of Object.keys(settings)) byId(`set-${name}`).addEventListener('input', () => changed(true));
    byId('save').addEventListener('click', save);
    byId('preview-toggle').addEventListener('click', togglePreview);
    byId('preview-language').value = told.language;
    for (const id of ['preview-language', 'preview-width']) byId(id).addEventListener('change', preview);
    byId('publish').addEventListener('click', () => send('POST', `/api/designer/forms/${told.key}/publish`));
    addEventListener('beforeunload', event => { if (isChanged) event.preventDefault(); });
    byId('save').disabled = byId('publish').disabled = byId('preview-toggle').disabled = false;
    place.dataset.ready = 'true';
  }

  open().catch(error => {
    console.error(error);
    tell('alarm', told.sayFailed);
  });
})();
