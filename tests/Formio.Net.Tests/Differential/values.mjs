// Values that people, scripts and old clients send, by component type; and values no type expects.
export const odd = [
  null, '', ' ', '\u00a0', '\u200b', 0, -0, 1, -1, 2.5, 1e21, 1e-7, 20260310, '0', '1', '-1', '1.0', '007', '2.50', ' 12 ', '1e3', '0x10', '7abc',
  'abc', 'ABC', 'a', 'b', 'true', 'false', 'null', 'undefined', 'NaN', 'Infinity', true, false, [], {}, [null], [''], [0], ['a'], ['a', 'b'],
  ['a', 'a'], [1, 2], [true], [[]], [['a']], [{}], { a: 1 }, { a: true }, { a: true, b: false }, { value: 'x' }, { value: '' }, { label: 'A', value: 'a' },
  { _id: 'id1' }, { data: {} }, { constructor: 1 }, '<b>&"\'', 'né é', 'e\u0301', '😀', 'one two  three', 'line1\nline2', '{{data.a}}', 'a.b', 'a,b', 'cat', 'catfish',
  '2026-03-10', '2026-03-15T10:00:00.000Z', '03/14/1992', '12:30', 'x'.repeat(60),
];

const dates = [
  '2026-03-10', '2026-03-15', '2026-03-20', '2026-03-15T10:00:00.000Z', '2026-03-15T23:59:59Z', '2026-03-15T00:00:00.000Z', '2026-03-14T23:59:59.999Z',
  '2026-03-15T10:00:00-08:00', '2026-03-15T10:00', '2026-03-15 10:00', '2026-3-5', '2026', '2026-03', '1999-12-31T23:59:59.999Z', '2024-02-29', '2023-02-29',
  '2026-13-01', '2026-02-30', '03/15/2026', '15/03/2026', 'March 15, 2026', '15 Mar 2026', 'Sun Mar 15 2026', 'tomorrow', 'invalid date', 'Invalid date', '0000-01-01', '+275760-09-13T00:00:00.000Z',
  '-000001-01-01T00:00:00Z', 1773568800000, 0, 'not a date', '20260315', '2026-W11', '10:00', '2026-03-15T25:00:00Z', '2026-03-15T10:00:00.123456Z', '2026-03-15T10:00:00+0000',
];

const days = [
  '03/14/1992', '14/03/1992', '3/4/1992', '03/14/92', '02/29/2024', '02/29/2023', '29/02/2024', '02/30/2024', '00/00/0000', '00/14/1992', '03/00/1992', '03/14/0000',
  '00/00/1992', '03/00/0000', '13/01/2000', '12/31/9999', '01/01/0001', '01/01/10000', '12/32/2000', '03/1992', '1992', '03/14', '14/1992', '//', '03//1992', '3', 'aa/bb/cccc',
  '03-14-1992', '1992-03-14', '03/14/1992/5', '03/15/2026', '03/14/2026', '03/16/2026', '15/03/2026', '04/31/2020', '00/15/2026', '-1/01/2000', '1.5/01/2000', ' 03/14/1992', '03/14/1992 ',
];

const texts = ['', 'a', 'ab', 'abc', 'abcd', 'hello', 'hello world', ' hello ', 'a  b   c', 'ABC123', 'abc-123', '12345', '123-45', 'ok', 'no', 'x', 'y', 'Zoë', 'ñandú', '😀😀', '\t', 'cat', 'catfish', 'mydog', 'A\nB', 'it\'s "q"', '0', '00', 'null'];

const masked = ['123-456', '123-4567', '(555) 123-4567', '(555) 123-456_', '5551234567', 'AB-12', 'ab-12', 'A1', 'A-1', '12/34', '12:34', '__-__', '999', 'abc', 'ABC', 'a1b2', '12-AB', '(12', 'ñ1'];

const emails = ['a@b.co', 'A@B.CO', ' a@b.co ', 'a@b', 'a b@c.de', '"x y"@b.com', 'a@[1.2.3.4]', 'é@b.com', 'a@é.com', 'a@b.c1', 'a.b+c@d-e.fg', 'a..b@c.de', '.a@b.co', 'a.@b.co', 'a@b..co', 'a@-b.co', 'a@b.c', 'a@b.co,c@d.ef', "o'x@b.co", 'a@b_c.com', 'a'.repeat(65) + '@b.co', 'a@b.museum', 'a@1.2.3.4', 'a@b.co.'];

const urls = [
  'http://x.org', 'https://x.org/a?b=c#d', 'ftp://x.org', 'x.org', 'www.x.org', 'x', 'http://x', 'http://localhost', 'http://localhost:3000', 'http://10.0.0.1', 'http://127.0.0.1', 'http://192.168.1.1', 'http://172.16.0.1',
  'http://8.8.8.8', '8.8.8.8', 'http://1.1.1.255', 'http://x.org:80', 'http://x.org:1', 'http://x.org:123456', 'http://é.org', 'http://x.é', 'http://u:p@x.org', 'mailto:a@b.co', 'a@b.co', 'http://a b.org', 'javascript:alert(1)', '//x.org', 'http:///x', 'http://x..org',
  'http://-x.org', 'http://x-.org', 'http://x_y.org', 'HTTP://X.ORG', 'http://x.o', 'x.org/a b', 'x.org?q', 'x.org#h', 'file:///etc', 'http://223.255.255.254', 'http://224.1.1.1', 'http://0.0.0.0',
];

