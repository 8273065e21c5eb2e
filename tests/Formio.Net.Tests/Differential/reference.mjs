// What @formio/core makes of forms and submissions: reads JSON lines {id, form, submission, ...} as tests/Formio.Net.Tests/Vectors
// has them, writes the same lines with `expected` and `quirks`. Usage: node reference.mjs <folder with node_modules> < cases > lines
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { quirksOf } from './quirks.mjs';

const require = createRequire(join(process.argv[2], 'package.json'));
const core = require('@formio/core');
const { interpolateErrors } = core;
const lodash = require('lodash');
globalThis._ = lodash;
globalThis.moment = require('moment');
globalThis.util = globalThis.utils = core.Utils;

const print = line => process.stdout.write(line + '\n');
console.log = console.warn = console.error = console.info = () => {};

// With TEXTS=1 the three keys without an English text get ours, so that lines with them can be compared whole.
if (process.env.TEXTS) {
  const { VALIDATION_ERRORS } = require(join(process.argv[2], 'node_modules/@formio/core/lib/process/validation/i18n'));
  Object.assign(VALIDATION_ERRORS.en, { custom: '{{field}} is not valid.', jsonLogic: '{{field}} is not valid.', requiredDayEmpty: '{{ field }} is required' });
}

const RealDate = Date;
let now = 0;
globalThis.Date = class Date extends RealDate {
  constructor(...args) { super(...(args.length ? args : [now])); }
  static now() { return now; }
};

// A formula gets copies: what it changes in its arguments is lost, as in the isolates of form.io's server.
const shared = new Set(['instance', 't', 'options', 'config']);
class CopyingEvaluator extends core.DefaultEvaluator {
  evaluator(func, names, ...rest) {
    const made = super.evaluator(func, names, ...rest);
    if (typeof func !== 'string' || this.noeval) return made;
    const keys = Object.keys(names);
    return (...args) => made(...args.map((value, i) => (shared.has(keys[i]) ? value : copyOf(value))));
  }
}
const copyOf = value => (typeof value === 'object' && value !== null ? lodash.cloneDeep(value) : value);
core.registerEvaluator(new CopyingEvaluator());

// The instances that form.io's server shows to formulas: they can be read and obey nothing.
function instancesOf(context) {
  const nothing = () => {};
  const root = {
    form: context.form, submission: context.submission, data: context.data,
    getComponent: path => {
      const component = core.Utils.getComponent(context.form.components, path);
      return component && make(component, () => core.Utils.getComponentValue(context.form, context.data, path), undefined);
    },
  };
  const make = (component, read, path) => ({
    component, key: component?.key, path, root, options: undefined, visible: true, get dataValue() { return read(); },
    rowIndex: path === undefined ? undefined : Number(/\[(\d+)\][^[]*$/.exec(path)?.[1] ?? NaN),
    getValue: read, setValue: nothing, isEmpty: () => lodash.isEmpty(read()) && typeof read() !== 'number',
    shouldSkipValidation: () => false, t: text => text,
  });
  return new Proxy({}, {
    get: (_, path) => {
      if (typeof path !== 'string') return undefined;
      const component = core.Utils.getComponent(context.form.components, path.replace(/\[\d+\]/g, ''));
      return make(component, () => lodash.get(context.data, path), path);
    },
  });
}

const answers = io => ({
  isUnique: async (context, value) => {
    const given = io.unique ?? {};
    return context.path in given ? given[context.path] : true;
  },
  validateResourceSelectValue: async context => (io.resourceSelect ?? {})[context.path] ?? true,
});

const reach = io => async url => {
  const answer = (io.fetch ?? {})[String(url)];
  if (!answer) throw new Error('network error');
  const status = answer.status ?? 200;
  return { ok: status >= 200 && status < 300, status, json: async () => structuredClone(answer.body) };
};

const plain = value => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));

// The properties that logic and overrides changed, by full path in the form.
function changes(before, after, parent, paths, found) {
  (after ?? []).forEach((component, i) => {
    const old = before?.[i];
    if (!component || !old) return;
    const own = core.Utils.getComponentPaths(component, parent, paths);
    const changed = {};
    for (const key of new Set([...Object.keys(old), ...Object.keys(component)])) {
      if (['components', 'columns', 'rows'].includes(key)) continue;
      if (!lodash.isEqual(old[key], plain(component[key]))) changed[key] = component[key] === undefined ? null : component[key];
    }
    if (Object.keys(changed).length) found[own.fullPath] = changed;
    changes(old.components, component.components, component, own, found);
    (Array.isArray(component.columns) ? component.columns : []).forEach((column, c) =>
      changes(old.columns?.[c]?.components, column?.components, component, own, found));
    (Array.isArray(component.rows) ? component.rows : []).forEach((row, r) => Array.isArray(row) && row.forEach((cell, c) =>
      changes(old.rows?.[r]?.[c]?.components, cell?.components, component, own, found)));
  });
  return found;
}

async function judge(line) {
  now = RealDate.parse(line.env?.now ?? '2026-03-15T10:00:00Z');
  process.env.TZ = line.env?.tz ?? 'UTC';
  const form = structuredClone(line.form);
  const submission = structuredClone(line.submission);
  submission.data ??= {};
  const io = line.io ?? {};
  const context = {
    form, components: form.components, submission, data: submission.data, scope: {},
    processors: line.pipeline === 'validate' ? [core.validateProcessInfo] : core.Processors,
    config: { ...(line.config ?? { server: true }), database: answers(io) },
    options: line.config ?? { server: true }, rules: [...core.rules, ...core.serverRules], fetch: reach(io),
  };
  context.instances = instancesOf(context);
  globalThis.fetch = reach(io);
  let exception;
  try {
    await core.process(context);
  } catch (error) {
    exception = error?.message ?? String(error);
  }

  const { scope } = context;
  const errors = (scope.errors ?? []).map(error => {
    const [shown] = interpolateErrors([error]);
    const made = {
      path: error.context.path, ruleName: error.ruleName, key: error.errorKeyOrMessage, level: error.level,
      message: shown.message, pathParts: shown.path,
    };
    if (error.context.index !== undefined) made.index = error.context.index;
    if (error.context.setting !== undefined) made.setting = shown.context.setting;
    return made;
  });
  const conditionals = (scope.conditionals ?? []).map(({ path, conditionallyHidden }) => ({ path, hidden: conditionallyHidden }));
  const expected = {
    ...(exception === undefined ? {} : { exception }),
    data: context.data, errors, conditionals,
    hiddenPaths: conditionals.filter(entry => entry.hidden).map(entry => entry.path).sort(),
    clearedPaths: Object.keys(scope.clearHidden ?? {}).sort(),
  };
  if (scope.calculated) expected.calculated = scope.calculated;
  if (scope.defaultValues?.length) expected.defaultValues = scope.defaultValues;
  const changed = changes(line.form.components, form.components, undefined, undefined, {});
  if (Object.keys(changed).length) expected.componentChanges = changed;
  return expected;
}

for await (const text of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  if (!text) continue;
  const line = JSON.parse(text);
  delete line.expected;
  delete line.quirks;
  try {
    const made = JSON.parse(JSON.stringify({ ...line, expected: await judge(line) }));
    const quirks = quirksOf(made);
    print(JSON.stringify(quirks.length ? { ...made, quirks } : made));
  } catch {
    // A formula made the form's own context its result: no JSON can say that.
  }
}
