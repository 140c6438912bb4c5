import { describe, expect, it } from 'vitest';
import { auditText } from '../audit-text.ts';
import { tryCases } from '../cases.testing.ts';

const schema = (properties: object, required: readonly string[] = []) =>
  JSON.stringify({ title: 'WhatsApp contact', properties, required });
const api = (paths: object) => JSON.stringify({ openapi: '3.1.0', info: { title: 'WhatsApp' }, paths });

describe('schemas', () => {
  tryCases('contact.json', [
    {
      rule: 'schema-phone-required',
      breaks: schema({ id: {}, phone: {} }, ['phone']),
      innocent: [
        schema({ id: {}, phone: {} }, ['id']),
        JSON.stringify({ title: 'Store', properties: { phone: {} }, required: ['phone'] }),
      ],
    },
    {
      rule: 'schema-digits-pattern',
      breaks: schema({ bsuid: { pattern: '^[0-9]+$' } }),
      innocent: [schema({ phone: { pattern: '^[0-9]+$' } }), schema({ bsuid: { pattern: '^[A-Z]{2}\\.' } })],
    },
    {
      rule: 'schema-id-too-short',
      breaks: schema({ bsuid: { type: 'string', maxLength: 36 } }),
      innocent: [
        schema({ bsuid: { type: 'string', maxLength: 200 } }),
        schema({ phone: { type: 'string', maxLength: 16 } }),
      ],
    },
    {
      rule: 'schema-id-as-number',
      breaks: schema({ wa_id: { type: 'integer' } }),
      innocent: [schema({ wa_id: { type: 'string' } }), schema({ age: { type: 'integer' } })],
    },
    {
      rule: 'openapi-phone-in-path',
      breaks: api({ '/contacts/{phone}': {} }),
      innocent: [api({ '/contacts/{id}': {} }), api({ '/phone_numbers/{phone_number_id}': {} })],
    },
    {
      rule: 'openapi-phone-required',
      breaks: api({ '/find': { get: { parameters: [{ name: 'phone', in: 'query', required: true }] } } }),
      innocent: [
        api({ '/find': { get: { parameters: [{ name: 'phone', in: 'query' }] } } }),
        api({ '/find': { get: { parameters: [{ name: 'id', in: 'query', required: true }] } } }),
      ],
    },
  ]);

  it.each(['{"a": ', '{"nodes": [}', 'a: [b'])('that are cut off say so or say nothing: %s', async (text) => {
    const { findings } = await auditText({ path: text.startsWith('a') ? 'a.yaml' : 'a.json', text });
    expect(findings).toEqual([]);
  });
});

describe('lists', () => {
  tryCases('contacts.csv', [
    {
      rule: 'csv-phone-only',
      breaks: 'name;phone\nAna;15550002222\n',
      innocent: ['id;name;phone\n1;Ana;\n', 'name;city\nAna;Lima\n'],
    },
    {
      rule: 'csv-number-mangled',
      breaks: 'id,phone\n1,"1,55E+10"\n',
      innocent: ['id,phone\n1,15550002222\n', 'id,total\n1,1.5E+10\n'],
    },
    {
      rule: 'csv-id-mangled',
      breaks: 'id,wa_user_id\n1,2026206508304015\n',
      innocent: ['id,wa_user_id\n1,MY.2026206508304015\n', 'id,order\n1,2026206508304015\n'],
    },
  ]);
  tryCases('whatsapp.csv', [
    {
      rule: 'csv-username-only',
      breaks: 'username,city\nana,Lima\n',
      innocent: ['id,username\n1,ana\n', 'phone,username\n15550002222,ana\n'],
    },
  ]);
});

const flow = (type: string, parameters: object) => JSON.stringify({ nodes: [{ type, parameters }], connections: {} });
const filter = (leftValue: string, operation: string) =>
  flow('n8n-nodes-base.filter', { conditions: { conditions: [{ leftValue, operator: { operation } }] } });

describe('flows', () => {
  tryCases('flow.json', [
    {
      rule: 'flow-reply-to-from',
      breaks: JSON.stringify({
        flow: [{ module: 'whatsapp-business-cloud:sendMessage', mapper: { to: '{{1.messages[1].from}}' } }],
      }),
      innocent: [
        JSON.stringify({
          flow: [
            {
              module: 'whatsapp-business-cloud:sendMessage',
              mapper: { to: '{{ifempty(1.messages[1].from; 2.phone)}}' },
            },
          ],
        }),
        flow('n8n-nodes-base.whatsApp', { recipientPhoneNumber: '={{ $json.phoneOfTheShop }}' }),
      ],
    },
    {
      rule: 'flow-session-by-phone',
      breaks: flow('n8n-nodes-base.redis', { key: '=chat:{{ $json.messages[0].from }}' }),
      innocent: [
        flow('n8n-nodes-base.redis', { key: '=chat:{{ $json.messages[0].from_user_id }}' }),
        flow('n8n-nodes-base.redis', { key: '=chat:{{ $json.messages[0].from_user_id ?? $json.messages[0].from }}' }),
      ],
    },
    {
      rule: 'flow-phone-in-url',
      breaks: flow('n8n-nodes-base.httpRequest', { url: '=https://crm.example.com/{{ $json.messages[0].from }}' }),
      innocent: [
        flow('n8n-nodes-base.httpRequest', { url: '=https://crm.example.com/{{ $json.messages[0].id }}' }),
        flow('n8n-nodes-base.httpRequest', { url: 'https://crm.example.com/from' }),
      ],
    },
    {
      rule: 'flow-phone-in-file-name',
      breaks: flow('n8n-nodes-base.readWriteFile', { fileName: '=/x/{{ $json.contacts[0].wa_id }}.txt' }),
      innocent: [
        flow('n8n-nodes-base.readWriteFile', { fileName: '=/x/{{ $json.messages[0].id }}.txt' }),
        flow('n8n-nodes-base.readWriteFile', { fileName: '/x/a.txt' }),
      ],
    },
    {
      rule: 'flow-lookup-by-phone',
      breaks: flow('n8n-nodes-base.googleSheets', { columnToMatchOn: 'Phone' }),
      innocent: [
        flow('n8n-nodes-base.googleSheets', { columnToMatchOn: 'user_id' }),
        flow('n8n-nodes-base.googleSheets', { columns: 'Phone' }),
      ],
    },
    {
      rule: 'flow-dedupe-by-phone',
      breaks: flow('n8n-nodes-base.removeDuplicates', { fieldsToCompare: 'wa_id' }),
      innocent: [
        flow('n8n-nodes-base.removeDuplicates', { fieldsToCompare: 'id' }),
        flow('n8n-nodes-base.set', { value: 'wa_id' }),
      ],
    },
    {
      rule: 'flow-filter-on-phone',
      breaks: filter('={{ $json.messages[0].from }}', 'exists'),
      innocent: [
        filter('={{ $json.messages[0].from }}', 'notExists'),
        filter('={{ $json.messages[0].text.body }}', 'exists'),
      ],
    },
  ]);

  it('of Node-RED are read too, and their functions', async () => {
    const text = JSON.stringify([
      {
        type: 'function',
        wires: [],
        func: 'const message = msg.payload.messages[0];\nflow.set(message.from, 1); chats[message.from] = 1;\nreturn msg;',
      },
    ]);
    expect((await auditText({ path: 'flows.json', text })).findings.map(({ rule }) => rule)).toContain(
      'phone-as-map-key',
    );
  });
});
