// Warns beside a field that holds a code copied from a document (properties.check), while it is typed and after. The same
// checks as the server's (Formio.Net, Checks), which decides nothing by them either: a warning never stops a form.
window.formChecks = (() => {
  const plain = text => text.replace(/[\s.-]/g, '').toUpperCase();
  const weighed = (code, alphabet, length) =>
    [...code.slice(0, length)].reduce((sum, sign, at) => sum + alphabet.indexOf(sign) * (length + 1 - at), 0);

  const checks = {
    curp: {
      length: 18,
      warn(code) {
        if (!/^[A-Z]{4}\d{6}[HMX][A-Z]{2}[B-DF-HJ-NP-TV-Z]{3}[0-9A-Z]\d$/.test(code)) return 'check.curp.shape';
        const digit = (10 - weighed(code, '0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ', 17) % 10) % 10;
        return String(digit) === code[17] ? null : 'check.curp.digit';
      },
    },
    rfc: {
      length: 13,
      warn(code) {
        if (['XEXX010101000', 'XAXX010101000'].includes(code)) return 'check.rfc.generic';
        if (!/^[A-ZÑ&]{4}\d{6}[A-Z0-9]{2}[0-9A]$/.test(code)) return 'check.rfc.shape';
        return '0A987654321'[weighed(code, '0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ', 12) % 11] === code[12] ? null : 'check.rfc.digit';
      },
    },
  };

  function warningOf(component) {
    const check = checks[component.component.properties?.check];
    const value = component.dataValue;
    if (!check || !component.visible || typeof value !== 'string' || !value.trim()) return null;
    const code = plain(value);
    // Half a code is not a wrong one yet while somebody is typing it.
    const isBeingTyped = code.length < check.length && component.element?.contains(document.activeElement);
    return isBeingTyped ? null : check.warn(code);
  }

  function show(component, texts) {
    if (!component.component.properties?.check || !component.element) return;
    const key = warningOf(component);
    let note = component.element.querySelector(':scope > .field-warning');
    if (!key) {
      if (note) note.textContent = '';
      return;
    }
    if (!note) {
      note = document.createElement('div');
      note.className = 'field-warning';
      note.id = `warning-${component.id}`;
      note.setAttribute('role', 'status');
      component.element.append(note);
      const input = component.element.querySelector('input');
      input?.setAttribute('aria-describedby', `${input.getAttribute('aria-describedby') ?? ''} ${note.id}`.trim());
    }
    if (note.textContent !== texts[key]) note.textContent = texts[key] ?? key;
  }

  /** Watches a rendered form; texts is the renderer's dictionary. */
  function watch(form, texts) {
    const look = () => form.everyComponent(component => show(component, texts));
    for (const event of ['change', 'render', 'redraw']) form.on(event, look);
    form.element.addEventListener('focusout', () => setTimeout(look));
    look();
  }

  return { watch };
})();
