// The two measurements as a markdown table. Usage: node table.mjs core.json ours.json
import { readFileSync } from 'node:fs';

const [core, ours] = process.argv.slice(2).map(file => JSON.parse(readFileSync(file, 'utf8')));
const median = list => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const number = value => Math.round(value).toLocaleString('en-US');
const rate = run => median(run.perCpuSecond);
const row = run => `| ${[
  run.engine, run.equal, number(rate(run)), `${number(Math.min(...run.perCpuSecond))}–${number(Math.max(...run.perCpuSecond))}`,
  `${(1e6 / rate(run)).toFixed(0)} µs`, `${(rate(run) / rate(core)).toFixed(1)} ×`, `${number(run.allocatedBytesPerSubmission / 1024)} KB`, `${run.peakMegabytes} MB`,
].join(' | ')} |`;

console.log('| engine | results as expected | per processor second | rounds | each | ratio | allocated per submission | peak memory |');
console.log('|---|---|---|---|---|---|---|---|');
console.log(row(core));
console.log(row(ours));
