// Renders the form version of a task with the real form.io renderer and sends it with fetch. Nothing typed is lost: a
// draft is kept until the server says it has the answers, and a sent key makes a second try harmless.
(() => {
  const sheet = document.getElementById('sheet');
  const place = document.getElementById('sheet-form');
  const say = document.getElementById('sheet-say');
  const told = sheet.dataset;
  const drafts = window.formDrafts(told.draft, told.draftKey);
  const newKey = () => crypto.randomUUID?.() ?? `${Date.now()}-${Math.random().toString(36).slice(2)}`;
  let sendingKey = newKey();
  let isSent = false;
  // A draft names the version it began with and goes on with that, whatever has been published since.
  let about = told.begun ? { begun: told.begun, version: told.version, title: told.title } : undefined;

  function tell(kind, words, action) {
    say.replaceChildren();
    if (!words) return;
    const notice = document.createElement('div');
    notice.className = `notice ${kind} mb-3`;
    const line = document.createElement('p');
    line.textContent = words;
    notice.append(line);
    if (action) notice.append(action);
    say.append(notice);
    if (kind === 'alarm') notice.scrollIntoView({ block: 'center', behavior: 'smooth' });
  }

  const json = async address => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return answer.json();
  };

  async function open() {
    Formio.cdn.setBaseUrl(new URL(told.cdn, location.href).href);
    Formio.setBaseUrl(location.origin);
    Formio.setProjectUrl(location.origin);
    const draft = told.readOnly ? null : await drafts.find();
    if (draft?.begun) {
      about = { begun: draft.begun, version: draft.version, title: draft.title };
      const isHere = draft.version === told.version || new URLSearchParams(location.search).has('begun');
      if (!isHere) return location.replace(`${location.pathname}?begun=${encodeURIComponent(draft.begun)}`);
    }
    const [definition, texts] = await Promise.all([json(told.form), json(told.texts)]);
    const form = await Formio.createForm(place, definition, {
      language: told.language,
      // Numbers are typed as Mexico writes them, whatever language the sheet is read in: Spain's comma would turn 36.6 into 366.
      decimalSeparator: '.',
      i18n: { [told.language]: texts },
      readOnly: told.readOnly === 'true',
      hooks: { customValidation: (submission, next) => send(submission).then(() => next(), refusal => next(refuse(refusal))) },
    });
    sheet.form = form;
    form.nosubmit = true;
    const prefill = JSON.parse(document.getElementById('sheet-prefill').textContent);
    const start = draft?.data ?? prefill;
    if (Object.keys(start).length) await form.setSubmission({ data: start });
    if (draft) tell('sun', told.sayRestored, discardButton());

    window.formChecks.watch(form, texts);
    nameReadOnlyTexts();
    form.on('render', nameReadOnlyTexts);
    let timer;
    // form.io's third word says whether a person did it; a form that fills itself in is no draft.
    form.on('change', (change, flags, isByPerson) => {
      if (!change?.changed || !isByPerson) return;
      clearTimeout(timer);
      timer = setTimeout(() => isSent || drafts.keep(form.submission.data, about), 400);
    });
    sheet.dataset.ready = 'true';
  }

  // form.io shows a disabled long text in an element with the role of a text box and no name.
  function nameReadOnlyTexts() {
    for (const text of place.querySelectorAll('.formio-editor-read-only-content')) {
      const label = text.closest('.formio-component')?.querySelector('label');
      if (label) text.setAttribute('aria-label', label.textContent.trim());
    }
  }

  function discardButton() {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn btn-sm btn-quiet ms-auto';
    button.textContent = told.sayDiscard;
    button.addEventListener('click', () => {
      drafts.forget();
      location.assign(location.pathname);
    });
    return button;
  }

  // Runs between the browser's own checks and form.io's "submitted": a refusal here keeps the form as it is.
  async function send(submission) {
    tell('', told.saySending);
    const answer = await fetch(told.submit, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': sendingKey,
        [told.csrfHeader]: told.csrf,
      },
      body: JSON.stringify({
        data: submission.data,
        site: document.getElementById('sheet-site')?.value ?? null,
        begun: about?.begun ?? null,
      }),
    }).catch(() => {
      throw { words: told.sayOffline };
    });
    const body = await answer.json().catch(() => ({}));
    if (answer.ok) {
      drafts.forget();
      isSent = true;
      tell('leaf', told.saySent);
      location.assign(body.next ?? '/');
      return;
    }
    // What is sent next is another request and needs another key; only an unanswered one keeps its own.
    sendingKey = newKey();
    if (answer.status === 400 && body.details) throw { words: told.sayInvalid, body };
    throw { words: answer.status === 401 ? told.saySignedOut : body.title ?? told.sayFailed };
  }

  // The shape of form.io's own server: its renderer puts each message beside the field its path names.
  function refuse({ words, body }) {
    tell('alarm', words);
    if (!body) return [{ message: words, silent: true }];
    sheet.form.setServerErrors(body);
    return body.details;
  }

  open().catch(error => {
    console.error(error);
    tell('alarm', told.sayLoad);
    place.replaceChildren();
  });
})();
