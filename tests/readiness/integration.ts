// A small integration of Meta's webhooks, with the habits that break. Without any it knows people by account id, then by number, and follows
// changes of account.

export type Habit =
  | 'throws without a number'
  | 'drops without a number'
  | 'keys by number'
  | 'number first'
  | 'digits only'
  | 'keys by username'
  | 'forgets changes of account'
  | 'hangs without a number'
  | 'answers what it did'
  | 'reads the contact of a failed status'
  | 'knows no calls';

interface Contact {
  id: string;
  name: string;
  ids: string[];
}

// biome-ignore lint/suspicious/noExplicitAny: it reads what comes, as integrations do.
type Loose = any;

export interface Integration {
  /** The status and body it answers; never where it hangs. */
  handle: (webhook: unknown) => Promise<{ status: number; body: string }>;
  /** What it has: what a read-back answers. */
  state: () => unknown;
}

export function integration(habits: readonly Habit[]): Integration {
  const has = (habit: Habit) => habits.includes(habit);
  const contacts: Contact[] = [];
  const messages: { contact: string; text: string; type: string }[] = [];
  const events: { kind: string; of: string }[] = [];

  function find(ids: readonly (string | undefined)[], name: string): Contact {
    const known = ids.filter((id) => id !== undefined || has('keys by number')).map(String);
    const found = contacts.find((one) => one.ids.some((id) => known.includes(id)));
    if (found) {
      found.ids = [...new Set([...found.ids, ...known])];
      return found;
    }
    const made = { id: `contact-${contacts.length + 1}`, name, ids: [...known] };
    contacts.push(made);
    return made;
  }

  function idsOf(
    phone: string | undefined,
    userId: string | undefined,
    username: string | undefined,
  ): (string | undefined)[] {
    if (has('keys by number')) return [phone];
    if (has('number first')) return [phone ?? userId];
    if (has('digits only')) return [phone, userId?.replace(/\D/g, '')];
    if (has('keys by username')) return [username ?? userId];
    return [userId, phone];
  }

  async function onMessage(message: Loose, value: Loose): Promise<void> {
    if (message.type === 'system') {
      const { previous_user_id: before, user_id: after } = message.system;
      const found = has('forgets changes of account') ? undefined : contacts.find(({ ids }) => ids.includes(before));
      found?.ids.push(after);
      return;
    }
    const contact = value.contacts?.find(
      (one: Loose) => (one.user_id ?? one.wa_id) === (message.from_user_id ?? message.from),
    );
    if (has('throws without a number')) message.from.replace('+', '');
    if (has('drops without a number') && !message.from) return;
    if (has('hangs without a number') && !message.from) await new Promise(() => {});
    const ids = idsOf(message.from, message.from_user_id, contact?.profile?.username);
    const person = find(ids, contact?.profile?.name ?? 'somebody');
    messages.push({ contact: person.id, text: JSON.stringify(message[message.type] ?? {}), type: message.type });
  }

  return {
    state: () => ({
      contacts: contacts.map((one) => ({ ...one, messages: messages.filter(({ contact }) => contact === one.id) })),
      events,
    }),
    handle: async (webhook: Loose) => {
      const before = messages.length;
      try {
        for (const { value, field } of webhook.entry.flatMap(({ changes }: Loose) => changes)) {
          if (field === 'calls' && has('knows no calls')) return { status: 404, body: 'unknown' };
          for (const message of value.messages ?? []) await onMessage(message, value);
          for (const one of value.statuses ?? []) {
            if (has('reads the contact of a failed status') && one.status === 'failed' && !one.recipient_id)
              value.contacts[0].wa_id;
            events.push({ kind: one.status, of: one.id });
          }
          for (const one of value.calls ?? []) events.push({ kind: one.event, of: one.id });
          for (const one of value.user_preferences ?? [])
            events.push({ kind: one.value, of: one.user_id ?? one.wa_id });
        }
      } catch {
        return { status: 500, body: 'error' };
      }
      return {
        status: 200,
        body: has('answers what it did') ? JSON.stringify({ messages: messages.length - before }) : 'ok',
      };
    },
  };
}
