// A form whose parts the server adds and takes out: the answer takes the form's place and nothing typed is lost, not even what
// was typed while the answer was on its way. Without this file the same buttons load the page again.
(() => {
  let asking = null;
  const stateOf = control => control.type === 'checkbox' ? control.checked
    : control.multiple ? [...control.selectedOptions].map(option => option.value).join('\n') : control.value;
  const controlsOf = form => [...form.elements].filter(control => control.id && control.tagName !== 'BUTTON');
  const carry = (from, to, sent) => controlsOf(from).forEach(control => {
    const fresh = to.querySelector('#' + CSS.escape(control.id));
    if (!fresh || sent.get(control.id) === stateOf(control)) return;
    if (control.type === 'checkbox') fresh.checked = control.checked;
    else if (control.multiple) [...fresh.options].forEach(option => { option.selected = [...control.selectedOptions].some(one => one.value === option.value); });
    else fresh.value = control.value;
  });
  const ready = form => {
    const swap = async act => {
      if (asking) asking.abort();
      const mine = asking = new AbortController();
      const data = new FormData(form);
      data.append('act', act);
      const sent = new Map(controlsOf(form).map(control => [control.id, stateOf(control)]));
      const answer = await fetch(form.action, { method: 'POST', body: data, signal: mine.signal }).catch(() => null);
      if (mine.signal.aborted) return;
      const text = answer && answer.ok ? await answer.text() : '';
      if (mine.signal.aborted) return;
      asking = null;
      const fresh = new DOMParser().parseFromString(text, 'text/html').querySelector('form[data-parts]');
      // Without an answer the form stays as it is: its buttons can be pressed again.
      if (!fresh) return;
      const focus = document.activeElement && document.activeElement.id;
      carry(form, fresh, sent);
      form.replaceWith(fresh);
      ready(fresh);
      const again = focus && document.getElementById(focus);
      if (again) again.focus();
    };
    form.addEventListener('submit', event => {
      if (!event.submitter || event.submitter.value === 'save') return;
      event.preventDefault();
      swap(event.submitter.value);
    });
    form.addEventListener('change', event => {
      if (event.target.matches('[data-refresh]')) swap('refresh');
    });
  };
  document.querySelectorAll('form[data-parts]').forEach(ready);
})();
