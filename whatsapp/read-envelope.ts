import { idOf, isFields } from './fields.ts';
import { envelopeProblem } from './read-webhook.ts';

/** One WhatsApp Business account's share of a webhook. */
export interface EnvelopePart {
  /** `null` where no id can be read: nobody's webhook, to be parked. */
  wabaId: string | null;
  envelope: unknown;
}

/**
 * Splits a body by WhatsApp Business account, looking at nothing but the entries' ids: cheap enough for the webhook
 * door. The body itself is handed back where it is all about one account, which is nearly always.
 */
export function readEnvelope(body: unknown): EnvelopePart[] {
  if (!isFields(body) || envelopeProblem(body)) return [{ wabaId: null, envelope: body }];
  const entries = body.entry as unknown[];
  const byWaba = new Map<string | null, unknown[]>();
  for (const entry of entries) {
    const wabaId = (isFields(entry) ? idOf(entry.id) : undefined) ?? null;
    const group = byWaba.get(wabaId);
    if (group) group.push(entry);
    else byWaba.set(wabaId, [entry]);
  }
  if (byWaba.size === 0) return [{ wabaId: null, envelope: body }];
  if (byWaba.size === 1) return [...byWaba.keys()].map((wabaId) => ({ wabaId, envelope: body }));
  return [...byWaba].map(([wabaId, entry]) => ({ wabaId, envelope: { ...body, entry } }));
}
