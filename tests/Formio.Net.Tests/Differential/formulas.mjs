// JavaScript and JSONLogic as designers write them; `a` is a text, `n` a number, of the same row or the form.
export const values = [
  "value = data.a", "value = data.a + '!'", "value = (data.n || 0) * 2", "value = Number(data.n) + 1", "value = row.a ? row.a.toUpperCase() : ''", "value = data.nope.nope", "value = undefined",
  "value = null", "value = ''", "value = 0", "value = NaN", "value = [1,2]", "value = {a: data.a}", "if (data.a) { value = data.a.length } else { value = -1 }", "return 5", "value = row.n > 3 ? 'big' : 'small'",
  "value = _.get(data, 'a', 'none')", "value = _.sum([1, data.n])", "value = _.upperFirst(_.trim(data.a))", "value = moment().format('YYYY-MM-DD')", "value = moment(data.a).isValid()", "value = data.g ? data.g.length : 0",
  "value = _.sumBy(data.g, r => r.n || 0)", "value = (data.g || []).map(function(r){ return r.a }).join(',')", "value = `${data.a}-${data.n}`", "value = data?.o?.a ?? 'nil'", "value = input", "value = value", "value = component.key",
  "value = path", "value = typeof instance", "value = Math.round(data.n * 100) / 100", "value = new Date(2026, 0, 1).toISOString()", "value = true", "value = JSON.stringify(row)", "let t = 1; value = t", "const x = 2; value = x",
  "data.a = 'changed'; value = 1", "value = parseInt(data.n, 10)", "value = String(data.n)", "value = isNaN(data.n)", "value = data['a']", "value = submission.data.a", "value = form.display", "value = utils.getValue(submission, 'a')",
];
export const conditions = [
  "show = data.a === 'x'", "show = data.n > 5", "show = !!data.a", "show = row.a == 'x'", "show = row.n != 1", "show = false", "show = true", "show = ''", "show = null", "show = undefined", "nothing()", "return data.a === 'x'", "show = data.nope.nope",
  "if (data.a) show = false", "show = ['x','y'].includes(data.a)", "show = _.isEmpty(data.a)", "show = moment(data.a).isBefore(moment())", "show = data.n", "show = instance.isEmpty && true", "var s = data.a; show = s === 'x';", "show = data.b === 'kept'", "let show = false", "show = (",
  "show = (data.g || []).length > 1", "show = data.o && data.o.a === 'x'", "console.log('x'); show = data.a != null", "show = component.key === 'b'", "show = value === 'kept'",
];
export const rules = [
  "valid = input === 'ok' ? true : 'not ok'", "valid = true", "valid = false", "valid = 'always wrong'", "valid = ''", "valid = null", "valid = undefined", "valid = 0", "valid = 1", "valid = []", "valid = {}", "if (input) valid = 'has ' + input",
  "valid = (input || '').length > 2 ? true : 'short'", "valid = String(data.a) === String(input) || 'differs'", "valid = row.a ? true : 'no a'", "nothing.here", "return 'returned'", "valid = rowIndex === undefined ? 'top' : 'row ' + rowIndex", "valid = value > 3 ? true : 'small'",
  "valid = '{{ data.a }}' === 'x' ? true : 'not x'", "valid = moment(String(input), 'YYYY-MM-DD', true).isValid() || 'no date'", "valid = _.isString(input) ? true : 'no text'", "valid = /^[a-z]+$/.test(input) ? true : 'pattern'", "valid = String(instance.getValue()) === String(input) ? true : 'instance'",
  "valid = component.label + ' {{ field }}'", "valid = 'required'", "valid = 'min'", "let valid = 'x'", "valid = (",
];
export const triggers = ["result = data.a === 'x'", "result = true", "result = false", "result = data.n > 5", "result = row.a === 'x'", "nothing()", "result = data.a", "return data.a", "data.a === 'x'", "result = null", "result = '<b>'"];
export const schemas = ["schema = {label: 'Merged ' + data.a}", "schema = {validate: {required: true}}", "schema = {hidden: true}", "schema = {}", "schema = null", "schema = {label: 'L', errorLabel: data.a}", "nothing()", "schema = {validate: {maxLength: 2}, label: result}", "schema = {clearOnHide: false}"];
export const templates = ['{{ data.a }}', 'L {{ row.a }} {{ data.n }}', '{{ result }}', '{{ value }}', '{{ component.key }}', 'plain', '', '{{ data.nope }}', '{{ data.a || data.n }}', '{{ data.o.a }} <i>', '{{ field }} bad', '{{ f(data.a) }}', '{{data?.a}}'];
export const messages = ['Wrong {{ field }}', '{{field}} min {{min}} max {{max}} {{length}}', 'Custom', '{{ component.key }} {{ component.label }}', '{{ value }}', '{{ data.a }}', 'required', 'minLength', '', '{{ setting }} {{index}} {{path}}', '{{ a || field }}', 'é "x" <b>', '{{ pattern }} {{ regex }}', '{{ minDate }}{{ maxDate }}{{ minYear }}{{ maxYear }}{{ minCount }}'];

