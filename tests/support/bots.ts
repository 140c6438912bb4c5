// Bots of other people's making, as they come from npm, each behind an address of its own: what a business has that Meta's format is spoken with.

import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createMemoryState } from '@chat-adapter/state-memory';
import { createWhatsAppAdapter } from '@chat-adapter/whatsapp';
import { type Adapter, Chat, type Logger } from 'chat';
import { WhatsAppAPI } from 'whatsapp-api-js';
import { Text } from 'whatsapp-api-js/messages';

export interface Heard {
  signature: string | undefined;
  body: string;
}

export interface Bot {
  url: string;
  /** Every webhook that came, as it came. */
  heard: Heard[];
  /** Of each message: who wrote it, as the bot knows them, what it says, and the id the bot's answer was given. */
  spoken: { from: string | undefined; text: string; answered: unknown }[];
  close(): Promise<void>;
}

export interface Access {
  /** Where it calls in the place of https://graph.facebook.com. */
  api: string;
  token: string;
  appSecret: string;
  verifyToken: string;
  phoneNumberId: string;
}

type Handler = (request: Request) => Promise<Response>;

/** `@chat-adapter/whatsapp`: answers each message with what it said. */
export async function chatBot(access: () => Access): Promise<Bot> {
  const spoken: Bot['spoken'] = [];
  let chat: Chat | undefined;
  return await listen(spoken, async (request) => {
    chat ??= await begin();
    return (
      (await (chat.webhooks as Record<string, Handler>).whatsapp?.(request)) ?? new Response(null, { status: 500 })
    );
  });

  async function begin(): Promise<Chat> {
    const { api, token, appSecret, verifyToken, phoneNumberId } = access();
    const whatsapp = createWhatsAppAdapter({
      ...{ accessToken: token, appSecret, verifyToken, phoneNumberId, apiUrl: api, logger: silent },
    });
    const made = new Chat({
      userName: 'echo',
      adapters: { whatsapp: whatsapp as Adapter },
      state: createMemoryState(),
      logger: silent,
    });
    made.onDirectMessage(async (thread, message) => {
      const sent = await thread.post(`You said: ${message.text}`);
      spoken.push({ from: message.author.userId, text: message.text, answered: sent.id });
    });
    return made;
  }
}

/**
 * `whatsapp-api-js` of January 2026: knows people by their number and by nothing else. It calls graph.facebook.com wherever it is; the fetch it is
 * given calls `api` instead.
 */
export async function phoneOnlyBot(access: () => Access): Promise<Bot> {
  const spoken: Bot['spoken'] = [];
  let library: WhatsAppAPI | undefined;
  return await listen(spoken, async (request) => {
    library ??= begin();
    const url = new URL(request.url);
    if (request.method === 'GET') return new Response(library.get(Object.fromEntries(url.searchParams) as never));
    const raw = await request.text();
    await library.post(JSON.parse(raw), raw, request.headers.get('x-hub-signature-256') ?? '');
    return new Response();
  });

  function begin(): WhatsAppAPI {
    const { api, token, appSecret, verifyToken } = access();
    const redirected = (input: unknown, init: unknown) =>
      fetch(String(input).replace('https://graph.facebook.com', api), init as RequestInit);
    const made = new WhatsAppAPI({
      ...{ token, appSecret, webhookVerifyToken: verifyToken, v: 'v26.0' },
      ponyfill: { fetch: redirected as typeof fetch },
    });
    made.on.message = async ({ from, message, reply }) => {
      const text = message.type === 'text' ? message.text.body : message.type;
      const answered = await reply(new Text(`You said: ${text}`));
      spoken.push({ from, text, answered });
    };
    made.on.status = () => {};
    return made;
  }
}

async function listen(spoken: Bot['spoken'], handler: Handler): Promise<Bot> {
  const heard: Heard[] = [];
  const server = createServer(async (incoming, response) => {
    const { method = 'GET', headers, url = '/' } = incoming;
    const body = await bodyOf(incoming);
    if (method === 'POST') heard.push({ signature: headers['x-hub-signature-256'] as string | undefined, body });
    const request = new Request(`http://bot.example${url}`, {
      method,
      headers: headers as Record<string, string>,
      ...(method === 'POST' && { body }),
    });
    const answer = await handler(request).catch(() => new Response(null, { status: 500 }));
    response.writeHead(answer.status).end(await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`,
    ...{ heard, spoken },
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of incoming) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}

const nothing = () => {};
const silent: Logger = { debug: nothing, info: nothing, warn: nothing, error: nothing, child: () => silent };
