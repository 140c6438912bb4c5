// The figures of sending: what is owed and why it waits, how fast each number goes, and what calls came to.

import { Counter, Gauge, type Registry } from 'prom-client';
import type { Figures, Tally } from '../figures.ts';
import { limits } from '../limits.ts';
import type { queueDepths } from '../views/queue-depths.ts';

type Outbound = Awaited<ReturnType<typeof queueDepths>>['outbound'];

const priorityNames = ['answer', 'begun', 'campaign'] as const;

export function sendingMetrics(registry: Registry, figures: Figures): { show(outbound: Outbound): void } {
  const gauge = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Gauge({ name, help, labelNames, registers: [registry] });
  const waiting = gauge('throughline_outbound_messages', 'Messages owed to Meta', ['priority', 'reason']);
  const oldest = gauge('throughline_outbound_messages_oldest_seconds', 'Age of the oldest', ['priority', 'reason']);
  const allowed = gauge('throughline_sending_rate_allowed', 'Messages a second Meta takes now', ['number']);
  const used = gauge('throughline_sending_rate_used', 'Messages a second sent, over a minute', ['number']);
  const unknown = gauge('throughline_outbound_unknown', 'Messages whose fate is not known', []);
  const unknownOldest = gauge('throughline_outbound_unknown_oldest_seconds', 'Age of the oldest of them', []);
  tallied(registry, figures.sends, {
    name: 'throughline_sends_total',
    help: 'What calls to send came to',
    labels: ['outcome', 'code'],
  });
  tallied(registry, figures.retries, {
    name: 'throughline_send_retries_total',
    help: 'Messages that go out once more, by what they wait for',
    labels: ['reason', 'code'],
  });
  return {
    show: (outbound) => {
      for (const one of [waiting, oldest, allowed, used]) one.reset();
      // Rows are by number too: those of one label are put together.
      const ages = new Map<string, number>();
      for (const { priority, waitsFor, count, oldestS } of outbound.owed) {
        const labels = { priority: priorityNames[priority], reason: waitsFor };
        const name = `${labels.priority} ${waitsFor}`;
        ages.set(name, Math.max(ages.get(name) ?? 0, oldestS));
        waiting.inc(labels, count);
        oldest.set(labels, ages.get(name) ?? 0);
      }
      for (const lane of outbound.lanes) {
        allowed.set({ number: lane.phoneNumberId }, lane.rate ?? limits.sendsPerSecondPerNumber);
        used.set({ number: lane.phoneNumberId }, lane.used);
      }
      unknown.set(outbound.unknown.reduce((sum, one) => sum + one.count, 0));
      unknownOldest.set(Math.max(0, ...outbound.unknown.map((one) => one.oldestS)));
    },
  };
}

function tallied(
  registry: Registry,
  tally: Tally,
  { name, help, labels: [kind, code] }: { name: string; help: string; labels: [string, string] },
): void {
  new Counter({
    name,
    help,
    labelNames: [kind, code],
    registers: [registry],
    collect() {
      this.reset();
      for (const row of tally.all()) this.inc({ [kind]: row.kind, [code]: row.code }, row.count);
    },
  });
}
