// The message templates of the town's shop: one of each kind somebody may want to try, and two that cannot be sent.

import type { Json } from './payloads.ts';
import type { Registry } from './registry.ts';
import type { TemplateStatus } from './state.ts';
import { definitionOf } from './template-rules.ts';

interface TownTemplate {
  status?: TemplateStatus;
  reason?: string;
  body: Json;
}

const templates: readonly TownTemplate[] = [
  {
    body: {
      name: 'order_ready',
      language: 'en',
      category: 'UTILITY',
      components: [
        {
          type: 'BODY',
          text: 'Hello {{1}}, your {{2}} is ready. Come by any day before six.',
          example: { body_text: [['Greta', 'e-bike']] },
        },
        { type: 'FOOTER', text: 'Lagos Bikes' },
        {
          type: 'BUTTONS',
          buttons: [
            { type: 'QUICK_REPLY', text: 'On my way' },
            { type: 'QUICK_REPLY', text: 'Another day' },
          ],
        },
      ],
    },
  },
  {
    body: {
      name: 'order_ready',
      language: 'pt_BR',
      category: 'UTILITY',
      components: [
        {
          type: 'BODY',
          text: 'Oi {{1}}, sua {{2}} está pronta. Passe aqui qualquer dia antes das seis.',
          example: { body_text: [['João', 'Lekki verde']] },
        },
        { type: 'FOOTER', text: 'Lagos Bikes' },
        {
          type: 'BUTTONS',
          buttons: [
            { type: 'QUICK_REPLY', text: 'Estou indo' },
            { type: 'QUICK_REPLY', text: 'Outro dia' },
          ],
        },
      ],
    },
  },
  {
    body: {
      name: 'service_reminder',
      language: 'en',
      category: 'UTILITY',
      parameter_format: 'NAMED',
      components: [
        { type: 'HEADER', format: 'TEXT', text: 'Time for a service' },
        {
          type: 'BODY',
          text: 'Hello {{first_name}}, your last service was on {{last_service}}. Shall we book you in?',
          example: {
            body_text_named_params: [
              { param_name: 'first_name', example: 'Tunde' },
              { param_name: 'last_service', example: '3 March' },
            ],
          },
        },
        { type: 'BUTTONS', buttons: [{ type: 'PHONE_NUMBER', text: 'Call the shop', phone_number: '+15550001112' }] },
      ],
    },
  },
  {
    body: {
      name: 'spring_sale',
      language: 'en',
      category: 'MARKETING',
      components: [
        { type: 'HEADER', format: 'IMAGE', example: { header_handle: ['4::c3ByaW5n'] } },
        {
          type: 'BODY',
          text: 'Spring is here: {{1}} off everything with two wheels.',
          example: { body_text: [['20 %']] },
        },
        { type: 'FOOTER', text: 'Reply STOP to hear no more of our offers' },
        {
          type: 'BUTTONS',
          buttons: [
            {
              type: 'URL',
              text: 'See the bikes',
              url: 'https://lagosbikes.example/sale/{{1}}',
              example: ['https://lagosbikes.example/sale/spring'],
            },
            { type: 'QUICK_REPLY', text: 'Stop promotions' },
          ],
        },
      ],
    },
  },
  {
    body: {
      name: 'weekend_offer',
      language: 'en',
      category: 'MARKETING',
      components: [
        { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'This weekend', has_expiration: true } },
        {
          type: 'BODY',
          text: 'Two tyres for the price of one, {{1}}, until Sunday.',
          example: { body_text: [['Dana']] },
        },
        { type: 'BUTTONS', buttons: [{ type: 'COPY_CODE', example: 'TYRES2' }] },
      ],
    },
  },
  {
    body: {
      name: 'login_code',
      language: 'en',
      category: 'AUTHENTICATION',
      components: [
        { type: 'BODY', add_security_recommendation: true },
        { type: 'FOOTER', code_expiration_minutes: 10 },
        { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE', text: 'Copy code' }] },
      ],
    },
  },
  {
    body: {
      name: 'share_your_number',
      language: 'en',
      category: 'UTILITY',
      components: [
        {
          type: 'BODY',
          text: 'Hello {{1}}, may we have your phone number, so that the courier can reach you?',
          example: { body_text: [['Leila']] },
        },
        { type: 'BUTTONS', buttons: [{ type: 'REQUEST_CONTACT_INFO' }] },
      ],
    },
  },
  {
    status: 'PAUSED',
    body: {
      name: 'delivery_update',
      language: 'en',
      category: 'UTILITY',
      components: [
        { type: 'HEADER', format: 'LOCATION' },
        {
          type: 'BODY',
          text: 'Your bike is on its way and arrives {{1}} today.',
          example: { body_text: [['after lunch']] },
        },
      ],
    },
  },
  {
    status: 'REJECTED',
    reason: 'ABUSIVE_CONTENT',
    body: {
      name: 'last_warning',
      language: 'en',
      category: 'MARKETING',
      components: [{ type: 'BODY', text: 'Buy today or never again.' }],
    },
  },
];

export function addTownTemplates(world: Registry, wabaId: string): void {
  for (const { status, reason, body } of templates) {
    const result = definitionOf(body);
    if ('fault' in result) throw new Error(`${String(body.name)}: ${result.fault.details}`);
    const template = world.catalog.add(wabaId, result.definition, status);
    template.quality = status === undefined ? 'GREEN' : status === 'PAUSED' ? 'RED' : 'UNKNOWN';
    if (reason !== undefined) template.rejectedReason = reason;
  }
}