const times = ['12:30', '12:30:00', '23:59:59', '24:00:00', '00:00:00', '1:05', '01:05 PM', '1:05 pm', '12:60', 'noon', '12', '12:30:61', '2026-03-15T12:30:00', '7:5', '12:30 AM', '13:00 PM', ' 12:30', '123000', '12.30'];

const numbers = [0, -0, 1, -1, 2, 3, 5, 7, 9, 10, 11, 12.5, 9.999, 1e3, 1e21, -5, '5', '10', '5.0', '05', ' 5', '5 ', '5abc', 'abc', '', '1e1', '0x1F', '-3', '+3', '.5', '5.', '1,000', '1_000', 'Infinity', '-Infinity', 'NaN', true, false];

export const optionValues = ['a', 'b', '1', 1, 'true', true, '', 'c d', 'A', 0, { id: 1 }];

const files = [[], [{ storage: 'base64', name: 'a-1.png', originalName: 'a.png', size: 10, type: 'image/png', url: 'data:image/png;base64,AA==' }], [{ name: 'x' }, { name: 'y' }], [{}]];
const picture = 'data:image/png;base64,iVBORw0KGgo=';
const place = (address, mode) => (mode ? { mode, address } : address);
const address = { address1: 'Calle 1', address2: '', city: 'Mexicali', state: 'BC', country: 'MX', zip: '21000' };
const addresses = [
  {}, place({}, 'manual'), place(address, 'manual'), place({ ...address, city: '' }, 'manual'), place({ ...address, address2: 'B' }, 'autocomplete'), { place_id: 'p', formatted_address: 'X' },
  place(address), { mode: 'manual' }, { mode: 'autocomplete', address: { place_id: 'p' } }, 'Calle 1', [{ mode: 'manual', address }], { formattedPlace: '' },
];

export const byType = {
  textfield: texts, textarea: [...texts, { a: 1 }, [1, 2], {}], password: texts, email: emails, url: urls, phoneNumber: [...masked, '', '(555) 123-4567'], number: numbers, currency: numbers,
  checkbox: [true, false, 'true', 'false', '', null, 1, 0, 'on', 'a'], radio: [...optionValues, 'zz', '2', 2, 'false', false, null], select: [...optionValues, 'zz', 7, null, ['a'], ['a', 'zz'], {}, { id: 2 }, { value: 'a' }],
  selectboxes: [{ a: true, b: false }, { a: true, b: true, 1: true }, { a: false, b: false }, {}, { '': false }, { zz: true }, { a: 'true' }, { a: 1, b: 0 }, 'a', '', ['a', 'b'], [], null, true, 0, { a: true }],
  survey: [{ q1: 'a', q2: 'b' }, { q1: 'a' }, {}, { q1: '' }, { q1: '', q2: 'b' }, { zz: 'a' }, { q1: 'zz' }, 'a', null], tags: ['a,b', 'a', '', 'a;b', ['a', 'b'], [], ['a'], ['', 'b'], 'a,,b', null],
  datetime: dates, day: days, time: times, signature: [picture, '', 'data:', 'x'], file: files, address: addresses, hidden: odd, button: [true, false, 'x', ''],
  datamap: [{}, { a: 'x' }, { a: '', b: 1 }, { a: { b: 1 } }, [], 'x', null], recaptcha: [{ success: true, token: 't' }, { success: false }, '', null], content: texts, htmlelement: texts,
};

export const masks = ['999-999', '(999) 999-9999', 'AA-99', 'a9', '99/99', '***', 'aa', '99:99', 'A-9', '9{2}-A', '999', 'AAA'];
export const dateLimits = [
  '2026-03-10', '2026-03-15', '2026-03-20', '2026-03-15T10:00:00.000Z', '2026-03-15T12:00:00-05:00', 'moment()', "moment().subtract(1, 'days')", "moment().add(1, 'month')", "moment().startOf('day')", 'moment(', 'new Date()', null, '', 'garbage',
  '2025', "moment('2026-03-12')", 1773568800000,
];
export const limits = [0, 1, 2, 3, 5, 10, '2', '5', '10', '', null, 'abc', '3abc', -1, 2.5, '2.5', true, false, [], {}];
export const patterns = ['[a-z]+', '[A-Z]{3}', '\\d+', '^abc$', 'cat|dog', '(cat|dog)', '', '[', '.*', '\\w+@\\w+', '[^\\s]+', 'a{2,}', '\\u00f1.*', '[\\p{L}]+', '(?<y>\\d{4})', 'ok'];
