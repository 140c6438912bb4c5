// One person with very much: who they are comes by a webhook, and files by the door for uploads; the rest is written straight into the rooms' tables, as
// the walk of webhooks would have left it.

import { randomBytes, randomUUID } from 'node:crypto';
import { type E164, type EvidenceId, pack, type SeenTogether } from '@throughline/identity';
import type { NeighborhoodId } from '../../server/contacts/read-rows.ts';
import { runRow } from '../../server/contacts/rows.ts';
import { rowsOf } from '../../server/db/rows.ts';
import { postWebhook } from '../../tests/support/webhooks.ts';
import type { StageDatabase } from '../bench/stage.ts';
import { waitUntilApplied } from '../bench/waiting.ts';
import { appSecret, ours, webhookOf } from '../bench/webhooks.ts';

export const phone = '+12120000001';
const bsuid = 'US.1000000000000001';
/** Each shown by a message of its own. */
export const files = 200;
const fileBytes = 20_000;

interface Filling {
  service: string;
  key: string;
  count: number;
}

export async function fillPerson(db: StageDatabase, { service, key, count }: Filling): Promise<void> {
  const line = { person: 1, serial: 'first', at: Date.now(), as: { phone: phone.slice(1), bsuid } };
  const status = await postWebhook(`${service}/webhooks/whatsapp`, webhookOf([line]), appSecret);
  if (status !== 200) throw new Error(`The webhook was answered ${status}.`);
  await waitUntilApplied(db);
  const [thread] = await db.sql<{ id: string; neighborhood: NeighborhoodId }[]>`
    select c.id, h.neighborhood_id as neighborhood from conversations c join holders h on h.portfolio_id = c.portfolio_id and h.id = c.holder_id`;
  if (!thread) throw new Error('The first message opened no thread.');
  await fillMessages(db, thread.id, count);
  await fillEvidence(db, thread.neighborhood, count);
  await fillFiles(db, { service, key, thread: thread.id });
  await db.sql`analyze`;
}

/** Theirs and ours, four minutes apart, of every length a message has. */
async function fillMessages(db: StageDatabase, thread: string, count: number): Promise<void> {
  await db.sql`
    insert into messages (portfolio_id, id, conversation_id, phone_number_id, wamid, direction, at, tie, phone, bsuid, type, body, summary, raw,
                          status, author)
    select ${ours.portfolioId}, gen_random_uuid(), ${thread}, ${ours.phoneNumberId}, 'wamid.long' || n, d, at, '1' || n, ${phone}, ${bsuid}, 'text', body,
           body, jsonb_build_object('type', 'text', 'text', jsonb_build_object('body', body)),
           case when d = 'out' then 'read' else 'received' end, case when d = 'out' then 'Maya' end
    from (select n, case when n % 3 = 0 then 'out' else 'in' end as d,
                 date_trunc('second', now()) - interval '1 hour' - n * interval '4 minutes' as at,
                 'Message ' || n || '. ' || repeat('The bicycle that came on Tuesday has a wheel that is not quite round. ', (n * 7 % 11) % 6) as body
          from generate_series(1, ${count}) n) m`;
}

/** What each of them said of who they are: runs of a thousand, all as the first. */
async function fillEvidence(db: StageDatabase, neighborhood: NeighborhoodId, count: number): Promise<void> {
  const began = Date.now() - 400 * 86_400_000;
  const history = Array.from({ length: 1_000 }, (_, n): SeenTogether => {
    const id = randomBytes(16).toString('base64url') as EvidenceId;
    return {
      kind: 'seen-together',
      id,
      at: began + n * 240_000,
      by: 'customer',
      phone: phone as E164,
      bsuid: bsuid as never,
    };
  });
  const rows = pack(history).map((run) => runRow(randomUUID(), neighborhood, run));
  await db.sql`
    insert into evidence_runs (portfolio_id, id, neighborhood_id, first_at, first_tie, last_at, last_tie, count, content, positions)
    select ${ours.portfolioId}, gen_random_uuid(), neighborhood_id, first_at, first_tie, last_at, last_tie, count, content, decode(positions, 'base64')
    from json_to_recordset(${rowsOf(rows)}::text::json)
      as r (neighborhood_id uuid, first_at timestamptz, first_tie text, last_at timestamptz, last_tie text, count int, content jsonb, positions text)
    cross join generate_series(1, ${Math.ceil(count / 1_000)})`;
}

async function fillFiles(
  db: StageDatabase,
  { service, key, thread }: Pick<Filling, 'service' | 'key'> & { thread: string },
): Promise<void> {
  const ids: string[] = [];
  for (let n = 0; n < files; n += 1) {
    const answer = await fetch(`${service}/api/v1/media?conversation=${thread}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'text/plain', 'x-filename': `note-${n}.txt` },
      body: randomBytes(fileBytes / 2).toString('hex'),
    });
    if (!answer.ok) throw new Error(`The upload was answered ${answer.status}: ${await answer.text()}`);
    ids.push(((await answer.json()) as { id: string }).id);
  }
  await db.sql`
    insert into media_uses (portfolio_id, message_id, media_id)
    select ${ours.portfolioId}, m.id, f.id
    from (select id, row_number() over (order by id) as place from messages limit ${files}) m
    join (select id::uuid, row_number() over () as place from unnest(${ids}::text[]) as id) f using (place)`;
}
