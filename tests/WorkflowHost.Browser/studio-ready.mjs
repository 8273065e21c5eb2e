// How long Elsa Studio takes until a process can be edited, in a browser without a cache and in one that was here before.
//   node --experimental-websocket tests/WorkflowHost.Browser/studio-ready.mjs http://127.0.0.1:5000 diseno@demo.local PASSWORD [rounds]
// Ready is when the canvas shows its nodes. Speaks the browser's own protocol: nothing is installed for it.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [address, user, password, rounds = '3'] = process.argv.slice(2);
const process_ = process.env.PROCESS ?? 'registro';
const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';
const page = `${address}/studio/workflows/definitions/${process_}/edit`;
const times = { cold: [], warm: [] };

for (let round = 0; round < Number(rounds); round++) {
  const profile = mkdtempSync(join(tmpdir(), 'studio-ready-'));
  const browser = spawn(chromium, ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--window-size=1366,900',
    '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'], { stdio: ['ignore', 'ignore', 'pipe'] });
  try {
    const session = await connect(await endpoint(browser));
    await session.go(`${address}/sign-in`, `document.querySelector('input[name=User]') !== null`);
    await session.run(`document.querySelector('input[name=User]').value = ${JSON.stringify(user)};
      document.querySelector('input[type=password]').value = ${JSON.stringify(password)};
      document.querySelector('form:has(input[type=password]) button').click()`);
    await session.until(`!location.pathname.includes('sign-in') && document.readyState === 'complete'`);
    for (const kind of ['cold', 'warm']) {
      await session.go(page, `document.querySelector('.x6-node') !== null`);
      const found = await session.run(`JSON.stringify({ ready: Math.round(performance.now()),
        bytes: performance.getEntriesByType('resource').reduce((sum, r) => sum + r.transferSize, 0),
        requests: performance.getEntriesByType('resource').length,
        runtime: Math.round(performance.getEntriesByType('resource').find(r => r.name.includes('/elsa/api/'))?.startTime ?? 0) })`);
      times[kind].push(JSON.parse(found));
      await session.go('about:blank', 'true');
    }
  } finally {
    browser.kill();
    await new Promise(done => browser.once('exit', done));
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

for (const [kind, all] of Object.entries(times)) {
  const sorted = [...all].sort((one, other) => one.ready - other.ready);
  const middle = sorted[Math.floor(sorted.length / 2)];
  console.log(`${kind}: ready after ${sorted.map(one => one.ready).join(', ')} ms; middle ${middle.ready} ms, `
    + `first call of the API at ${middle.runtime} ms, ${middle.requests} requests, ${Math.round(middle.bytes / 1024)} KB`);
}

function endpoint(browser) {
  return new Promise(found => browser.stderr.on('data', data => {
    const match = /ws:\/\/\S+/.exec(data);
    if (match) found(match[0]);
  }));
}

async function connect(url) {
  const socket = new WebSocket(url);
  await new Promise(open => { socket.onopen = open; });
  const answers = new Map();
  let last = 0;
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(data);
    answers.get(message.id)?.(message);
  };
  const send = (method, params = {}, sessionId) => new Promise((answer, fail) => {
    answers.set(++last, message => message.error ? fail(new Error(message.error.message)) : answer(message.result));
    socket.send(JSON.stringify({ id: last, method, params, sessionId }));
  });
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
  const run = async expression =>
    (await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }, sessionId)).result.value;
  const until = async condition => {
    for (const end = Date.now() + 120_000; Date.now() < end;) {
      if (await run(condition).catch(() => false)) return;
      await new Promise(done => setTimeout(done, 25));
    }
    throw new Error(`Never: ${condition}`);
  };
  const go = async (where, condition) => {
    await send('Page.navigate', { url: where }, sessionId);
    await until(`location.href.startsWith(${JSON.stringify(where)}) && (${condition})`);
  };
  return { run, until, go };
}
