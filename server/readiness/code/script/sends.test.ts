import { describe } from 'vitest';
import { tryCases } from '../cases.testing.ts';

describe('where messages go, and what shapes demand', () => {
  tryCases('sends.ts', [
    {
      rule: 'user-id-in-to',
      breaks: "await post({ messaging_product: 'whatsapp', to: message.from_user_id, type: 'text' });",
      innocent: [
        "await post({ messaging_product: 'whatsapp', recipient: message.from_user_id, type: 'text' });",
        'emit({ to: message.from_user_id, at: now });',
        'const shown = { to: r.phone ?? r.bsuid, recipient: r, type };',
      ],
    },
    {
      rule: 'reply-to-from',
      breaks: "await post({ messaging_product: 'whatsapp', to: message.from, type: 'text', text });",
      innocent: [
        "await post({ messaging_product: 'whatsapp', to: message.from, recipient: message.from_user_id, type: 'text', text });",
        "if (message.from) await post({ messaging_product: 'whatsapp', to: message.from, type: 'text', text });",
        "await post({ messaging_product: 'whatsapp', ...(message.from ? { to: message.from } : { recipient: message.from_user_id }), type: 'text' });",
        'await sendMail({ to: order.email, text });',
      ],
    },
    {
      rule: 'recipient-type-invented',
      breaks: "const send = { messaging_product: 'whatsapp', recipient_type: 'user_id' };",
      innocent: [
        "const send = { messaging_product: 'whatsapp', recipient_type: 'individual' };",
        "const send = { messaging_product: 'whatsapp', recipient_type: 'group' };",
      ],
    },
    {
      rule: 'digits-only-normalizer',
      breaks: "function send(to) { return post({ to: to.replace(/[^0-9]/g, '') }); }",
      innocent: [
        "function send(to) { return isBsuid(to) ? post({ recipient: to }) : post({ to: to.replace(/[^0-9]/g, '') }); }",
        "const price = label.replace(/\\D/g, '');",
        "const to = address.to.replace(/^whatsapp:/, '');",
        "const digits = message.from ? message.from.replace(/\\D/g, '') : undefined;",
      ],
    },
    {
      rule: 'digits-only-validation',
      breaks: 'const inbound = z.object({ from: z.string().regex(/^\\d{6,15}$/), text: z.string() });',
      innocent: [
        'const send = z.object({ to: z.string().regex(/^\\d{6,15}$/).optional(), recipient: z.string().optional() });',
        'const code = z.object({ code: z.string().regex(/^\\d{6}$/) });',
        'if (!/^\\d+$/.test(code)) throw new Error();',
      ],
    },
    {
      rule: 'type-says-phone',
      breaks: 'type Inbound = { id: string; from: string; timestamp: string };',
      innocent: [
        'type Inbound = { id: string; from?: string; timestamp: string };',
        'type Inbound = { id: string; from: string | undefined; timestamp: string };',
        'type Travel = { from: string; to: string; id: string; timestamp: string };',
        'type Range = { from: string; until: string };',
      ],
    },
    {
      rule: 'schema-in-code-phone-required',
      breaks: 'const status = z.object({ id: z.string(), status: z.string(), recipient_id: z.string() });',
      innocent: [
        'const status = z.object({ id: z.string(), status: z.string(), recipient_id: z.string().optional() });',
        'const notice = z.object({ recipient_id: z.string() });',
        'const shop = z.object({ phone: z.string() });',
      ],
    },
    {
      rule: 'schema-id-too-short',
      breaks: 'const address = z.object({ wa_user_id: z.string().max(40) });',
      innocent: [
        'const address = z.object({ wa_user_id: z.string().max(135) });',
        'const note = z.object({ text: z.string().max(40) });',
      ],
    },
  ]);
});
