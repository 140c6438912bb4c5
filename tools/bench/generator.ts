// The load, as a process: signed webhooks over keep-alive connections, one at a time on each, on loopback only.
//
// Requests are composed and signed before the clock starts, and written to plain sockets: on a machine of two cores, an HTTP
// client in the generator takes more from the service than the service's own HTTP does.

import { connect as connectTo, type Socket } from 'node:net';
import { sign } from '@throughline/whatsapp';
import { appSecret, linesOf, type Script, webhookOf } from './webhooks.ts';

export interface LoadTask {
  url: string;
  connections: number;
  script: Script;
  /** Ends after this long, or when the script is at its end. */
  seconds: number;
  /** Webhooks a second; null: as fast as the connections take them. */
  rate: number | null;
}

export interface LoadResult {
  acknowledged: number;
  refused: number;
  /** When the clock started, in milliseconds since the epoch: request n of a fixed rate was due n / rate later. */
  startedAt: number;
  /** From the first request to the last answer. */
  elapsedMs: number;
  /** From when a request was due to its answer: waiting for a free connection counts. */
  p50Ms: number;
  p99Ms: number;
  maxMs: number;
}

const tickMs = 1;

async function load({ url, connections, script, seconds, rate }: LoadTask): Promise<LoadResult> {
  const { hostname, port } = new URL(url);
  if (hostname !== '127.0.0.1') throw new Error('The bench loads this machine only.');
  const requests = linesOf(script).map((line) => requestOf(webhookOf([line]), `${hostname}:${port}`));
  const sockets = await Promise.all(Array.from({ length: connections }, () => openSocket(hostname, Number(port))));
  try {
    return await new Run(requests, sockets, { seconds, rate }).finished;
  } finally {
    for (const socket of sockets) socket.destroy();
  }
}

class Run {
  readonly finished: Promise<LoadResult>;
  private readonly latencies: number[] = [];
  /** The one that has rested longest goes next: a server closes what rests for five seconds. */
  private readonly idle: Socket[];
  private readonly started = performance.now();
  private readonly startedAt = Date.now();
  private next = 0;
  private inFlight = 0;
  private refused = 0;
  private last = 0;
  private timer: NodeJS.Timeout | undefined;
  private finish: (result: LoadResult) => void = () => {};
  private fail: (error: Error) => void = () => {};
  private readonly requests: readonly Buffer[];
  private readonly rate: number | null;
  private readonly endAt: number;

  constructor(requests: readonly Buffer[], sockets: Socket[], pace: { seconds: number; rate: number | null }) {
    this.requests = requests;
    this.rate = pace.rate;
    this.endAt = this.started + pace.seconds * 1000;
    this.idle = [...sockets];
    this.finished = new Promise((resolve, reject) => {
      this.finish = resolve;
      this.fail = reject;
    });
    if (this.rate !== null) this.timer = setInterval(() => this.sendDue(), tickMs);
    for (const socket of sockets) socket.once('error', this.fail);
    this.sendDue();
  }

  private sendDue(): void {
    const now = performance.now();
    const over = now >= this.endAt;
    const due = this.rate === null ? this.requests.length : Math.floor(((now - this.started) / 1000) * this.rate);
    const until = over ? this.next : Math.min(due, this.requests.length);
    while (this.next < until && this.idle.length > 0) this.send(this.idle.shift() as Socket, now);
    if (this.inFlight === 0 && (over || this.next === this.requests.length)) this.end();
  }

  private send(socket: Socket, now: number): void {
    const dueAt = this.rate === null ? now : this.started + (this.next / this.rate) * 1000;
    const request = this.requests[this.next++];
    if (!request) return;
    this.inFlight += 1;
    onAnswer(socket, (status) => {
      this.last = performance.now();
      this.latencies.push(this.last - dueAt);
      if (status !== 200) this.refused += 1;
      this.inFlight -= 1;
      this.idle.push(socket);
      this.sendDue();
    });
    socket.write(request);
  }

  private end(): void {
    clearInterval(this.timer);
    const sorted = Float64Array.from(this.latencies).sort();
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
    this.finish({
      acknowledged: sorted.length - this.refused,
      refused: this.refused,
      startedAt: this.startedAt,
      elapsedMs: this.last - this.started,
      p50Ms: at(0.5),
      p99Ms: at(0.99),
      maxMs: at(1),
    });
  }
}

function requestOf(body: Buffer, host: string): Buffer {
  const head = `POST /webhooks/whatsapp HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nX-Hub-Signature-256: ${sign(body, appSecret)}\r\nContent-Length: ${body.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), body]);
}

function openSocket(host: string, port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connectTo({ host, port, noDelay: true }, () => resolve(socket));
    socket.once('error', reject);
    socket.once('close', () => socket.emit('error', new Error('The server closed a connection.')));
  });
}

/** Calls back once with the status of the one answer under way, when all of it has arrived. */
function onAnswer(socket: Socket, answered: (status: number) => void): void {
  let text = '';
  const read = (chunk: Buffer) => {
    text += chunk.toString('latin1');
    const headEnd = text.indexOf('\r\n\r\n');
    if (headEnd < 0) return;
    const length = Number(/\r\ncontent-length: *(\d+)/i.exec(text)?.[1] ?? 0);
    if (text.length < headEnd + 4 + length) return;
    socket.off('data', read);
    answered(Number(text.slice(9, 12)));
  };
  socket.on('data', read);
}

process.on('message', (task: LoadTask) => {
  load(task).then(
    (result) => process.send?.(result),
    (error: Error) => {
      process.stderr.write(`The generator failed: ${error.message}\n`);
      process.exit(1);
    },
  );
});
process.on('disconnect', () => process.exit(0));
process.send?.({ ready: 'generator' });
