// Menus are <details>; this closes an open one when the person looks elsewhere, and gives focus back on Escape.
document.addEventListener('click', event => {
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});
document.addEventListener('keydown', event => {
  const menu = event.key === 'Escape' && document.querySelector('details.menu[open]');
  if (menu) {
    menu.open = false;
    menu.querySelector('summary').focus();
  }
});
// A choice in a filter applies at once; without this script the button beside it does.
document.addEventListener('change', event => {
  if (event.target.matches('form[data-submit-on-change] select, form[data-submit-on-change] input[type=checkbox]')) event.target.form.requestSubmit();
});
