// For machines that watch: alive, ready, and the figures.

import type { FastifyInstance } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Database } from '../db/connect.ts';
import type { Figures } from '../figures.ts';
import type { MediaDepth } from '../media/sweeping.ts';
import { queueDepths } from '../views/queue-depths.ts';
import { sentence } from '../words/sentence.ts';
import { ProblemError } from './problems.ts';
import { sendingMetrics } from './sending-metrics.ts';

export async function healthDoor(
  app: FastifyInstance,
  {
    db,
    listeners,
    figures,
    mediaQuotaBytes,
  }: { db: Database; listeners: () => number; figures: Figures; mediaQuotaBytes: number },
): Promise<void> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers: [registry] });
  const inboxWaiting = gauge('throughline_inbox_waiting', 'Webhooks acknowledged and not yet applied');
  const inboxOldest = gauge('throughline_inbox_oldest_seconds', 'Age of the oldest of them');
  const parked = gauge('throughline_parked', 'Items set aside with a reason');
  const orphans = gauge('throughline_orphans', 'Receipts for messages that were not sent here');
  const reviews = gauge('throughline_reviews_open', 'Questions about who is who that wait for somebody');
  const outboundWaiting = gauge('throughline_outbound_waiting', 'Messages owed to Meta');
  const outboundOldest = gauge('throughline_outbound_oldest_seconds', 'Age of the oldest of them');
  const sendingFigures = sendingMetrics(registry, figures);
  const errandsWaiting = gauge('throughline_errands_waiting', 'Calls owed to Meta that are no messages');
  const errandsOldest = gauge('throughline_errands_oldest_seconds', 'Age of the oldest of them');
  counter(registry, 'throughline_errands_done_total', 'Those that were made', () => figures.errandsDone);
  counter(registry, 'throughline_errands_failed_total', 'Those that ended without', () => figures.errandsFailed);
  counter(
    registry,
    'throughline_identity_checked_total',
    'Neighborhoods compared with their evidence',
    () => figures.identityChecked,
  );
  counter(
    registry,
    'throughline_identity_differences_total',
    'Those that were not what their evidence comes to',
    () => figures.identityDifferences,
  );
  const media = mediaGauges(gauge, mediaQuotaBytes);
  const templates = new Gauge({
    name: 'throughline_templates',
    help: 'Templates by status',
    labelNames: ['status'],
    registers: [registry],
  });
  const templatesAge = gauge('throughline_templates_oldest_sync_seconds', 'Since the templates were last listed');
  const templatesFailing = gauge(
    'throughline_templates_sync_failing',
    'WhatsApp accounts whose templates cannot be listed',
  );
  const live = gauge('throughline_live_listeners', 'Desks listening for changes');

  app.get('/healthz', { schema: { hide: true } }, async () => ({ status: 'alive' }));

  app.get('/readyz', { schema: { hide: true } }, async () => {
    try {
      await db.sql`select 1`;
      return { status: 'ready' };
    } catch {
      throw new ProblemError(503, 'not_ready', sentence('problem.not_ready'));
    }
  });

  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) => {
    const depths = await queueDepths(db);
    const { inbox, outbound, errands } = depths;
    media(depths.media);
    orphans.set(depths.orphans);
    reviews.set(depths.reviews);
    inboxWaiting.set(inbox.waiting);
    inboxOldest.set(inbox.oldestS);
    parked.set(inbox.parked);
    outboundWaiting.set(outbound.waiting);
    outboundOldest.set(outbound.oldestS);
    sendingFigures.show(outbound);
    errandsWaiting.set(errands.waiting);
    errandsOldest.set(errands.oldestS);
    templates.reset();
    for (const { status, count } of depths.templates) templates.set({ status }, count);
    templatesAge.set(depths.templateSync.oldestS);
    templatesFailing.set(depths.templateSync.failing);
    live.set(listeners());
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}

function mediaGauges(gauge: (name: string, help: string) => Gauge, quotaBytes: number): (depth: MediaDepth) => void {
  const waiting = gauge('throughline_media_waiting', 'Files WhatsApp has and we do not yet');
  const oldest = gauge('throughline_media_oldest_seconds', 'Age of the oldest of them');
  const heldBack = gauge('throughline_media_held_back', 'Of those, held back because the space for files is used up');
  const notKept = gauge('throughline_media_not_kept', 'Files that were given up: expired, too large or failed');
  const used = gauge('throughline_media_bytes', 'Bytes of files kept');
  gauge('throughline_media_quota_bytes', 'Bytes of files that may be kept').set(quotaBytes);
  return (depth) => {
    waiting.set(depth.waiting);
    oldest.set(depth.oldestS);
    heldBack.set(depth.heldBack);
    notKept.set(depth.notKept);
    used.set(depth.usedBytes);
  };
}

/** Counted elsewhere: read when somebody asks. */
function counter(registry: Registry, name: string, help: string, read: () => number): void {
  new Counter({
    name,
    help,
    registers: [registry],
    collect() {
      this.reset();
      this.inc(read());
    },
  });
}
