// What V8 makes of programs: JSON texts on standard input, one per line; {program, expected} on standard output.
// TZ=America/Tijuana node reference.js [--with lodash,moment] < programs.jsonl > sample.jsonl
const vm = require('vm');
const fs = require('fs');
const path = require('path');
const format = fs.readFileSync(path.join(__dirname, 'format.js'), 'utf8');
const libraries = process.argv.includes('--with') ? process.argv[process.argv.indexOf('--with') + 1].split(',') : [];
const now = Date.UTC(2026, 2, 15, 10);
const context = extra => {
  const c = vm.createContext({});
  vm.runInContext(format, c);
  vm.runInContext(`(function () { const D = Date; const F = function (...a) { return new.target ? (a.length ? new D(...a) : new D(${now})) : new D(${now}).toString(); };
    F.prototype = D.prototype; F.prototype.constructor = F; F.now = () => ${now}; F.parse = D.parse; F.UTC = D.UTC; Date = F; })()`, c);
  for (const name of libraries) {
    const file = require.resolve(name, { paths: [process.cwd()] });
    const source = fs.readFileSync(name === 'lodash' ? file : file, 'utf8');
    vm.runInContext(`(function () { var module = { exports: {} }, exports = module.exports; ${source}\n;globalThis['${name === 'lodash' ? '_' : name}'] = module.exports; })()`, c);
  }
  return c;
};
process.on('unhandledRejection', () => {}); // promises of programs that nobody waits for
let shared = libraries.length ? context() : null;
const compile = source => {
  try { return new vm.Script(source); } catch (e) { /* a top-level return makes it a function body */ }
  try { return new vm.Script('(function () {' + source + '\n}).call(undefined)'); } catch (e) { return null; }
};
require('readline').createInterface({ input: process.stdin }).on('line', line => {
  const program = JSON.parse(line);
  const script = compile(program);
  const c = shared || context();
  let expected;
  if (!script) expected = 'SYNTAX';
  else {
    try { c.value = script.runInContext(c, { timeout: 5000 }); expected = vm.runInContext('format(value)', c); }
    catch (e) { c.value = e; expected = 'THROW ' + vm.runInContext('format(value)', c); }
  }
  process.stdout.write(JSON.stringify({ program, expected }) + '\n');
});
