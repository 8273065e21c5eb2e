// Writes any value as text that tells apart everything a script can tell apart. Runs in both engines.
function format(v, seen) {
  seen = seen || [];
  if (v === null) return 'null';
  var t = typeof v;
  if (t === 'undefined') return 'undefined';
  if (t === 'number') return Object.is(v, -0) ? '-0' : String(v);
  if (t === 'boolean') return String(v);
  if (t === 'string') return JSON.stringify(v);
  if (t === 'function') return 'function ' + v.name + '/' + v.length;
  if (seen.indexOf(v) >= 0) return '<cycle>';
  if (seen.length > 8) return '<deep>';
  seen = seen.concat([v]);
  if (v instanceof Error || /Error$/.test(v.name) && typeof v.message === 'string') return v.name;
  if (Object.prototype.toString.call(v) === '[object Date]') return 'Date(' + v.getTime() + ')';
  if (Object.prototype.toString.call(v) === '[object RegExp]') return 'RegExp(' + v.source + '/' + v.flags + '/' + v.lastIndex + ')';
  if (v instanceof Map) { var m = []; v.forEach(function (x, k) { m.push(format(k, seen) + '=>' + format(x, seen)); }); return 'Map{' + m.join(',') + '}'; }
  if (v instanceof Set) { var s = []; v.forEach(function (x) { s.push(format(x, seen)); }); return 'Set{' + s.join(',') + '}'; }
  var out = [], i;
  if (Array.isArray(v)) {
    for (i = 0; i < v.length; i++) out.push(i in v ? format(v[i], seen) : '<hole>');
    Object.keys(v).forEach(function (k) { if (!/^\d+$/.test(k)) out.push(k + ':' + format(v[k], seen)); });
    return '[' + out.join(',') + ']';
  }
  Object.keys(v).forEach(function (k) { out.push(JSON.stringify(k) + ':' + format(v[k], seen)); });
  return Object.prototype.toString.call(v).slice(8, -1) + '{' + out.join(',') + '}';
}
