// What the server would say of the form as it stands: asked a moment after every change, told in a list and beside the
// components it concerns.
window.builderCheck = (place, told, inner, form) => {
  const byId = id => document.getElementById(id);
  // Components whose children keep their answers below them; all others leave the path as it is.
  const holders = new Set(['container', 'datagrid', 'editgrid', 'datamap', 'form', 'address', 'tree']);
  let problems = [];
  let waiting;
  let asked = 0;

  function places(components, prefix = '', page = null, found = new Map()) {
    for (const [index, component] of (components ?? []).entries()) {
      if (!component) continue;
      const path = component.key ? prefix + component.key : prefix;
      const own = page ?? index;
      if (component.key && !found.has(path)) found.set(path, { component, page: own });
      const below = holders.has(component.type) ? `${path}.` : prefix;
      for (const list of [component.components, ...(Array.isArray(component.columns) ? component.columns : []).map(column => column.components), ...(Array.isArray(component.rows) ? component.rows.flat() : []).map(cell => cell?.components)]) {
        if (Array.isArray(list)) places(list, below, own, found);
      }
    }
    return found;
  }

  const plain = path => path.replace(/^\$\.?/, '').replace(/\[\d+\]/g, '');
  const nameOf = component => component.label || component.title || component.key;

  function elementOf(key, path) {
    const all = [...place.querySelectorAll('.formarea .builder-component')].filter(element => element.formioComponent?.component?.key === key);
    return all.find(element => plain(element.formioComponent.path ?? '') === path) ?? all[0];
  }

  async function go(problem) {
    const path = plain(problem.path);
    const found = places(inner().form.components).get(path);
    if (!found) return;
    const builder = inner();
    if (builder.pages && builder.page !== found.page && builder.pages[found.page]) await builder.setPage(found.page);
    setTimeout(() => {
      const element = elementOf(found.component.key, path);
      element?.scrollIntoView({ block: 'center' });
      element?.querySelector(':scope > .component-btn-group [ref="editComponent"], :scope > .component-btn-group button')?.focus();
    }, 50);
  }

  function line(problem, found) {
    const item = document.createElement('li');
    const mark = document.createElement('span');
    mark.className = `mark ${problem.isWarning ? 'sun' : 'alarm'} me-1`;
    mark.textContent = problem.isWarning ? told.sayWarning : told.sayMistake;
    item.append(mark);
    if (found) {
      const way = document.createElement('button');
      way.type = 'button';
      way.className = 'btn btn-sm btn-quiet me-1';
      way.textContent = nameOf(found.component);
      way.addEventListener('click', () => go(problem));
      item.append(way);
    }
    if (problem.code === 'form.untranslated') {
      const table = document.createElement('a');
      table.href = `/designer/translations/${told.key}`;
      table.textContent = problem.message;
      item.append(table);
      return item;
    }
    item.append(` ${problem.message}`);
    return item;
  }

  function show() {
    const found = places(inner().form.components);
    for (const note of place.querySelectorAll('.field-problem')) note.remove();
    for (const element of place.querySelectorAll('.has-mistake, .has-advice')) element.classList.remove('has-mistake', 'has-advice');
    byId('check-list').replaceChildren(...problems.map(problem => line(problem, found.get(plain(problem.path)))));
    byId('check').classList.toggle('is-clean', problems.length === 0);
    for (const problem of problems) {
      const at = found.get(plain(problem.path));
      const element = at && elementOf(at.component.key, plain(problem.path));
      if (!element) continue;
      element.classList.add(problem.isWarning ? 'has-advice' : 'has-mistake');
      const note = document.createElement('p');
      note.className = `field-problem${problem.isWarning ? ' is-advice' : ''}`;
      note.textContent = problem.message;
      element.append(note);
    }
  }

  function tell(list, words) {
    problems = list ?? [];
    byId('check-say').textContent = words;
    show();
  }

  async function ask() {
    const mine = ++asked;
    byId('check-say').textContent = told.sayChecking;
    const answer = await fetch(`/api/designer/forms/${told.key}/check`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', [told.csrfHeader]: told.csrf },
      body: JSON.stringify({ form: form() }),
    }).catch(() => null);
    // An answer to an older question says nothing about the form of now.
    if (mine !== asked) return;
    const body = answer?.ok ? await answer.json() : null;
    if (body) tell(body.problems, body.says);
    else byId('check-say').textContent = answer ? told.sayFailed : told.sayOffline;
  }

  function later() {
    clearTimeout(waiting);
    setTimeout(show);
    waiting = setTimeout(ask, 600);
  }

  return { ask, later, tell };
};
