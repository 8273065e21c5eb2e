// What the builder offers, in groups of our own: the presets of this house, then form.io's components by what they are for.
// Left out is what needs a server of form.io's or a host we do not call, and what would keep a secret in the answers.
window.builderParts = (presets, texts) => {
  const groups = {
    questions: ['textfield', 'textarea', 'number', 'checkbox', 'radio', 'select', 'selectboxes', 'survey', 'tags'],
    contact: ['phoneNumber', 'email', 'url', 'currency'],
    dates: ['day', 'datetime', 'time'],
    rows: ['datagrid', 'editgrid', 'container', 'datamap'],
    looks: ['content', 'htmlelement', 'panel', 'fieldset', 'columns', 'table', 'tabs', 'well'],
    files: ['signature', 'file', 'hidden', 'button'],
  };

  // A new question begins with the name of its part, in the language of the screen and not of form.io.
  const part = (info, weight) => {
    const name = texts[info.title] ?? info.title;
    const { label, title } = info.schema;
    return { ...info, weight, schema: { ...info.schema, ...(label ? { label: name } : {}), ...(title ? { title: name } : {}) } };
  };

  // form.io's lists hold the parts of its own groups, so those are switched off and each part is named again.
  const builder = { basic: false, advanced: false, layout: false, data: false, premium: false, resource: false };
  for (const [index, group] of presets.entries()) {
    builder[`presets-${group.key}`] = {
      title: group.title,
      weight: index,
      default: index === 0,
      components: Object.fromEntries(group.presets.map((preset, at) => [
        `preset-${preset.name}`, { title: preset.title, icon: preset.icon, weight: at, schema: preset.component },
      ])),
    };
  }
  for (const [index, [name, types]] of Object.entries(groups).entries()) {
    builder[name] = {
      title: `builder.group.${name}`,
      weight: 100 + index,
      components: Object.fromEntries(types.map((type, at) => [type, part(Formio.Components.components[type].builderInfo, at)])),
    };
  }
  // "Day" is also what form.io writes over the first part of a date.
  builder.dates.components.day.title = 'builder.day';
  // A file has to lie in the answers: there is no other place for it.
  builder.files.components.file.schema = { ...builder.files.components.file.schema, storage: 'base64', properties: { storedMax: '600KB' } };
  return builder;
};
