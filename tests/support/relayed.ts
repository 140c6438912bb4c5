// What a bot of other people's was told, in Meta's shapes, and what it calls in Meta's place.

import type { Access, Bot } from './bots.ts';
import { waitFor } from './waiting.ts';

/** As it comes from Meta, or from whoever stands in its place. */
interface Status {
  id: string;
  status: string;
  recipient_id?: string;
  biz_opaque_callback_data?: string;
  errors?: { code: number }[];
}
interface Message {
  from?: string;
  from_user_id?: string;
  id: string;
  type: string;
  context?: { id: string };
  system?: { wa_id?: string; body: string };
}
interface Value {
  contacts?: { wa_id?: string; user_id?: string; profile: { username?: string } }[];
  messages?: Message[];
  statuses?: Status[];
}

export const valuesIn = ({ heard }: Bot): Value[] =>
  heard.map(({ body }) => JSON.parse(body).entry[0].changes[0].value);
export const messagesIn = (bot: Bot) => valuesIn(bot).flatMap(({ messages = [] }) => messages);
export const statusesIn = (bot: Bot) => valuesIn(bot).flatMap(({ statuses = [] }) => statuses);

/** The bot has answered so many, and each has reached whom it was for. */
export const answers = async (bot: Bot, count: number) =>
  await waitFor(`the bot has answered ${count}`, () => (bot.spoken.length >= count ? bot.spoken : undefined));

export const idIn = (answer: unknown): string => (answer as { messages?: { id: string }[] }).messages?.[0]?.id ?? '';

export const call = async (access: Access, path: string, body?: unknown, headers: Record<string, string> = {}) => {
  const answer = await fetch(`${access.api}/v26.0/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${access.token}`, 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, never> & { error?: { code: number } } };
};
