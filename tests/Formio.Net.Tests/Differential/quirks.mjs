// Names the quirks that a line shows: what form.io's server does there is decided otherwise (docs/quirks.md).
const isGrid = type => ['datagrid', 'editgrid'].includes(type);

const holdsData = component => component.type && !['panel', 'well', 'fieldset', 'columns', 'table', 'tabs', 'content', 'htmlelement'].includes(component.type);

function* walk(components, grids = [], path = '', inForm = false) {
  for (const component of Array.isArray(components) ? components : []) {
    if (!component) continue;
    yield { component, grids, path, inForm };
    const holds = isGrid(component.type) || ['container', 'form', 'datamap', 'address'].includes(component.type);
    const inner = isGrid(component.type) ? [...grids, component] : grids;
    const form = component.type === 'form' || (inForm && !['container', 'datagrid', 'editgrid'].includes(component.type));
    const below = holds ? `${path}${component.key}.` : path;
    yield* walk(component.components, inner, below, form);
    for (const column of Array.isArray(component.columns) ? component.columns : []) yield* walk(column?.components, inner, below, form);
    for (const row of Array.isArray(component.rows) ? component.rows : []) for (const cell of Array.isArray(row) ? row : []) yield* walk(cell?.components, inner, below, form);
  }
}

const references = component => [
  ...(component.conditional?.conditions ?? []), component.conditional ?? {},
  ...(Array.isArray(component.logic) ? component.logic : []).flatMap(item => [item.trigger?.simple ?? {}, ...(item.trigger?.simple?.conditions ?? [])]),
].flatMap(entry => [entry?.component, entry?.when]).filter(name => typeof name === 'string' && name);

function rowsLost(before, after) {
  if (Array.isArray(before)) {
    if (!Array.isArray(after)) return false;
    return before.some((row, i) => row && !Array.isArray(row) && (after[i] === null || i >= after.length || (typeof row === 'object' && rowsLost(row, after[i]))));
  }
  return !!before && typeof before === 'object' && !!after && typeof after === 'object' && Object.keys(before).some(key => rowsLost(before[key], after[key]));
}

export function quirksOf(line) {
  const found = new Set();
  const { expected, form } = line;
  if ('exception' in expected) found.add('reference-throws');
  if (!form.components?.length) found.add('empty-form-does-not-filter');
  if (line.pipeline === 'server' && rowsLost(line.submission.data, expected.data)) found.add('grid-rows-lost-or-null');
  for (const error of expected.errors) {
    if (error.message === error.key && ['custom', 'jsonLogic', 'requiredDayEmpty'].includes(error.key)) found.add('untranslated-key-as-message');
    if (error.key === error.ruleName && /\W/.test(error.key)) found.add('message-text-as-ruleName');
  }
  const places = new Map();
  for (const { component, grids, path, inForm } of walk(form.components)) {
    if (inForm && !holdsData(component) && (component.customConditional || /"var"/.test(JSON.stringify(component.conditional ?? '')))) found.add('layout-in-sub-form-sees-no-data');
    const inner = grids.at(-1);
    const name = `${path}${component.key}`;
    places.set(name, [...(places.get(name) ?? []), component]);
    if (!inner) continue;
    const changes = (Array.isArray(component.logic) ? component.logic : []).flatMap(item => item.actions ?? []).some(action => ['property', 'mergeComponentSchema'].includes(action?.type));
    if (changes) found.add('row-logic-mutates-shared-component');
    for (const reference of references(component)) {
      if (grids.length > 1 && reference.includes('.')) found.add('nested-grid-condition-matches-innermost-index-only');
      if (!reference.includes('.') && [...walk(inner.components)].some(other => other.component.key === reference)) found.add('key-only-row-condition-reads-first-row');
    }
  }
  for (const twins of places.values()) {
    if (twins.length > 1 && twins.some(twin => twin.conditional || twin.customConditional || twin.logic)) found.add('shared-key-value-cleared-by-hidden-twin');
  }
  return [...found];
}
