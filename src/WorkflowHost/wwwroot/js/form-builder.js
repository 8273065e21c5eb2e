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
  let check;
  let keys;
  let isChanged = false;

  function keepOrDrop(map, name, value) {
    if (value) map[name] = value;
    else delete map[name];
  }

  function tell(kind, words) {
    say.replaceChildren();
    if (!words) return;
    const notice = document.createElement('div');
    notice.className = `notice ${kind} mb-3`;
    const body = document.createElement('div');
    const line = document.createElement('p');
    line.textContent = words;
    body.append(line);
    notice.append(body);
    say.append(notice);
    notice.scrollIntoView({ block: 'nearest' });
  }

  function changed(yes) {
    isChanged = yes;
    byId('form-unsaved').hidden = !yes;
    if (yes && !byId('preview').hidden) later();
    if (yes) check.later();
  }

  // The preview shows the draft as the server keeps it, so a change is kept before it is shown.
  let waiting;
  function later() {
    clearTimeout(waiting);
    waiting = setTimeout(() => save(true).then(isKept => isKept && preview(true)), 1200);
  }

  // What was filled in there stays: the frame is of this host, so its form is asked for it and given it back.
  function preview(isSamePage = false) {
    const frame = byId('preview-frame');
    const before = frame.contentWindow?.formPreview;
    if (isSamePage && before) return before.refresh();
    const answers = before?.answers();
    const address = `/designer/forms/${told.key}/preview?language=${byId('preview-language').value}`;
    byId('preview-alone').href = address;
    frame.addEventListener('load', () => answers && frame.contentWindow.formPreview?.fill(answers), { once: true });
    frame.src = address;
  }

  function widen() {
    byId('preview-frame').style.width = byId('preview-width').value ? `${byId('preview-width').value}px` : '100%';
  }

  function togglePreview() {
    const isShown = byId('preview').hidden;
    byId('preview').hidden = !isShown;
    byId('preview-toggle').setAttribute('aria-expanded', isShown);
    document.querySelector('.builder-with-preview').classList.toggle('is-split', isShown);
    if (!isShown) return;
    widen();
    if (isChanged) save(true).then(() => preview());
    else preview();
  }

  const save = isQuiet => send('PUT', `/api/designer/forms/${told.key}/draft`, isQuiet);

  // The builder knows the components; everything else of the form is kept as it came.
  function form() {
    const whole = { ...original, components: builder.instance.form.components, properties: { ...original.properties } };
    for (const [name, [, put]] of Object.entries(settings)) put(whole, byId(`set-${name}`).value.trim());
    return whole;
  }

  // One after the other: a save that begins before the one before it is answered would be taken for somebody else's.
  let sending = Promise.resolve();
  function send(method, address, isQuiet = false) {
    return sending = sending.then(() => sendNow(method, address, isQuiet));
  }

  async function sendNow(method, address, isQuiet) {
    const sent = snapshot();
    const answer = await fetch(address, {
      method,
      headers: { 'Content-Type': 'application/json', [told.csrfHeader]: told.csrf },
      body: JSON.stringify({ form: form(), base: told.base }),
    }).catch(() => null);
    if (!answer) return tell('alarm', told.sayOffline);
    if (answer.status === 401) return tell('alarm', told.saySignedOut);
    const body = await answer.json().catch(() => ({}));
    if (!answer.ok) {
      if (body.problems) check.tell(body.problems, body.says);
      return tell('alarm', body.says ?? told.sayFailed);
    }
    told.base = body.base;
    kept = sent;
    changed(snapshot() !== kept);
    byId('form-heading').textContent = byId('set-title').value;
    byId('form-draft').hidden = body.version !== undefined;
    if (body.version !== undefined) {
      byId('form-version').textContent = told.sayVersion.replace('{0}', body.version);
      byId('form-version').hidden = false;
      if (body.problems) check.tell(body.problems, body.says);
      if (!byId('preview').hidden) preview();
    }
    if (!isQuiet) tell('leaf', body.says);
    return true;
  }

  const snapshot = () => JSON.stringify(form());
  let kept;
  function look() {
    setTimeout(keys.quiet);
    if (snapshot() !== kept) changed(true);
  }

  // Another display is another builder inside, which must be listened to anew.
  function listen() {
    for (const name of ['saveComponent', 'removeComponent', 'addComponent', 'updateComponent', 'change']) builder.instance.on(name, look);
    builder.instance.on('saveComponent', component => keys.focusOn(component?.key, 'after'));
    setTimeout(keys.quiet);
  }

  async function open() {
    Formio.cdn.setBaseUrl(new URL(told.cdn, location.href).href);
    Formio.setBaseUrl(location.origin);
    Formio.setProjectUrl(location.origin);
    const texts = await fetch(told.texts).then(answer => answer.json());
    for (const [name, [read]] of Object.entries(settings)) byId(`set-${name}`).value = read() ?? '';
    window.builderDialogs(told.language, texts);
    builder = new Formio.FormBuilder(place, structuredClone(original), {
      language: told.language,
      i18n: { [told.language]: texts },
      builder: window.builderParts(JSON.parse(byId('form-presets').textContent), texts),
      noDefaultSubmitButton: true,
    });
    place.builder = builder;
    keys = window.builderKeys(place, () => builder.instance, texts);
    check = window.builderCheck(place, told, () => builder.instance, form);
    await builder.ready;
    listen();
    kept = snapshot();
    byId('set-display').addEventListener('change', event => builder.setDisplay(event.target.value).then(listen));
    for (const name of Object.keys(settings)) byId(`set-${name}`).addEventListener('input', () => changed(true));
    byId('save').addEventListener('click', () => save());
    byId('preview-toggle').addEventListener('click', togglePreview);
    byId('preview-language').value = told.language;
    byId('preview-language').addEventListener('change', () => preview());
    byId('preview-width').addEventListener('change', widen);
    byId('publish').addEventListener('click', () => send('POST', `/api/designer/forms/${told.key}/publish`));
    addEventListener('beforeunload', event => { if (isChanged) event.preventDefault(); });
    byId('save').disabled = byId('publish').disabled = byId('preview-toggle').disabled = false;
    place.dataset.ready = 'true';
    check.ask();
  }

  open().catch(error => {
    console.error(error);
    tell('alarm', told.sayFailed);
  });
})();
