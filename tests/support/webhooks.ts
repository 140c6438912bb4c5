// Webhooks by hand: signed as Meta signs, without any code of ours or of the simulator's.

import { createHmac } from 'node:crypto';
import { secrets } from './service.ts';

/** Posts exactly these bytes. `secret: null` sends no signature. Answers the status, or null where nothing came back. */
export async function postWebhook(
  url: string,
  body: string | Buffer,
  secret: string | null = secrets.app,
): Promise<number | null> {
  const bytes = Buffer.from(body);
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(secret !== null && {
          'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(bytes).digest('hex')}`,
        }),
      },
      body: new Uint8Array(bytes),
      signal: AbortSignal.timeout(20_000),
    });
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return null;
  }
}

export interface TextMessage {
  wamid: string;
  phone: string;
  body: string;
  wabaId?: string;
  phoneNumberId?: string;
  at?: number;
}

/** One webhook with these messages, of the demo's first business number unless they say otherwise. */
export function webhookOf(messages: readonly TextMessage[]): unknown {
  const [first] = messages;
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '15550001111', phone_number_id: first?.phoneNumberId ?? '200000000000002' },
    contacts: messages.map(({ phone }) => ({ profile: { name: `Person ${phone}` }, wa_id: phone })),
    messages: messages.map(({ wamid, phone, body, at = Date.now() }) => ({
      from: phone,
      id: wamid,
      timestamp: String(Math.floor(at / 1000)),
      type: 'text',
      text: { body },
    })),
  };
  return {
    object: 'whatsapp_business_account',
    entry: [{ id: first?.wabaId ?? '100000000000001', changes: [{ value, field: 'messages' }] }],
  };
}
