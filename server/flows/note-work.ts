// News in threads, and what they mean for the work on them: a stretch begins or goes on, somebody gets it, clocks start and stop.
//
// It is done in the transaction that brings the news, whose portfolio's lane is held: nobody else hands out in this portfolio, so the least
// busy are counted right, and no thread is seen without a stretch of work. However many messages there are it is one statement more where
// nothing changes, and about ten where something begins.

import type { PortfolioId } from '@throughline/identity';
import { answer, assign, begin, clocked, type Heard, hear, type Work } from '../conversations/rules-work.ts';
import type { ThreadNews } from '../conversations/shapes.ts';
import { tell } from '../conversations/store.ts';
import { saveWork, waitsSince, workOf } from '../conversations/work.ts';
import type { Transaction } from '../db/connect.ts';
import { handOut } from './hand-out.ts';
import type { Tools } from './tools.ts';
import { type WorkNote, writeWorkEvents } from './work-events.ts';
import { type NumberTerms, termsOf } from './work-terms.ts';

/** A colleague who answered. */
export interface Answerer {
  id: string;
  name: string;
}

interface Noting {
  tools: Tools;
  /** Who wrote what we said, where it was a person signed in here. */
  answerer?: Answerer | undefined;
  /** The work on these threads, and maybe on others, where it was read already. */
  before?: readonly Work[];
}

export async function noteWork(
  tx: Transaction,
  portfolioId: PortfolioId,
  news: readonly ThreadNews[],
  { tools, answerer, before: known }: Noting,
): Promise<void> {
  const spoken = news.filter((one) => one.heardAt !== null || one.answeredAt !== null);
  const ids = spoken.map((one) => one.conversationId);
  const before = known ?? (await workOf(tx, portfolioId, ids));
  const waits = await tell(tx, portfolioId, news);
  const byId = new Map(spoken.map((one) => [one.conversationId, one]));
  const touched = before.flatMap((work) => {
    const one = byId.get(work.id);
    return one && concerns(work, one, answerer) ? [{ work, news: one }] : [];
  });
  if (touched.length === 0) return;
  const termsFor = await termsOf(
    tx,
    portfolioId,
    touched.map(({ work }) => work.phoneNumberId),
  );
  const notes: WorkNote[] = [];
  const stepped = touched.map((one) => ({
    ...step(one, termsFor(one.work.phoneNumberId), { tools, answerer, notes }),
    before: one.work,
    news: one.news,
  }));
  // Words older than the resolving wait again once they have taken the work up.
  const unsettled = stepped.filter(({ work, before }) => work.settledAt !== before.settledAt);
  const late = await waitsSince(
    tx,
    portfolioId,
    unsettled.map(({ work }) => work),
  );
  const begun = stepped.filter((one) => one.became === 'begun');
  const given = await handOut(
    tx,
    portfolioId,
    begun.map((one) => ({ work: one.work, lastAgentId: one.lastAgentId })),
    { termsFor, tools, notes },
  );
  const after = stepped.map(({ work, news: { heardAt, answeredAt } }) => {
    const handed = given.get(work.id) ?? work;
    const waitingSince = waits.get(work.id) ?? late.get(work.id) ?? null;
    const at = heardAt ?? answeredAt ?? tools.clock();
    return clocked({ ...handed, waitingSince }, at, termsFor(work.phoneNumberId).terms);
  });
  await saveWork(tx, portfolioId, after);
  await writeWorkEvents(tx, portfolioId, notes, tools);
}

/** A word more from somebody who waits already, or on a thread in which nothing is going on, changes nothing. */
function concerns(work: Work, { heardAt, answeredAt }: ThreadNews, answerer: Answerer | undefined): boolean {
  const isOpen = work.episode !== null && work.episode.resolvedAt === null;
  if (answeredAt !== null && (isOpen || (answerer !== undefined && work.episode === null))) return true;
  return heardAt !== null && !(isOpen && work.state === 'open' && work.waitingSince !== null);
}

interface Stepped extends Heard {
  lastAgentId: string | null;
}

function step(
  { work, news }: { work: Work; news: ThreadNews },
  { terms }: NumberTerms,
  { tools, answerer, notes }: { tools: Tools; answerer: Answerer | undefined; notes: WorkNote[] },
): Stepped {
  const { heardAt, answeredAt } = news;
  const lastAgentId = work.episode?.assigneeId ?? null;
  const context = { terms, newId: tools.newId };
  const heard: Heard = heardAt === null ? { work, became: 'same' } : hear(work, heardAt, context);
  const note = (at: number, fact: WorkNote['fact']) => notes.push({ conversationId: work.id, at, fact });
  if (heardAt !== null && heard.became === 'reopened') note(heardAt - 1, { type: 'reopened', by: null });
  if (heardAt !== null && heard.became === 'woken') note(heardAt - 1, { type: 'woken', how: 'customer', by: null });
  if (heardAt !== null && heard.became === 'begun' && work.episode) note(heardAt - 1, { type: 'begun' });
  if (answeredAt === null) return { ...heard, lastAgentId };
  const started =
    heard.work.episode === null && answerer
      ? begin(heard.work, answeredAt, { ...context, by: 'business' })
      : heard.work;
  const agentId = answerer?.id ?? null;
  const answered = answer(started, { at: answeredAt, agentId, heardAt }, terms);
  const takes = answerer && answered.assigneeId === null && answered.episode?.resolvedAt === null;
  if (!takes) return { ...heard, work: answered, lastAgentId };
  note(answeredAt, { type: 'assigned', to: answerer, how: 'reply', by: { ...answerer } });
  return { ...heard, work: assign(answered, { assigneeId: answerer.id }), lastAgentId };
}
