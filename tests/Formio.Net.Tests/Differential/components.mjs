// Components with random rules, conditions, defaults, calculations and logic.
import * as pool from './values.mjs';
import * as formulas from './formulas.mjs';

export const inputs = [
  'textfield', 'textarea', 'number', 'password', 'checkbox', 'selectboxes', 'select', 'radio', 'button', 'email', 'url', 'phoneNumber', 'tags', 'address', 'datetime', 'day', 'time', 'currency',
  'survey', 'signature', 'hidden', 'file', 'datamap', 'recaptcha',
];
export const operators = [
  'isEqual', 'isNotEqual', 'isEmpty', 'isNotEmpty', 'includes', 'notIncludes', 'startsWith', 'endsWith', 'lessThan', 'lessThanOrEqual', 'greaterThan', 'greaterThanOrEqual',
  'isDateEqual', 'isNotDateEqual', 'dateLessThan', 'dateLessThanOrEqual', 'dateGreaterThan', 'dateGreaterThanOrEqual',
];

export function maker(die) {
  const { pick, chance, below, some } = die;
  const options = () => some(pool.optionValues, 6).map(value => ({ label: `L${JSON.stringify(value)}`, value }));

  const shape = {
    selectboxes: () => ({ values: ['a', 'b', 1].map(value => ({ label: `L${value}`, value })), ...(chance(0.2) ? { validate: { onlyAvailableItems: true } } : {}) }),
    radio: () => ({ values: options(), ...(chance(0.5) ? { dataType: pick(['auto', 'string', 'number', 'boolean', 'object']) } : {}), ...(chance(0.3) ? { dataSrc: pick(['values', 'url']) } : {}) }),
    select: () => ({
      data: pick([{ values: options() }, { values: options() }, { json: JSON.stringify(['a', { id: 1 }, { value: 'b' }]) }, { json: ['a', { id: 1, v: 'x' }] }, { custom: "values = ['a', {value: 'b'}]" }, {}, { values: null }]),
      ...(chance(0.6) ? { dataSrc: pick(['values', 'values', 'json', 'custom', 'url', 'resource']) } : {}), ...(chance(0.5) ? { dataType: pick(['auto', 'string', 'number', 'boolean', 'object', 'odd']) } : {}),
      ...(chance(0.3) ? { valueProperty: pick(['value', 'id', 'v', '']) } : {}),
    }),
    survey: () => ({ questions: [{ label: 'Q1', value: 'q1' }, { label: 'Q2', value: 'q2' }], values: [{ label: 'A', value: 'a' }, { label: 'B', value: 'b' }] }),
    tags: () => ({ ...(chance(0.5) ? { storeas: pick(['string', 'array', 'odd']) } : {}), ...(chance(0.3) ? { delimeter: pick([';', ',', '']) } : {}), ...(chance(0.2) ? { maxTags: 1 } : {}) }),
    datetime: () => ({
      ...(chance(0.5) ? { enableTime: chance(0.5) } : {}), ...(chance(0.3) ? { format: pick(['yyyy-MM-dd', 'yyyy-MM-dd hh:mm a', 'dd/MM/yyyy']) } : {}), ...(chance(0.1) ? { enableDate: false } : {}),
      ...(chance(0.7) ? { widget: { type: 'calendar', ...(chance(0.6) ? { minDate: pick(pool.dateLimits) } : {}), ...(chance(0.6) ? { maxDate: pick(pool.dateLimits) } : {}) } } : {}),
      ...(chance(0.2) ? { datePicker: { minDate: pick(pool.dateLimits) } } : {}),
    }),
    day: () => ({
      fields: Object.fromEntries(['day', 'month', 'year'].map(part => [part, { ...(chance(0.3) ? { required: true } : {}), ...(chance(0.2) ? { hide: true } : {}), ...(part === 'year' && chance(0.3) ? { minYear: pick(['2000', 1990]), maxYear: pick(['2020', 2030]) } : {}) }])),
      ...(chance(0.3) ? { dayFirst: true } : {}), ...(chance(0.25) ? { minDate: pick(pool.dateLimits) } : {}), ...(chance(0.25) ? { maxDate: pick(pool.dateLimits) } : {}),
      ...(chance(0.2) ? { minYear: pick([1990, '2000', 'x']) } : {}), ...(chance(0.2) ? { maxYear: pick([2020, '2000', null]) } : {}), ...(chance(0.2) ? { defaultValue: pick(pool.byType.day) } : {}),
    }),
    time: () => ({ ...(chance(0.4) ? { dataFormat: pick(['HH:mm:ss', 'HH:mm', 'hh:mm A']) } : {}), ...(chance(0.4) ? { format: pick(['HH:mm', 'hh:mm A', 'HH:mm:ss', 'h:mm a']) } : {}) }),
    address: () => ({ ...(chance(0.6) ? { enableManualMode: true } : {}), ...(chance(0.3) ? { provider: 'nominatim' } : {}) }),
    checkbox: () => (chance(0.2) ? { inputType: 'radio', name: 'choice', value: pick(['a', 'b', 1]) } : {}),
    phoneNumber: () => (chance(0.7) ? { inputMask: pick(pool.masks) } : {}),
    textfield: () => ({ ...(chance(0.25) ? { inputMask: pick(pool.masks) } : {}), ...(chance(0.1) ? { inputMasks: [{ label: 'M1', mask: pick(pool.masks) }, { label: 'M2', mask: pick(pool.masks) }], ...(chance(0.8) ? { allowMultipleMasks: true } : {}) } : {}), ...(chance(0.1) ? { inputFormat: 'plain' } : {}), ...(chance(0.1) ? { case: 'uppercase' } : {}), ...(chance(0.05) ? { widget: { type: 'calendar', mode: 'single' } } : {}) }),
    textarea: () => (chance(0.2) ? { as: pick(['json', 'html']), editor: 'ace' } : {}),
    currency: () => ({ currency: 'MXN' }),
    datamap: () => ({ valueComponent: { type: 'textfield', key: 'value', label: 'Value', input: true, validate: { required: true } } }),
    file: () => ({ storage: 'base64', ...(chance(0.5) ? { multiple: true } : {}) }),
  };

  function rules(type) {
    const made = {};
    const give = (share, name, list) => { if (chance(share)) made[name] = pick(list); };
    give(0.35, 'required', [true, true, true, false, 'true', 'false', 1, null]);
    if (['textfield', 'textarea', 'password', 'email', 'url', 'phoneNumber', 'tags', 'hidden'].includes(type)) {
      for (const name of ['minLength', 'maxLength', 'minWords', 'maxWords']) give(0.2, name, pool.limits);
      give(0.2, 'pattern', pool.patterns);
      if (made.pattern) give(0.2, 'patternMessage', formulas.messages);
    }
    if (['number', 'currency'].includes(type) || chance(0.03)) { give(0.4, 'min', pool.limits); give(0.4, 'max', pool.limits); }
    if (type === 'selectboxes') { give(0.4, 'minSelectedCount', pool.limits); give(0.4, 'maxSelectedCount', pool.limits); }
    if (['select', 'radio', 'selectboxes'].includes(type)) { give(0.4, 'onlyAvailableItems', [true, true, false, 'true']); give(0.1, 'select', [true, false]); }
    if (chance(0.1)) made.custom = pick(formulas.rules);
    if (chance(0.04)) made.json = pick(formulas.logics);
    if (chance(0.08)) made.customMessage = pick(formulas.messages);
    if (chance(0.03)) made.customPrivate = true;
    if (chance(0.03)) made.skipMaskValidation = true;
    if (chance(0.02)) made.unique = true;
    return made;
  }

  function condition(targets) {
    const one = () => ({ component: chance(0.96) ? pick(targets) : pick(['ghost', '', null]), operator: chance(0.97) ? pick(operators) : 'odd', ...(chance(0.9) ? { value: pick(['x', 'a', 5, '5', true, 'true', '', ...(chance(0.6) ? [] : pool.odd), ...pool.byType[pick(inputs)]]) } : {}) });
    const kind = below(10);
    if (kind < 6) return { conditional: { show: pick([true, true, true, false, 'true', 'false', null, '']), conjunction: pick(['all', 'all', 'any', 'odd']), conditions: Array.from({ length: below(8) ? 1 + below(2) : 0 }, one) } };
    if (kind < 8) return { conditional: { show: pick([true, 'true', false, 'false', null, '']), when: pick(targets), eq: pick(['x', 'a', 'true', true, 5, '5', '', null, '1', 'zz']) } };
    if (kind < 9) return { customConditional: pick(formulas.conditions) };
    return { conditional: { json: chance(0.9) ? pick(formulas.logics) : '{"==":[1,2]}' } };
  }

  function logic(targets) {
    const trigger = pick([
      () => ({ type: 'simple', simple: condition(targets).conditional ?? { show: true, when: targets[0], eq: 'x' } }), () => ({ type: 'javascript', javascript: pick(formulas.triggers) }),
      () => ({ type: 'json', json: pick(formulas.logics) }), () => ({ type: 'event', event: 'x' }),
    ])();
    const property = (label, value, type) => ({ type: 'property', name: label, property: { label, value, type } });
    const action = () => pick([
      () => ({ ...property('Hidden', 'hidden', 'boolean'), state: chance(0.6) }), () => ({ ...property('Required', 'validate.required', 'boolean'), state: chance(0.7) }), () => ({ ...property('Disabled', 'disabled', 'boolean'), state: true }),
      () => ({ ...property('Label', 'label', 'string'), text: pick(formulas.templates) }), () => ({ type: 'property', property: { label: 'Message', value: 'validate.customMessage', type: 'string', component: 'message' }, message: pick(formulas.templates) }),
      () => ({ type: 'value', value: pick([...formulas.values, ...formulas.logics]) }), () => ({ type: 'customAction', customAction: pick(formulas.values) }), () => ({ type: 'mergeComponentSchema', schemaDefinition: pick(formulas.schemas) }),
    ])();
    return { logic: [{ name: 'l', trigger, actions: Array.from({ length: 1 + below(2) }, action) }] };
  }

  /** A component of a type; `targets` are what its conditions may name. */
  function component(type, key, targets, plain = 0.5) {
    const made = { type, key, label: key.toUpperCase(), input: true, ...(shape[type]?.() ?? {}) };
    if (type === 'day' && made.defaultValue === undefined) delete made.defaultValue;
    const own = rules(type);
    if (Object.keys(own).length || chance(0.3)) made.validate = { ...(made.validate ?? {}), ...own };
    if (chance(plain)) return made;
    const give = (share, more) => { if (chance(share)) Object.assign(made, more()); };
    give(0.2, () => ({ multiple: pick([true, true, true, false, 'true', 1]) }));
    give(0.12, () => ({ hidden: true })); give(0.12, () => ({ clearOnHide: chance(0.3) })); give(0.06, () => ({ validateWhenHidden: true }));
    give(0.06, () => ({ persistent: pick([false, true, 'client-only', 'server', '']) })); give(0.04, () => ({ protected: true })); give(['textfield', 'email', 'number', 'day', 'checkbox'].includes(type) ? 0.05 : 0, () => ({ input: false })); give(0.03, () => ({ tree: true }));
    give(0.25, () => condition(targets)); give(0.05, () => ({ customConditional: pick(formulas.conditions) })); give(0.15, () => logic(targets));
    give(0.12, () => ({ defaultValue: pick([...(pool.byType[type] ?? []), ...pool.odd]) })); give(0.06, () => ({ customDefaultValue: pick([...formulas.values, ...formulas.logics]) }));
    give(0.15, () => ({ calculateValue: pick(chance(0.7) ? formulas.values : formulas.logics), calculateServer: pick([true, true, true, false]) }));
    give(0.08, () => ({ errors: { [pick(['required', 'minLength', 'pattern', 'min', 'custom', 'invalidDay', 'mask'])]: pick(formulas.messages) } })); give(0.06, () => ({ errorLabel: pick(['Own label', 'L {{ data.a }}', '']) }));
    give(0.05, () => ({ label: pick(['', '<b>L</b>', 'L {{ component.key }}', undefined]) })); give(0.05, () => ({ placeholder: 'P' })); give(0.05, () => ({ unique: true })); give(0.05, () => ({ truncateMultipleSpaces: true }));
    give(0.04, () => ({ serverOverride: pick([{ validate: { required: true } }, { hidden: true }, { label: 'Over' }, {}, { type: 'number' }, { multiple: true }]) })); give(0.03, () => ({ modelType: pick(['any', 'string', 'number', 'array', 'object']) }));
    give(0.03, () => ({ validate: pick([null, {}, 'x']) })); give(0.02, () => ({ conditional: pick([null, {}, 'x', { show: null, when: null, eq: '' }]) })); give(0.02, () => ({ logic: pick([null, [], {}]) })); give(0.01, () => ({ type: pick(['unknown', undefined]), defaultValue: undefined, customDefaultValue: undefined, calculateValue: undefined, multiple: undefined }));
    return made;
  }

  const answer = type => (chance(0.8) && pool.byType[type] ? pick(pool.byType[type]) : pick(pool.odd));
  /** What may be submitted for a component; undefined is nothing at all. */
  function value(made) {
    if (chance(0.1)) return undefined;
    if (made.multiple && chance(0.8)) return Array.from({ length: below(4) }, () => answer(made.type));
    return answer(made.type);
  }

  return { component, condition, logic, value };
}
