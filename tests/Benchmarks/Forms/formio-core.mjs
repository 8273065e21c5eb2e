// Measures @formio/core on the same form and submissions: asynchronous process with the flat list of processors, a fresh
// copy of the form per submission, as form.io's server uses it. Checks the results against expected.jsonl first.
// Usage: node --expose-gc formio-core.mjs <folder with node_modules> <seconds> <rounds>
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [home, seconds = '5', rounds = '5'] = process.argv.slice(2);
const require = createRequire(join(home, 'package.json'));
const core = require('@formio/core');
globalThis._ = require('lodash');
globalThis.moment = require('moment');
const data = join(dirname(fileURLToPath(import.meta.url)), 'Data');
const form = JSON.parse(readFileSync(join(data, 'form.json'), 'utf8'));
const submissions = JSON.parse(readFileSync(join(data, 'submissions.json'), 'utf8'));
const RealDate = Date;
const now = RealDate.parse('2026-03-15T10:00:00Z');
globalThis.Date = class extends RealDate {
  constructor(...args) { super(...(args.length ? args : [now])); }
  static now() { return now; }
};
const silent = () => {};
const print = console.log;
console.log = console.warn = console.error = silent;

async function judge(submission) {
  const fresh = structuredClone(form);
  const copy = structuredClone(submission);
  const context = {
    form: fresh, components: fresh.components, submission: copy, data: copy.data, scope: {}, instances: {},
    processors: core.Processors,
    config: { server: true, database: { isUnique: async () => true, validateResourceSelectValue: async () => true } },
    fetch: async () => { throw new Error('no network'); },
  };
  await core.process(context);
  return context;
}

async function measure(duration) {
  const cpu = process.cpuUsage();
  const end = performance.now() + duration * 1000;
  let count = 0;
  while (performance.now() < end) for (const submission of submissions) { await judge(submission); count++; }
  const used = process.cpuUsage(cpu);
  return count / ((used.user + used.system) / 1e6);
}

const expected = readFileSync(join(data, 'expected.jsonl'), 'utf8').trim().split('\n').map(line => JSON.parse(line));
async function isExpected(submission, i) {
  const context = await judge(submission);
  const errors = core.interpolateErrors(context.scope.errors ?? []).map((error, n) =>
    `${context.scope.errors[n].context.path} ${context.scope.errors[n].ruleName} ${error.message}`);
  const wanted = expected[i].errors.map(error => `${error.path} ${error.ruleName} ${error.message}`);
  return _.isEqual(JSON.parse(JSON.stringify(context.data)), expected[i].data) && _.isEqual(errors, wanted);
}
let equal = 0;
for (let i = 0; i < submissions.length; i++) equal += (await isExpected(submissions[i], i)) ? 1 : 0;

// What the heap grows by while nothing is collected: few submissions, so that the young generation holds them.
async function allocation() {
  const samples = [];
  for (const submission of submissions) {
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    await judge(submission);
    samples.push(process.memoryUsage().heapUsed - before);
  }
  return samples.filter(sample => sample > 0).sort((a, b) => a - b)[Math.floor(samples.length / 2)] ?? 0;
}
const allocatedBytesPerSubmission = await allocation();

await measure(Number(seconds));
const rates = [];
for (let i = 0; i < Number(rounds); i++) rates.push(Math.round(await measure(Number(seconds))));
print(JSON.stringify({
  engine: `@formio/core ${JSON.parse(readFileSync(join(home, 'node_modules/@formio/core/package.json'), 'utf8')).version}`,
  equal: `${equal}/${submissions.length}`,
  allocatedBytesPerSubmission,
  perCpuSecond: rates.sort((a, b) => a - b),
  peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
}));
