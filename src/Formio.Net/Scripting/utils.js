// The functions of form.io's Utils that formulas call. Plain ES2015 for our own interpreter; it ends with the table.
var layouts = ['table', 'well', 'columns', 'fieldset', 'panel', 'tabs'];
var contents = ['htmlelement', 'content'];
var grids = ['datagrid', 'editgrid', 'datatable', 'dynamicWizard'];

function modelType(component) {
  if (component.modelType) return component.modelType;
  if (layouts.indexOf(component.type) >= 0) return 'none';
  if (contents.indexOf(component.type) >= 0) return 'content';
  if (grids.indexOf(component.type) >= 0) return 'nestedArray';
  if (component.type === 'form') return 'dataObject';
  if (component.type === 'container' || component.type === 'address') return 'object';
  if (component.type === 'number' || component.type === 'currency') return 'number';
  if (component.input === false || (component.components && !component.input)) return 'none';
  return 'any';
}

function hasData(component) {
  var model = modelType(component);
  return !!component.type && model !== 'none' && model !== 'content';
}

function getComponentKey(component) {
  if (!component) return '';
  return component.type === 'checkbox' && component.inputType === 'radio' && component.name ? component.name : component.key;
}

function join(parent, key) {
  return parent ? (key ? parent + '.' + key : parent) : key;
}

function getComponentPaths(component, parent, above) {
  above = above || {};
  var key = getComponentKey(component);
  var dataKey = hasData(component) ? key : '';
  var data = above.dataPath || '';
  if (parent && data && modelType(parent) === 'nestedArray') data += '[' + (above.dataIndex || 0) + ']';
  if (parent && data && modelType(parent) === 'dataObject') data += '.data';
  return {
    path: join(above.path, dataKey),
    fullPath: join(above.fullPath, key),
    localPath: join(above.localPath, dataKey),
    fullLocalPath: join(above.fullLocalPath, key),
    dataPath: join(data, dataKey),
    localDataPath: join(data, dataKey),
    dataIndex: above.dataIndex
  };
}

function childLists(component) {
  if (Array.isArray(component.columns)) return component.columns.map(function (column) { return column.components; });
  if (Array.isArray(component.rows)) {
    var lists = [];
    component.rows.forEach(function (row) {
      if (Array.isArray(row)) row.forEach(function (cell) { lists.push(cell.components); });
    });
    return lists;
  }
  return Array.isArray(component.components) ? [component.components] : [];
}

function isLayoutComponent(component) {
  return !!(Array.isArray(component.columns) || Array.isArray(component.rows) || Array.isArray(component.components));
}

function isSkipped(component) {
  var isInput = (!('input' in component) && !component.components) || !!component.input;
  return Array.isArray(component.columns) || Array.isArray(component.rows)
    || (Array.isArray(component.components) && !isInput) || !hasData(component);
}

function eachComponent(components, fn, includeAll, paths, parent) {
  if (!components) return;
  components.forEach(function (component) {
    if (!component) return;
    var own = getComponentPaths(component, parent, paths);
    var stop = false;
    if (includeAll || component.tree || !isSkipped(component))
      stop = !!fn(component, (includeAll ? own.fullPath : own.path) || '', components, parent, own);
    if (!stop) childLists(component).forEach(function (list) { eachComponent(list, fn, includeAll, own, component); });
  });
}

function getComponent(components, path, includeAll) {
  var byPath = null;
  var byKey = null;
  eachComponent(components, function (component, at, list, parent, paths) {
    if (!byPath && (paths.dataPath === path || paths.fullPath === path || paths.path === path)) byPath = component;
    if (!byKey && component.key === path) byKey = component;
  }, includeAll !== false);
  return byPath || byKey || undefined;
}

function matches(component, query) {
  if (typeof query === 'string') return component.key === query;
  return Object.keys(query).every(function (name) {
    return name.split('.').reduce(function (at, part) { return at == null ? undefined : at[part]; }, component) === query[name];
  });
}

function searchComponents(components, query) {
  var found = [];
  eachComponent(components, function (component) { if (matches(component, query)) found.push(component); }, true);
  return found;
}

function flattenComponents(components, includeAll) {
  var flat = {};
  eachComponent(components, function (component, path) { flat[path] = component; }, includeAll);
  return flat;
}

function has(data, path) {
  var parts = String(path).split('.');
  for (var i = 0; i < parts.length; i++) {
    if (data === null || typeof data !== 'object' || !Object.prototype.hasOwnProperty.call(data, parts[i])) return false;
    data = data[parts[i]];
  }
  return true;
}

function read(data, path) {
  return String(path).split('.').reduce(function (at, part) { return at == null ? undefined : at[part]; }, data);
}

function getValue(submission, key) {
  function search(data) {
    if (data === null || typeof data !== 'object' || Array.isArray(data)) return null;
    if (has(data, key)) return read(data, key);
    var value = null;
    Object.keys(data).some(function (name) {
      var found = search(data[name]);
      if (found !== null && found !== undefined) value = found;
      return value !== null;
    });
    return value;
  }
  return search(submission.data);
}

function parseFloatExt(value) {
  return parseFloat(typeof value === 'string' ? value.replace(/[^\de.+-]/gi, '') : value);
}

function formatAsCurrency(value) {
  var number = parseFloatExt(value);
  if (isNaN(number)) return '';
  var parts = (Math.round(number * 100) / 100).toString().split('.');
  parts[0] = parts[0].replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  parts[1] = ((parts[1] || '') + '00').slice(0, 2);
  return parts.join('.');
}

function boolValue(value) {
  if (typeof value === 'boolean') return value;
  return typeof value === 'string' ? value.toLowerCase() === 'true' : !!value;
}

function hasCondition(component) {
  var conditional = component.conditional;
  return !!(component.customConditional || (conditional && (conditional.when || conditional.json
    || (conditional.conjunction && conditional.show !== undefined && (conditional.conditions || []).length))));
}

function escapeRegExCharacters(value) {
  return value.replace(/[-[\]/{}()*+?.\\^$|]/g, '\\$&');
}

return {
  getModelType: modelType,
  getComponentKey: getComponentKey,
  getComponentPaths: getComponentPaths,
  isLayoutComponent: isLayoutComponent,
  eachComponent: eachComponent,
  getComponent: getComponent,
  matchComponent: matches,
  searchComponents: searchComponents,
  findComponents: searchComponents,
  flattenComponents: flattenComponents,
  getValue: getValue,
  parseFloatExt: parseFloatExt,
  formatAsCurrency: formatAsCurrency,
  boolValue: boolValue,
  hasCondition: hasCondition,
  escapeRegExCharacters: escapeRegExCharacters
};
