// The doors of templates in the pretend town.

import { randomUUID } from 'node:crypto';
import { PreviewTemplate, Template, TemplatePreview, TemplateSync } from '@throughline/contract';
import { type Answer, type Call, list, problem } from './answers.ts';
import type { Town } from './town-state.ts';

const place = /\{\{(\w+)\}\}/g;
type Sample = Pick<Template, 'name' | 'category' | 'text'> & Partial<Template>;

const samples: Sample[] = [
  {
    name: 'order_ready',
    category: 'utility',
    quality: 'green',
    text: {
      header: { kind: 'text', text: 'Order {{1}}' },
      body: 'Hello {{1}}, your {{2}} is ready. Come by any day before six.',
      footer: 'Lagos Bikes',
      buttons: [
        { kind: 'quick_reply', label: 'On my way' },
        { kind: 'url', label: 'Track it', url: 'https://bikes.example/t/{{1}}' },
      ],
    },
  },
  {
    name: 'order_ready',
    language: 'pt_BR',
    category: 'utility',
    text: { body: 'Oi {{1}}, sua {{2}} está pronta. Passe aqui qualquer dia antes das seis.', buttons: [] },
  },
  {
    name: 'order_ready',
    language: 'ar',
    category: 'utility',
    text: { body: 'مرحبا {{1}}، دراجتك {{2}} جاهزة. تعال في أي يوم قبل السادسة.', buttons: [] },
  },
  {
    name: 'spring_sale',
    category: 'marketing',
    quality: 'yellow',
    text: {
      header: { kind: 'image' },
      body: 'Hi {{first_name}}! Every city bike is 20 % off until Sunday. Shall we keep one for you?',
      footer: 'Reply STOP to hear no more offers',
      buttons: [{ kind: 'quick_reply', label: 'Keep one for me' }],
    },
  },
  {
    name: 'login_code',
    category: 'authentication',
    needsPhone: true,
    text: { body: '{{1}} is your verification code.', buttons: [{ kind: 'otp', label: 'Copy code' }] },
  },
  {
    name: 'ask_for_number',
    category: 'utility',
    asksForNumber: true,
    text: {
      body: 'Hello {{1}}, may we have your number, so that the courier can call?',
      buttons: [{ kind: 'request_contact_info', label: 'Share contact info' }],
    },
  },
  {
    name: 'our_bikes',
    category: 'marketing',
    text: {
      body: 'Three bikes we think you would like, {{1}}:',
      buttons: [],
      cards: ['City, blue', 'Cargo, green', 'E-bike, black'].map((bike) => ({
        header: 'image' as const,
        body: `${bike}. Ready to ride.`,
        buttons: [{ kind: 'quick_reply' as const, label: 'This one' }],
      })),
    },
  },
  {
    name: 'winter_offer',
    category: 'marketing',
    status: 'paused',
    quality: 'red',
    why: 'WhatsApp paused it on November 20, 2026 because of low quality. This template was paused for 6 hours because of negative feedback. It can be sent again once WhatsApp lifts the pause.',
    text: { body: 'Winter is coming, {{1}}. So are our offers.', buttons: [] },
  },
  {
    name: 'win_a_bike',
    category: 'marketing',
    status: 'rejected',
    reason: 'WhatsApp found that it may be a scam.',
    why: 'WhatsApp rejected it on November 18, 2026. WhatsApp found that it may be a scam. Correct it in WhatsApp Manager and send it in again.',
    text: { body: 'You have won a bike, {{1}}!', buttons: [] },
  },
  {
    name: 'service_reminder',
    category: 'utility',
    status: 'pending',
    why: 'WhatsApp is still reviewing it, since November 22, 2026. It can be sent once it is approved.',
    text: { body: 'Hello {{1}}, it is time for a service.', buttons: [] },
  },
];

const templates: Template[] = samples.map((sample) =>
  Template.parse({
    id: randomUUID(),
    portfolioId: '900000000000001',
    language: 'en_US',
    status: 'approved',
    reason: null,
    quality: 'unknown',
    slots: slotsOf(sample),
    needsPhone: false,
    asksForNumber: false,
    sendable: sample.why === undefined,
    why: null,
    syncedAt: new Date().toISOString(),
    ...sample,
  }),
);

