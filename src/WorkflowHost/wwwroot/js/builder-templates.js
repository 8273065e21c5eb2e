// The form.io builder's own markup, as buttons and lists that a keyboard and a screen reader can follow. The refs, data
// attributes and classes are those form.io looks for (its templates, MIT); the words come from the builder's dictionary.
(() => {
  const safe = text => String(text ?? '').replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`);
  const plain = html => new DOMParser().parseFromString(String(html ?? ''), 'text/html').body.textContent.trim();
  const nameOf = component => plain(component.label || component.title || component.legend || component.key).slice(0, 80);
  const words = (ctx, key) => safe(ctx.t(key));

  function tool(ctx, name, icon, key, label) {
    const mark = name.startsWith('do-') ? `data-do="${name.slice(3)}"` : `ref="${name}"`;
    return `<button type="button" class="btn btn-xxs btn-default component-settings-button" ${mark}
      aria-label="${words(ctx, key)}: ${safe(label)}" title="${words(ctx, key)}"><i class="${ctx.iconClass(icon)}" aria-hidden="true"></i></button>`;
  }

  const builderComponent = ctx => {
    const label = nameOf(ctx.childComponent);
    const tools = [
      !(ctx.design && ctx.childComponent.type === 'reviewpage') && ctx.editComponent ? tool(ctx, 'editComponent', 'cog', 'builder.edit', label) : '',
      tool(ctx, 'do-after', 'plus', 'builder.after', label),
      tool(ctx, 'do-up', 'chevron-up', 'builder.up', label),
      tool(ctx, 'do-down', 'chevron-down', 'builder.down', label),
      ctx.design ? '' : tool(ctx, 'copyComponent', 'copy', 'builder.copy', label),
      ctx.design ? '' : tool(ctx, 'pasteComponent', 'save', 'builder.paste', label).replace('component-settings-button"', 'component-settings-button component-settings-button-paste"'),
      ctx.design || ctx.editJson === false ? '' : tool(ctx, 'editJson', 'wrench', 'builder.json', label),
      tool(ctx, 'removeComponent', 'remove', 'builder.remove', label),
    ];
    return `<div class="builder-component" ref="dragComponent" data-name="${safe(label)}">
  ${ctx.disableBuilderActions ? '' : `<div class="component-btn-group" data-noattach="true" role="group" aria-label="${safe(label)}">${tools.join('')}</div>`}
  ${ctx.html}
</div>`;
  };

  const builderPlaceholder = ctx => `<div class="drag-and-drop-alert alert alert-info no-drag text-center" data-noattach="true" data-position="${ctx.position}">
  <p class="mb-1">${words(ctx, 'dragAndDropComponent')}</p>
  <button type="button" class="btn btn-sm btn-quiet" data-do="into">${words(ctx, 'builder.into')}</button>
</div>`;

  const builderSidebar = ctx => `<div id="${ctx.groupId}" class="accordion builder-sidebar${ctx.scrollEnabled ? ' builder-sidebar_scroll' : ''}" ref="sidebar">
  <input class="form-control builder-sidebar_search" type="search" ref="sidebar-search" placeholder="${words(ctx, 'searchFields')}" aria-label="${words(ctx, 'searchFields')}">
  <p class="small soft my-2 builder-place" role="status"></p>
  <div ref="sidebar-groups">${ctx.groups.join('')}</div>
</div>`;

  function part(ctx, key) {
    const { key: name, schema, icon, title } = ctx.group.components[key];
    return `<span ref="sidebar-component" role="button" tabindex="0" data-group="${ctx.groupKey}" data-key="${safe(name)}" data-type="${safe(schema.type)}"
      class="btn btn-outline-primary btn-sm formcomponent drag-copy m-0">
      ${icon ? `<i class="${ctx.iconClass(icon)}" aria-hidden="true"></i>` : ''} ${safe(ctx.t(title, { _userInput: true }))}</span>`;
  }

  const builderSidebarGroup = ctx => `<div class="card form-builder-panel accordion-item" ref="group-panel-${ctx.groupKey}">
  <div class="card-header form-builder-group-header p-0 d-grid" id="heading-${ctx.groupKey}">
    <button class="btn builder-group-button" type="button" data-bs-toggle="collapse" data-bs-target="#group-${ctx.groupKey}"
      data-bs-parent="#${ctx.groupId}" aria-expanded="${ctx.group.default === true}" aria-controls="group-${ctx.groupKey}" ref="sidebar-anchor">
      ${safe(ctx.t(ctx.group.title, { _userInput: true }))}</button>
  </div>
  <div id="group-${ctx.groupKey}" class="accordion-collapse collapse${ctx.group.default ? ' show' : ''}" data-bs-parent="#${ctx.groupId}"
    data-default="${ctx.group.default}" ref="sidebar-group">
    <div id="group-container-${ctx.groupKey}" class="d-grid gap-1 no-drop p-2 w-100" ref="sidebar-container">
      ${ctx.group.componentOrder.length || ctx.subgroups.length
        ? ctx.group.componentOrder.map(key => part(ctx, key)).join('') + ctx.subgroups.join('')
        : `<div>${words(ctx, 'noMatchesFound')}</div>`}
    </div>
  </div>
</div>`;

  const builder = ctx => `<div class="formio builder row formbuilder">
  <div class="col-12 col-md-4 col-xl-3 formcomponents">${ctx.sidebar}</div>
  <div class="col-12 col-md-8 col-xl-9 formarea" ref="form">${ctx.form}</div>
</div>`;

  const builderWizard = ctx => `<div class="formio builder row formbuilder">
  <div class="col-12 col-md-4 col-xl-3 formcomponents">${ctx.sidebar}</div>
  <div class="col-12 col-md-8 col-xl-9 formarea">
    <ol class="wizard-pages list-unstyled d-flex flex-wrap gap-2">${ctx.pages.map((page, index) => `
      <li><button type="button" class="btn btn-sm wizard-page-label ${index === ctx.self.page ? 'btn-primary' : 'btn-quiet'}" ref="gotoPage"
        ${index === ctx.self.page ? 'aria-current="step"' : ''}>${index + 1}. ${safe(ctx.t(page.title, { _userInput: true }))}</button></li>`).join('')}
      <li class="wizard-add-page"><button type="button" class="btn btn-sm btn-quiet wizard-page-label" ref="addPage">
        <i class="${ctx.iconClass('plus')}" aria-hidden="true"></i> ${words(ctx, 'createPage')}</button></li>
    </ol>
    <div ref="form">${ctx.form}</div>
  </div>
</div>`;

  // Without form.io's link to its manual, which is another host and another language.
  const builderEditForm = ctx => {
    const buttons = `<div class="d-flex flex-wrap gap-2 mt-2">
      <button type="button" class="btn btn-success" ref="saveButton">${words(ctx, 'save')}</button>
      <button type="button" class="btn btn-quiet" ref="cancelButton">${words(ctx, 'cancel')}</button>
      <button type="button" class="btn btn-quiet" ref="removeButton">${words(ctx, 'remove')}</button>
      ${ctx.preview ? `<button type="button" class="btn btn-quiet ms-auto" ref="previewButton">${words(ctx, ctx.showPreview ? 'hidePreview' : 'showPreview')}</button>` : ''}
    </div>`;
    const isBeside = ctx.preview && ctx.showPreview;
    return `<p class="lead">${safe(ctx.t(ctx.componentInfo.title, { _userInput: true }))}</p>
<div class="row">
  <div class="component-edit-tabs ${isBeside ? 'col-md-6' : 'col-12'}"><div ref="editForm">${ctx.editForm}</div>${isBeside ? '' : buttons}</div>
  ${isBeside ? `<div class="col-md-6"><div class="card panel preview-panel">
    <div class="card-header"><h4 class="card-title mb-0">${words(ctx, 'preview')}</h4></div>
    <div class="card-body"><div class="component-preview" ref="preview">${ctx.preview}</div></div></div>${buttons}</div>` : ''}
</div>`;
  };

  const mine = { builder, builderEditForm, builderComponent, builderPlaceholder, builderSidebar, builderSidebarGroup, builderWizard };
  Formio.Templates.current = Object.fromEntries(Object.entries(mine).map(([name, form]) => [name, { form }]));
})();
