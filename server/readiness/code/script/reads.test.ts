// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are programs.

import { describe, expect, it } from 'vitest';
import { auditText } from '../audit-text.ts';
import { tryCases } from '../cases.testing.ts';

describe('readers of numbers', () => {
  tryCases('reader.ts', [
    {
      rule: 'from-read-unguarded',
      breaks: 'for (const message of value.messages) save(message.from.slice(1));',
      innocent: [
        'for (const message of value.messages) if (message.from) save(message.from.slice(1));',
        'for (const message of value.messages) { if (!message.from) continue; save(message.from.slice(1)); }',
        'for (const message of value.messages) save(message.from?.slice(1));',
        "for (const message of value.messages) { const from = message.from ?? 'none'; save(from.slice(1)); }",
        'const { from } = value.messages[0]; const tail = from === undefined ? undefined : from.slice(1);',
        'for (const mail of inbox) save(mail.from.slice(1));',
        'const list = Array.from(value.messages);',
        'function read(message) { if (!message.from) throw new Error(); return message.from.slice(1); }',
        "function read(message) { return typeof message.from === 'string' && message.from.slice(1); }",
      ],
    },
    {
      rule: 'wa-id-read-unguarded',
      breaks: "const id = contact.wa_id.replace('+', '');",
      innocent: [
        "const id = contact.wa_id?.replace('+', '');",
        "if (contact.wa_id) save(contact.wa_id.replace('+', ''));",
        "const id = (contact.wa_id ?? '').replace('+', '') || (contact.wa_id || 'x').trim();",
        'save({ wa_id: contact.wa_id });',
      ],
    },
    {
      rule: 'recipient-read-unguarded',
      breaks: 'value.statuses.forEach((status) => save(status.recipient_id.trim()));',
      innocent: [
        'value.statuses.forEach((status) => save(status.recipient_id?.trim()));',
        'value.statuses.forEach((status) => status.recipient_id && save(status.recipient_id.trim()));',
        'notifications.forEach((row) => save(row.recipient_id.trim()));',
      ],
    },
    {
      rule: 'contacts-read-unguarded',
      breaks: 'const { name } = change.value.contacts[0].profile;',
      innocent: [
        'const { name } = change.value.contacts?.[0]?.profile ?? {};',
        'if (change.value.contacts) greet(change.value.contacts[0].profile.name);',
        'const [contact] = change.value.contacts ?? []; greet(contact?.profile?.name);',
        'const { contacts } = change.value; if (!contacts?.length) return; greet(contacts[0].profile.name);',
        'greet(addressBook.contacts[0].profile.name);',
      ],
    },
    {
      rule: 'answer-wa-id',
      breaks: 'const sent = await post(body); save(sent.data.contacts[0].wa_id);',
      innocent: [
        'const sent = await post(body); save(sent.data.contacts[0].wa_id ?? sent.data.contacts[0].user_id);',
        'const sent = await post(body); save(sent.data.messages[0].id);',
        'const sent = await post(body); if (sent.data.contacts[0].wa_id) save(sent.data.contacts[0].wa_id);',
      ],
    },
    {
      rule: 'country-from-phone',
      breaks: 'const country = parsePhoneNumber(message.from).country;',
      innocent: [
        'const country = message.from ? parsePhoneNumber(message.from).country : message.from_user_id.slice(0, 2);',
        "const isCall = message.id.startsWith('5');",
        "const isOurs = message.from?.startsWith('55');",
      ],
    },
    {
      rule: 'id-as-number',
      breaks: 'const key = parseInt(message.from, 10);',
      innocent: [
        'const key = message.from ? Number(message.from) : undefined;',
        'const at = Number(message.timestamp);',
        'const at = +message.timestamp;',
      ],
    },
    {
      rule: 'phone-as-text',
      breaks: 'const address = `whatsapp:+${message.from}`;',
      innocent: [
        'const address = message.from ? `whatsapp:+${message.from}` : undefined;',
        'console.log(`+${message.from}`);',
        'const text = `From ${message.from} with love`;',
        'const id = String(message.id);',
      ],
    },
    {
      rule: 'link-needs-phone',
      breaks: 'const link = `https://wa.me/${customer.phone}`;',
      innocent: [
        'const link = customer.phone && `https://wa.me/${customer.phone}`;',
        'const link = `https://wa.me/${settings.line}`;',
      ],
    },
    {
      rule: 'id-changed-case',
      breaks: 'const id = message.from_user_id.toUpperCase();',
      innocent: ['const name = contact.profile.name.toUpperCase();', 'const id = user.id.toLowerCase();'],
    },
    {
      rule: 'id-taken-apart',
      breaks: "const digits = message.from_user_id.split('.').pop();",
      innocent: [
        'const country = message.from_user_id.slice(0, 2);',
        "const parts = message.id.split('.');",
        "const names = contact.profile.name.split('.');",
      ],
    },
    {
      rule: 'phone-out-of-wamid',
      breaks: "const phone = Buffer.from(wamid.slice(6), 'base64').toString();",
      innocent: [
        "const key = Buffer.from(secret, 'base64');",
        "const text = Buffer.from(message.id, 'utf8');",
        'const text = atob(media.content);',
      ],
    },
    {
      rule: 'phones-compared',
      breaks: 'const contact = value.contacts.find((one) => one.wa_id === message.from);',
      innocent: [
        'const contact = value.contacts.find((one) => one.user_id === message.from_user_id);',
        'const contact = value.contacts.find((one) => message.from && one.wa_id === message.from);',
        'const isOurs = message.from === settings.line;',
        'const contact = value.contacts.find((one) => one.wa_id !== undefined && one.wa_id === message.from);',
      ],
    },
    {
      rule: 'status-by-recipient',
      breaks: 'for (const status of value.statuses) sent.get(status.recipient_id).done = true;',
      innocent: [
        'for (const status of value.statuses) sent.get(status.id).done = true;',
        'for (const status of value.statuses) log.info({ to: status.recipient_id });',
      ],
    },
    {
      rule: 'number-change-by-phone-only',
      breaks: "switch (message.system.type) { case 'user_changed_number': move(message); }",
      innocent: [
        "switch (message.system.type) { case 'user_changed_number': case 'user_changed_user_id': move(message); }",
        "const sample = { type: 'user_changed_number' };",
      ],
    },
    {
      rule: 'withdrawn-id-update',
      breaks: "if (change.field === 'user_id_update') move(change.value);",
      innocent: [
        "if (change.field === 'user_id_update') move(change.value); else if (type === 'user_changed_user_id') move(change.value);",
        "const old = 'user_id_update';",
      ],
    },
    {
      rule: 'dropped-without-phone',
      breaks: 'function onMessage(message) { if (!message.from) return; handle(message); }',
      innocent: [
        'function onMessage(message) { if (!message.from && !message.from_user_id) return; handle(message); }',
        'function onMessage(message) { const id = message.from_user_id ?? message.from; if (!id) return; handle(message); }',
        'function onMessage(message) { if (!message.text) return; handle(message); }',
        'function onMessage(message) { if (!message.from) warn(message); handle(message); }',
      ],
    },
    {
      rule: 'filtered-by-phone',
      breaks: 'const people = value.contacts.filter((one) => Boolean(one.wa_id));',
      innocent: [
        'const people = value.contacts.filter((one) => one.wa_id || one.user_id);',
        "const texts = value.messages.filter((one) => one.type === 'text');",
        'const without = value.messages.filter((one) => !one.from);',
      ],
    },
  ]);

  it.each([
    [
      'a mail',
      "import { simpleParser } from 'mailparser';\nconst mail = await simpleParser(raw); save(message.from.text.slice(1));",
    ],
    [
      'a chat of a library that drives a phone',
      "import makeWASocket from 'baileys';\nconst id = message.from.split('@')[0]; sessions.get(id);",
    ],
    ['a range', 'const messages = rows.slice(range.from.valueOf(), 3); cache.get(message.from);'],
  ])('have nothing to say of %s', async (_, text) => {
    expect((await auditText({ path: 'other.ts', text })).findings).toEqual([]);
  });
});
