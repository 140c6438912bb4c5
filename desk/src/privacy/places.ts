// Where things of a person are kept, in the words of who works here: tables of one subject stand together.

const tables = {
  contact: ['contacts', 'contact_activity', 'contact_aliases', 'neighborhoods'],
  known: ['identifiers', 'holders', 'names', 'leases'],
  evidence: ['evidence', 'evidence_runs', 'words', 'notices', 'reviews'],
  wishes: ['preferences', 'blocks'],
  cards: ['saved_cards'],
  conversations: ['conversations', 'conversation_aliases', 'episodes', 'work_events'],
  messages: ['messages', 'held_answers', 'drafts', 'outbound', 'early_statuses', 'messaging_uses'],
  search: ['message_words'],
  calls: ['calls'],
  notes: ['notes', 'note_versions', 'note_mentions'],
  labels: ['contact_tags', 'contact_values', 'conversation_tags', 'conversation_values'],
  files: ['media', 'media_uses', 'blobs', 'meta_uploads', 'exports'],
  campaigns: ['campaigns', 'campaign_rows', 'import_rows'],
  asked: ['errands', 'number_requests'],
  webhooks: ['inbox', 'parked', 'kept'],
  downstream: ['events', 'deliveries', 'delivery_lanes', 'relay_sends'],
  records: ['audit_entries', 'privacy_requests', 'erasing', 'idempotency'],
} as const;

export type Place = keyof typeof tables | 'other';

const places: ReadonlyMap<string, Place> = new Map(
  Object.entries(tables).flatMap(([place, names]) => names.map((name) => [name, place as Place] as const)),
);

export const placeOf = (table: string): Place => places.get(table) ?? 'other';

/** Counts of tables as counts of places, in the order of the first of each. What is done with them differs within a place: those stay apart. */
export function byPlace<Erase extends string>(counts: readonly { table: string; rows: number; erase?: Erase }[]) {
  const found = new Map<string, { id: string; place: Place; rows: number; erase: Erase | undefined }>();
  for (const { table, rows, erase } of counts) {
    const place = placeOf(table);
    const id = `${place} ${erase ?? ''}`;
    const one = found.get(id) ?? { id, place, rows: 0, erase };
    found.set(id, { ...one, rows: one.rows + rows });
  }
  return [...found.values()];
}
