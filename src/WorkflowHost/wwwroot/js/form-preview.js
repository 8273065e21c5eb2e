// A form to try: sent answers are judged by the server and forgotten, unless they are kept as an example.
(() => {
  const sheet = document.getElementById('sheet');
  const say = document.getElementById('sheet-say');
  const told = sheet.dataset;
  let form;

  function tell(kind, words, data) {
    const notice = document.createElement('div');
    notice.className = `notice ${kind} mb-3`;
    const body = document.createElement('div');
    const line = document.createElement('p');
    line.textContent = words;
    body.append(line);
    if (data) {
      const answers = document.createElement('pre');
      answers.className = 'small mb-0 mt-2';
      answers.textContent = JSON.stringify(data, null, 2);
      body.append(answers);
    }
    notice.append(body);
    say.replaceChildren(notice);
    notice.scrollIntoView({ block: 'nearest' });
  }

  const json = async address => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return answer.json();
  };

  const post = (data, keepAs) => fetch(told.trial, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', [told.csrfHeader]: told.csrf },
    body: JSON.stringify({ data, language: told.language, keepAs }),
  }).catch(() => null);

  async function judge(submission) {
    const answer = await post(submission.data, null);
    if (!answer) throw { words: told.sayOffline };
    const body = await answer.json().catch(() => ({}));
    if (answer.ok) return tell('leaf', [body.says, ...(body.warnings ?? []).map(warning => warning.message)].join(' '), body.data);
    if (answer.status === 400 && body.details) throw { words: told.sayInvalid, body };
    throw { words: told.sayFailed };
  }

  function refuse({ words, body }) {
    tell('alarm', words);
    if (!body) return [{ message: words, silent: true }];
    form.setServerErrors(body);
    return body.details;
  }

  async function keep() {
    const name = document.getElementById('keep-as').value.trim();
    if (!name) return document.getElementById('keep-as').focus();
    const answer = await post(form.submission.data, name);
    const body = answer ? await answer.json().catch(() => ({})) : {};
    tell(answer?.ok ? 'leaf' : 'alarm', body.says ?? (answer ? told.sayFailed : told.sayOffline));
    if (answer?.ok) setTimeout(() => location.reload(), 800);
  }

  // The draft changed beside: the questions are drawn anew, what was filled in and the step stay.
  async function refresh() {
    for (const name of ['form', 'trial']) told[name] = told[name].replace(/\/\d+\//, '/0/');
    const [definition] = await Promise.all([json(told.form), readExpressions()]);
    const answers = form.submission.data;
    const page = form.page;
    await form.setForm(definition);
    await form.setSubmission({ data: answers });
    if (page > 0) await form.setPage(Math.min(page, form.pages.length - 1));
    window.formChecks.watch(form, words);
  }

  function readExpressions() {
    return new Promise((done, failed) => {
      const script = document.createElement('script');
      script.src = told.form.replace(/form\.json.*$/, `expressions.js?at=${Date.now()}`);
      script.addEventListener('load', () => done(script.remove()));
      script.addEventListener('error', failed);
      document.head.append(script);
    });
  }

  let words;
  async function open() {
    Formio.cdn.setBaseUrl(new URL(told.cdn, location.href).href);
    Formio.setBaseUrl(location.origin);
    Formio.setProjectUrl(location.origin);
    const [definition, texts] = await Promise.all([json(told.form), json(told.texts)]);
    words = texts;
    form = await Formio.createForm(document.getElementById('sheet-form'), definition, {
      language: told.language,
      decimalSeparator: '.',
      i18n: { [told.language]: texts },
      // The answers are judged between form.io's own checks and its "submitted", which is held back: there is nothing to submit to.
      hooks: { customValidation: (submission, next) => judge(submission).then(() => next([]), refusal => next(refuse(refusal))) },
    });
    form.nosubmit = true;
    sheet.form = form;
    window.formChecks.watch(form, texts);
    document.getElementById('keep').addEventListener('click', keep);
    for (const button of document.querySelectorAll('.fill')) {
      button.addEventListener('click', () => form.setSubmission({ data: JSON.parse(button.dataset.answers) }));
    }
    window.formPreview.fill = data => form.setSubmission({ data });
    if (waitingAnswers) await window.formPreview.fill(waitingAnswers);
    sheet.dataset.ready = 'true';
  }

  // What the builder's page, which is of this host, asks of the frame.
  let waitingAnswers;
  window.formPreview = {
    refresh: () => form ? refresh().catch(error => { console.error(error); location.reload(); }) : null,
    answers: () => form?.submission?.data,
    fill: data => { waitingAnswers = data; },
  };

  open().catch(error => {
    console.error(error);
    tell('alarm', told.sayLoad);
  });
})();
