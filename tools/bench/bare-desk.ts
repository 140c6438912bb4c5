// The bare limits of the desk, in the same browser: a list of plain rows that draws only those in sight, and a page that shows
// each text a webhook brings as soon as a server-sent event tells it. No framework, no database, no signature, no order.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const listeners = new Set<ServerResponse>();

/** `rows` lines of `height` pixels; those in sight are elements, the rest is room. */
const listPage = (rows: number, height: number) => `<!doctype html><title>Bare list</title>
<style>body{margin:0;font:14px/1.4 sans-serif}#s{height:100vh;overflow-y:auto;overflow-anchor:none}#r{position:relative}
#r div{position:absolute;inset-inline:0;height:${height}px;overflow:hidden;padding:8px;box-sizing:border-box;border-bottom:1px solid #ddd}</style>
<div id="s" role="list"><div id="r" style="height:${rows * height}px"></div></div>
<script>
const s = document.getElementById('s'), r = document.getElementById('r'), held = new Map();
function draw() {
  const from = Math.max(0, Math.floor(s.scrollTop / ${height}) - 6), to = Math.min(${rows}, Math.ceil((s.scrollTop + s.clientHeight) / ${height}) + 6);
  for (const [n, row] of held) if (n < from || n >= to) { row.remove(); held.delete(n); }
  for (let n = from; n < to; n++) if (!held.has(n)) {
    const row = document.createElement('div');
    row.className = 'row';
    row.style.transform = 'translateY(' + n * ${height} + 'px)';
    row.innerHTML = '<b>Person ' + n + '</b><br>Is order ' + n + ' on its way? The bicycle that came on Tuesday has a wheel that is not quite round.';
    r.append(row);
    held.set(n, row);
  }
}
s.addEventListener('scroll', draw, { passive: true });
draw();
</script>`;

const echoPage = `<!doctype html><title>Bare echo</title><ol data-place="echo" id="l"></ol>
<script>
const l = document.getElementById('l');
new EventSource('/events').onmessage = ({ data }) => {
  const line = document.createElement('li');
  line.textContent = data;
  l.append(line);
  if (l.childElementCount > 50) l.firstElementChild.remove();
};
</script>`;

function answer(request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (request.method === 'POST') {
    echo(request, response);
    return;
  }
  if (url.pathname === '/events') {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(': welcome\n\n');
    listeners.add(response);
    response.on('close', () => listeners.delete(response));
    return;
  }
  response.setHeader('content-type', 'text/html');
  if (url.pathname === '/echo') response.end(echoPage);
  else response.end(listPage(Number(url.searchParams.get('rows')), Number(url.searchParams.get('height'))));
}

function echo(request: IncomingMessage, response: ServerResponse): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    response.end();
    for (const [, text] of Buffer.concat(chunks)
      .toString()
      .matchAll(/"body":"([^"]*)"/g))
      for (const listener of listeners) listener.write(`data: ${text}\n\n`);
  });
}

const server = createServer(answer);
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.send?.({ ready: `http://127.0.0.1:${port}` });
});
process.on('disconnect', () => process.exit(0));
