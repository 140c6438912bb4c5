// Webhooks as Meta sends them, by the thousand: text messages of a town whose every person shows a phone and a BSUID.

/** The business number everybody writes to. */
export const ours = {
  portfolioId: '900000000000001',
  wabaId: '100000000000001',
  phoneNumberId: '200000000000002',
  displayPhone: '+15550001111',
};

export const appSecret = 'bench-app-secret-of-32-characters';

export interface Line {
  /** Which person of the town. */
  person: number;
  /** Unique in a database; part of the message's id. */
  serial: string;
  /** Milliseconds since the epoch; Meta sends whole seconds. */
  at: number;
  /** Somebody who is not of the town. */
  as?: { phone: string; bsuid: string };
}

/** One webhook with these messages, one change as Meta batches them. */
export function webhookOf(lines: readonly Line[]): Buffer {
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: ours.displayPhone.slice(1), phone_number_id: ours.phoneNumberId },
    contacts: lines.map(({ person, as }) => ({
      profile: { name: as ? `Person ${person}` : `Person ${person} Of Town` },
      wa_id: as?.phone ?? phoneOf(person),
      user_id: as?.bsuid ?? bsuidOf(person),
    })),
    messages: lines.map(({ person, serial, at, as }) => ({
      from: as?.phone ?? phoneOf(person),
      from_user_id: as?.bsuid ?? bsuidOf(person),
      id: `wamid.${Buffer.from(`bench-${serial}`).toString('base64')}`,
      timestamp: String(Math.floor(at / 1000)),
      type: 'text',
      text: { body: `Hello, this is message ${serial}. Is my order on its way, and when will it be here?` },
    })),
  };
  return Buffer.from(
    JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [{ id: ours.wabaId, changes: [{ value, field: 'messages' }] }],
    }),
  );
}

export interface Script {
  count: number;
  people: number;
  /** Part of every message id: two scripts in one database differ in it. */
  name: string;
  startAt: number;
  perSecond: number;
  /** The first person's number; 0 where left out. */
  firstPerson?: number;
}

/** Person after person, round and round, each person's messages in order of time. */
export function linesOf({ count, people, name, startAt, perSecond, firstPerson = 0 }: Script): Line[] {
  return Array.from({ length: count }, (_, index) => ({
    person: firstPerson + (index % people),
    serial: `${name}-${index}`,
    at: startAt + Math.floor((index * 1000) / perSecond),
  }));
}

/** The lines in webhooks of this many messages each. */
export function webhooksOf(lines: readonly Line[], messagesPerWebhook: number): Buffer[] {
  const webhooks: Buffer[] = [];
  for (let index = 0; index < lines.length; index += messagesPerWebhook)
    webhooks.push(webhookOf(lines.slice(index, index + messagesPerWebhook)));
  return webhooks;
}

function phoneOf(person: number): string {
  return `1212${String(2_000_000 + person).padStart(7, '0')}`;
}

function bsuidOf(person: number): string {
  return `US.${String(1_000_000_000_000_000 + person)}`;
}