const v = name => ({ var: name });
export const logics = [
  { '==': [v('data.a'), 'x'] }, { '===': [v('row.a'), 'x'] }, { '>': [v('data.n'), 5] }, { '!': [v('data.a')] }, { '!!': [v('data.a')] }, { and: [v('data.a'), { '<': [v('data.n'), 10] }] }, { or: [v('data.nope'), v('data.n')] }, { if: [v('data.a'), 'yes', 'no'] },
  { in: [v('data.a'), ['x', 'y']] }, { in: ['x', v('data.a')] }, { cat: [v('data.a'), '-', v('data.n')] }, { '+': [v('data.n'), 1] }, { '-': [v('data.n')] }, { '*': [v('data.n'), 2] }, { '/': [v('data.n'), 4] }, { '%': [v('data.n'), 3] }, { min: [1, v('data.n')] }, { max: [1, v('data.n')] },
  { merge: [[1], v('data.n')] }, { missing: ['data.a', 'data.nope'] }, { missing_some: [1, ['data.a', 'data.n']] }, { map: [v('data.g'), { var: 'a' }] }, { filter: [v('data.g'), { '>': [{ var: 'n' }, 1] }] }, { reduce: [v('data.g'), { '+': [{ var: 'accumulator' }, { var: 'current.n' }] }, 0] },
  { all: [v('data.g'), { var: 'a' }] }, { some: [v('data.g'), { '==': [{ var: 'a' }, 'x'] }] }, { none: [v('data.g'), { var: 'a' }] }, { substr: [v('data.a'), 0, 1] }, { _sum: [[1, v('data.n')]] }, { _isEmpty: [v('data.a')] }, { _size: [v('data.g')] }, { _toUpper: [v('data.a')] }, { _get: [v('data'), 'a'] },
  { _join: [v('data.list'), '/'] }, { unknown: [1] }, { var: '' }, { var: ['data.nope', 'default'] }, { a: 1, b: 2 }, {}, { '<': [1, v('data.n'), 9] }, { '<=': [v('data.a'), 'm'] }, { '!=': [v('data.a'), null] }, { '!==': [v('data.n'), '5'] }, { getDate: ['2026-03-10'] }, { relativeMinDate: [3] }, { relativeMaxDate: [2] },
  { '===': [v('input'), 'ok'] }, { if: [{ '===': [v('input'), 'ok'] }, true, 'not ok'] }, { if: [v('value'), true, false] }, { log: 'x' }, { '?:': [v('data.a'), 1, 2] }, { _includes: [v('data.a'), 'x'] }, { _round: [v('data.n')] }, { _trim: [v('data.a')] },
];
