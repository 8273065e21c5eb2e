// A form whose answer may take longer than a second says so, and is not sent twice.
(() => {
  for (const form of document.querySelectorAll('form[data-slow]')) {
    form.addEventListener('submit', event => {
      if (form.dataset.sent) return event.preventDefault();
      form.dataset.sent = 'yes';
      setTimeout(() => {
        for (const button of form.querySelectorAll('button')) button.disabled = true;
        form.querySelector('[data-slow-place]').textContent = form.dataset.slow;
      }, 1000);
    });
  }
  // Going back shows the page as it was left.
  window.addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll('form[data-slow]')) {
      delete form.dataset.sent;
      for (const button of form.querySelectorAll('button')) button.disabled = false;
      form.querySelector('[data-slow-place]').textContent = '';
    }
  });
})();
