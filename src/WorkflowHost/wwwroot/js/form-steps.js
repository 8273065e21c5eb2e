// The steps of a form in several pages. form.io marks them as tabs without panels, which screen readers cannot follow;
// here they are what they are: a list of steps, the present one marked.
Formio.Templates.current = {
  wizardHeader: {
    form: ctx => `<nav aria-label="${ctx.t('stepsLabel')}" id="${ctx.wizardKey}-header" ref="${ctx.wizardKey}-header">
  <ul class="pagination">${ctx.panels.map((panel, index) => `
    <li class="page-item${ctx.currentPage === index ? ' active' : ''}">
      <button type="button" class="page-link" data-index="${index}" ref="${ctx.wizardKey}-link"${ctx.currentPage === index ? ' aria-current="step"' : ''}>
        ${ctx.t(panel.title, { _userInput: true })}
      </button>
    </li>`).join('')}
  </ul>
</nav>`,
  },
};
