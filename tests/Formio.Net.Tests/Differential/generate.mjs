// Forms and submissions from a seed, as JSON lines {id, area, tag, pipeline, form, submission, config, env?}.
// Usage: node generate.mjs <count> <seed> > cases
import { dice } from './dice.mjs';
import { inputs, maker } from './components.mjs';
import * as pool from './values.mjs';

const [count, seed] = [Number(process.argv[2] ?? 1000), Number(process.argv[3] ?? 1)];
const zones = ['America/New_York', 'Asia/Kathmandu', 'Pacific/Auckland', 'America/Tijuana', 'Asia/Tokyo'];

function areas(die) {
  const { pick, chance, below } = die;
  const make = maker(die);
  const text = () => ({ type: 'textfield', key: 'a', label: 'A', input: true });
  const number = () => ({ type: 'number', key: 'n', label: 'N', input: true });
  const plainData = () => ({ ...(chance(0.85) ? { a: pick(['x', 'a', 'hello', '', 'ok', '<b>', 5, null, 'y']) } : {}), ...(chance(0.8) ? { n: pick([1, 3, 6, 10, '5', 'x', 0, null]) } : {}) });
  const put = (data, key, value) => { if (value !== undefined) data[key] = value; };

  function single() {
    const made = make.component(pick(inputs), 'f', ['a', 'n']);
    const data = plainData();
    put(data, 'f', make.value(made));
    const around = chance(0.5) ? [text(), number(), made] : [made, text(), number()];
    return { components: around, data };
  }

  function source() {
    const type = pick(inputs);
    const made = make.component(type, 'a', ['a'], 0.8);
    const compared = chance(0.7) ? pick(pool.byType[type] ?? pool.odd) : pick(pool.odd);
    const shown = { type: pick(['textfield', 'number', 'container', 'panel', 'datagrid']), key: 'b', label: 'B', input: true, ...make.condition(['a', ...(type === 'selectboxes' ? ['a.a', 'a.b'] : [])]) };
    if (shown.conditional?.conditions?.[0] && chance(0.8)) shown.conditional.conditions[0].value = compared;
    if (chance(0.5)) shown.validate = { required: true };
    if (chance(0.2)) shown.clearOnHide = false;
    const inner = { type: 'textfield', key: 'c', label: 'C', input: true, ...(chance(0.5) ? { validate: { required: true } } : {}) };
    if (shown.type === 'panel') shown.input = false;
    const data = {};
    put(data, 'a', make.value(made));
    if (['container', 'panel', 'datagrid'].includes(shown.type)) shown.components = [inner];
    if (shown.type === 'container') data.b = pick([{ c: 'kept' }, { c: '' }, {}]);
    else if (shown.type === 'datagrid') data.b = [{ c: 'kept' }, { c: 'two' }];
    else if (shown.type === 'panel') data.c = pick(['kept', '']);
    else data.b = shown.type === 'number' ? 5 : pick(['kept', '']);
    return { components: [made, shown], data };
  }

  // A tree of layouts, containers, grids and sub-forms; data is made along.
  function tree(depth, prefix, targets, level = 0) {
    const components = [], data = {};
    for (let i = 0, n = 1 + below(3); i < n; i++) {
      const nests = depth > 0 && chance(0.55);
      const key = !nests && chance(0.05) ? `${prefix}z.k${i}` : `${prefix}${'cdefgh'[i]}`;
      if (nests) {
        const nested = pick(['container', 'datagrid', 'editgrid', 'form', 'panel', 'well', 'fieldset', 'columns', 'table', 'tabs', 'datagrid', 'container']);
        const more = chance(0.25) ? make.condition(targets) : {};
        const odds = { ...(chance(0.1) ? { hidden: true } : {}), ...(chance(0.15) ? { clearOnHide: chance(0.3) } : {}), ...(chance(0.15) ? { validate: { required: true } } : {}), ...(chance(0.3) ? { tree: true } : {}) };
        const base = { type: nested, key, label: key.toUpperCase(), ...more, ...odds };
        const isGrid = nested === 'datagrid' || nested === 'editgrid';
        const isData = isGrid || nested === 'container' || nested === 'form';
        const innerTargets = isGrid && level === 0 ? [...targets, `${key}.${key}c`] : targets;
        const inner = tree(depth - 1, isData ? key : prefix + 'lmnopq'[i], innerTargets, level + (isGrid ? 1 : 0));
        if (isGrid && chance(0.9)) inner.components.push({ type: 'hidden', key: 'kept', label: 'Kept', input: true });
        if (nested === 'columns') components.push({ ...base, input: false, columns: [{ components: inner.components.slice(0, 1) }, { components: inner.components.slice(1) }] });
        else if (nested === 'table') components.push({ ...base, input: false, rows: [[{ components: inner.components.slice(0, 1) }, { components: [] }], [{ components: inner.components.slice(1) }]] });
        else if (nested === 'tabs') components.push({ ...base, input: false, components: [{ label: 'T1', key: 't1', components: inner.components }] });
        else components.push({ ...base, input: isData, components: inner.components });
        if (!isData) Object.assign(data, inner.data);
        else if (chance(0.92)) {
          const row = () => (chance(0.93) ? { kept: 1, ...vary(inner.data) } : pick([{}, null, 'x']));
          data[key] = isGrid ? Array.from({ length: below(3) + (chance(0.9) ? 1 : 0) }, row) : nested === 'form' ? pick([{ data: inner.data }, { data: inner.data, metadata: { x: 1 } }, { _id: 'id1' }, { _id: 'id1', data: inner.data }, {}]) : pick([inner.data, inner.data, inner.data, {}]);
        } else put(data, key, pick([null, '', [], {}, 'x', undefined]));
      } else {
        const made = make.component(pick(inputs), key, targets, 0.7);
        components.push(made);
        const name = made.inputType === 'radio' ? made.name : made.key;
        if (name) put(data, name, make.value(made));
      }
    }
    return { components, data };
  }
  const vary = data => Object.fromEntries(Object.entries(data).map(([key, value]) => [key, chance(0.8) || typeof value === 'object' ? value : pick(['x', 'a', '', 5, 'hello'])]));

  function structure() {
    const { components, data } = tree(3, '', ['a', 'n']);
    return { components: [text(), number(), ...components], data: { ...plainData(), ...data, ...(chance(0.3) ? { unknown: 'gone', constructor: 'x' } : {}) } };
  }

  function grid() {
    const calm = made => (chance(0.7) ? (delete made.logic, made) : made);
    const cells = [text(), number(), { type: 'hidden', key: 'kept', label: 'Kept', input: true }, calm(make.component(pick(inputs), 'f', ['g.a', 'g.n', 'top'])), ...(chance(0.5) ? [calm(make.component(pick(inputs), 'h', ['g.a', 'g.n', 'g.f', 'top']))] : [])];
    const row = () => { const data = plainData(); for (const cell of cells.slice(3)) put(data, cell.key, make.value(cell)); if (chance(0.9)) data.kept = 1; return data; };
    const shown = { type: pick(['datagrid', 'editgrid']), key: 'g', label: 'G', input: true, ...(chance(0.3) ? { validate: { required: true, minLength: pick(pool.limits), maxLength: pick(pool.limits) } } : {}), components: cells };
    const outside = make.component('textfield', 'out', ['g.a', 'g[1].a', 'g', 'top'], 0.3);
    return { components: [{ ...text(), key: 'top' }, shown, outside], data: { top: pick(['x', 'a', '']), g: Array.from({ length: below(4) }, row), ...(chance(0.7) ? { out: 'kept' } : {}) } };
  }

  function wizard() {
    const pages = Array.from({ length: 3 }, (_, i) => ({
      type: 'panel', key: `page${i}`, title: `P${i}`, input: false, ...(i && chance(0.6) ? make.condition(['a', 'n', 'f0']) : {}), ...(chance(0.1) ? { hidden: true } : {}),
      components: [...(i === 0 ? [text(), number()] : []), make.component(pick(inputs), `f${i}`, ['a', 'n'], 0.6)],
    }));
    const data = plainData();
    pages.forEach((page, i) => put(data, `f${i}`, make.value(page.components.at(-1))));
    return { display: 'wizard', components: pages, data };
  }

  return { single, single2: single, source, source2: source, structure, grid, wizard };
}

const die = dice(seed);
const makers = areas(die);
const names = Object.keys(makers);
for (let i = 0; i < count; i++) {
  const name = die.pick(names);
  const { display = 'form', components, data } = makers[name]();
  const text = JSON.stringify(components);
  const tag = /"(customConditional|custom|javascript|customAction|schemaDefinition|customDefaultValue|calculateValue)":"/.test(text) ? 'js' : /"(json|calculateValue|customDefaultValue)":\{/.test(text) ? 'jsonlogic' : 'plain';
  const line = {
    id: `${name}-${seed}-${i}`, area: name.replace(/\d$/, ''), name, tag, pipeline: die.chance(0.06) ? 'validate' : 'server', form: { display, components },
    submission: { data, ...(die.chance(0.1) ? { metadata: { timezone: die.pick(zones) } } : {}) }, config: die.chance(0.04) ? {} : { server: true },
    ...(die.chance(0.08) ? { env: { tz: die.pick(zones) } } : {}),
    ...(text.includes('"unique":true') ? { io: { unique: { f: die.pick([true, false, 'id9', null]) } } } : {}),
  };
  process.stdout.write(JSON.stringify(line) + '\n');
}