function slotsOf({ text, category }: Sample): Template['slots'] {
  const named = (key: string, label: string, words: string) =>
    [...new Set([...words.matchAll(place)].map((match) => match[1] ?? ''))].map((name) => ({
      key: `${key}.${name}`,
      kind: category === 'authentication' ? ('code' as const) : ('text' as const),
      label: category === 'authentication' ? 'Code' : `${label}, ${name}`,
      example: key === 'body' ? 'Ana' : null,
      required: true,
    }));
  return [
    ...(text.header?.kind === 'image'
      ? [
          {
            key: 'header.media',
            kind: 'media' as const,
            media: 'image' as const,
            label: 'Header picture',
            example: null,
            required: true,
          },
        ]
      : []),
    ...named('header', 'Header', text.header?.text ?? ''),
    ...named('body', 'Body', text.body),
    ...text.buttons.flatMap(({ url, label }, i) =>
      url?.includes('{{')
        ? [
            {
              key: `button.${i}`,
              kind: 'text' as const,
              label: `Button "${label}", end of the link`,
              example: 'BX-17',
              required: true,
            },
          ]
        : [],
    ),
  ];
}

let lastSync = TemplateSync.parse({
  state: 'done',
  at: new Date(Date.now() - 8 * 60_000).toISOString(),
  count: templates.length,
  problem: null,
});

export function templateNamed(name: string, language: string): Template | undefined {
  return templates.find((one) => one.name === name && one.language === language);
}

export function templatesAnswer(town: Town, call: Call): Answer {
  const [, , id = '', deed] = call.path;
  if (id === 'sync') return syncAnswer(town, call);
  if (id === '') return list(found(call.query), call.query, (one) => Template.parse(one));
  const template = templates.find((one) => one.id === id);
  if (!template) return problem(404, 'not_found', 'This is no longer here.');
  return { status: 200, body: deed === 'preview' ? preview(town, template, call) : template };
}

function found(query: URLSearchParams): Template[] {
  const q = (query.get('q') ?? '').toLowerCase();
  return templates
    .filter(({ name, text }) => `${name} ${text.body}`.toLowerCase().includes(q))
    .filter(({ status }) => !query.has('status') || status === query.get('status'))
    .filter(({ category }) => !query.has('category') || category === query.get('category'))
    .filter(({ sendable }) => query.get('sendable') !== 'true' || sendable)
    .sort((a, b) => a.name.localeCompare(b.name) || a.language.localeCompare(b.language));
}

function preview(town: Town, template: Template, call: Call): TemplatePreview {
  const { values, conversation } = PreviewTemplate.parse(call.body);
  const fill = (words: string, key: string) =>
    words.replace(place, (whole, name: string) => values[`${key}.${name}`] ?? whole);
  const { text, slots, why, needsPhone } = template;
  const hidden = conversation !== undefined && town.conversations.get(conversation)?.contact.numberHidden === true;
  const missing = slots.filter(({ key, required }) => required && !values[key]);
  return TemplatePreview.parse({
    text: {
      ...text,
      ...(text.header?.text && { header: { ...text.header, text: fill(text.header.text, 'header') } }),
      body: fill(text.body, 'body'),
    },
    problems: [
      ...(why === null ? [] : [{ slot: null, problem: why }]),
      ...(needsPhone && hidden
        ? [{ slot: null, problem: 'WhatsApp delivers codes to phone numbers only, and this person has hidden theirs.' }]
        : []),
      ...missing.map(({ key, label }) => ({ slot: key, problem: `${label} is missing.` })),
      ...Object.entries(values).flatMap(([slot, value]) =>
        value.includes('     ') ? [{ slot, problem: 'No more than four spaces in a row.' }] : [],
      ),
    ],
  });
}

function syncAnswer(town: Town, call: Call): Answer {
  if (call.method === 'GET') return { status: 200, body: lastSync };
  lastSync = { ...lastSync, state: 'running' };
  setTimeout(() => {
    lastSync = { ...lastSync, state: 'done', at: new Date().toISOString() };
    town.changed({ kind: 'template', id: randomUUID() });
  }, 1_500);
  return { status: 202, body: lastSync };
}
