// Who has which thread open, in memory: said again every few seconds, and forgotten where it is not. Pure.

export type Doing = 'here' | 'typing';

export interface Beat {
  portfolioId: string;
  conversationId: string;
  userId: string;
  name: string;
  /** One window of the desk. */
  tab: string;
  state: Doing | 'gone';
}

interface Person {
  name: string;
  tabs: Map<string, { state: Doing; until: number }>;
}

/** Thread by thread, person by person. Mutable: one of it lives as long as a node. */
export type Presences = Map<string, { portfolioId: string; people: Map<string, Person> }>;

export interface Present {
  id: string;
  name: string;
  state: Doing;
}

/** Takes a beat in. Answers whether anything looks different to others now. */
export function hear(presences: Presences, beat: Beat, { now, forgetMs }: { now: number; forgetMs: number }): boolean {
  const { portfolioId, conversationId, userId, name, tab, state } = beat;
  const before = doing(presences, conversationId, userId);
  const thread = presences.get(conversationId) ?? { portfolioId, people: new Map<string, Person>() };
  const person = thread.people.get(userId) ?? { name, tabs: new Map() };
  if (state === 'gone') person.tabs.delete(tab);
  else person.tabs.set(tab, { state, until: now + forgetMs });
  thread.people.set(userId, person);
  presences.set(conversationId, thread);
  prune(presences, conversationId);
  return doing(presences, conversationId, userId) !== before;
}

/** Forgets what was not said again. Answers the threads that look different now. */
export function forget(presences: Presences, now: number): { conversationId: string; portfolioId: string }[] {
  const changed: { conversationId: string; portfolioId: string }[] = [];
  for (const [conversationId, { portfolioId, people }] of presences) {
    const before = JSON.stringify(presentIn(presences, conversationId));
    for (const { tabs } of people.values()) for (const [tab, { until }] of tabs) if (until <= now) tabs.delete(tab);
    prune(presences, conversationId);
    if (JSON.stringify(presentIn(presences, conversationId)) !== before) changed.push({ conversationId, portfolioId });
  }
  return changed;
}

/** Everybody in a thread but one, by name. Several windows of a person are one presence: typing where any is. */
export function presentIn(presences: Presences, conversationId: string, but?: string): Present[] {
  const people = presences.get(conversationId)?.people ?? new Map<string, Person>();
  return [...people]
    .filter(([id]) => id !== but)
    .map(([id, { name }]) => ({ id, name, state: doing(presences, conversationId, id) ?? 'here' }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1));
}

function doing(presences: Presences, conversationId: string, userId: string): Doing | undefined {
  const tabs = presences.get(conversationId)?.people.get(userId)?.tabs;
  if (!tabs || tabs.size === 0) return undefined;
  return [...tabs.values()].some(({ state }) => state === 'typing') ? 'typing' : 'here';
}

function prune(presences: Presences, conversationId: string): void {
  const thread = presences.get(conversationId);
  if (!thread) return;
  for (const [id, { tabs }] of thread.people) if (tabs.size === 0) thread.people.delete(id);
  if (thread.people.size === 0) presences.delete(conversationId);
}
