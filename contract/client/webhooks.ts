// Webhooks as they arrive: whether one is from the service and new, and what it says.

import { Webhook } from 'standardwebhooks';
import type { z } from 'zod';
import type { CloudEvent, EventType, eventData } from '../events.ts';
import { WebhookRefusedError } from './errors.ts';

/** An event of one type, with what its `data` holds. */
export type EventOf<Type extends EventType> = Omit<CloudEvent, 'type' | 'data'> & {
  type: Type;
  data: z.output<(typeof eventData)[Type]>;
};

/** Any of them: `switch (event.type)` tells what `data` holds. There will be types you do not know; pass over those. */
export type AnyEvent = { [Type in EventType]: EventOf<Type> }[EventType];

export interface Arrived {
  /** As it came, before anything parsed it. */
  body: string | Uint8Array;
  /** Of the request: a record, as Node has them, or `Headers`. */
  headers: Headers | Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Of the webhook, `whsec_...`; several while you change from one to the other. */
  secret: string | readonly string[];
}

/**
 * The event of a webhook, once its signature and its time have been looked at (Standard Webhooks 1.0: five minutes either way). The same event
 * may come more than once: keep the ids of some days.
 *
 * @throws WebhookRefusedError
 */
export function verifyWebhook({ body, headers, secret }: Arrived): AnyEvent {
  const text = typeof body === 'string' ? body : new TextDecoder().decode(body);
  const named = Object.fromEntries(
    ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => [name, headerIn(headers, name)]),
  );
  const problems: string[] = [];
  for (const one of typeof secret === 'string' ? [secret] : secret) {
    try {
      return new Webhook(one).verify(text, named) as AnyEvent;
    } catch (error) {
      problems.push(error instanceof Error ? error.message : 'unknown');
    }
  }
  throw new WebhookRefusedError(problems.length > 0 ? [...new Set(problems)].join('; ') : 'No secret was given.');
}

function headerIn(headers: Arrived['headers'], name: string): string {
  if (headers instanceof Headers) return headers.get(name) ?? '';
  const [, value = ''] = Object.entries(headers).find(([key]) => key.toLowerCase() === name) ?? [];
  return typeof value === 'string' ? value : value.join(',');
}
