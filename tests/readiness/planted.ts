// What is broken in fixtures/broken: each kind with a piece of its line. Nothing else there is.

interface Planted {
  readonly rule: string;
  readonly file: string;
  /** Text that only this line has. */
  readonly line: string;
}

const of = (file: string, planted: Readonly<Record<string, string | readonly string[]>>): Planted[] =>
  Object.entries(planted).flatMap(([rule, lines]) => [lines].flat().map((line) => ({ rule, file, line })));

export const planted: readonly Planted[] = [
  ...of('src/webhook.ts', {
    'type-says-phone': ['  wa_id: string;', '  from: string;'],
    'withdrawn-id-update': "=== 'user_id_update'",
    'contacts-read-unguarded': 'const name = value',
    'number-change-by-phone-only': "=== 'user_changed_number'",
    'from-read-unguarded': 'const phone =',
    'phone-as-map-key': 'const session =',
    'phone-as-cache-key': 'const cart =',
    'phones-compared': 'const contact =',
    'lookup-by-phone': 'const customer =',
    'reply-to-from': 'await sendText(',
    'recipient-read-unguarded': 'const last =',
    'status-by-recipient': "where('recipient'",
    'country-from-phone': 'const country =',
    'wa-id-read-unguarded': '.profile.name} (',
  }),
  ...of('src/work.js', {
    'phone-as-lock-key': 'lock.acquire',
    'phone-in-file-name': 'fs.appendFile',
    'phone-as-queue-group': 'MessageGroupId',
    'phone-in-url': 'crm.example.com',
    'phone-as-session-id': 'thread_id',
    'id-from-phone': "createHash('sha256')",
    'id-as-number': 'Number(',
    'phone-as-text': 'const label =',
    'link-needs-phone': 'wa.me',
    'dropped-without-phone': ') continue;',
    'filtered-by-phone': 'const shown =',
    'key-flips': 'chats.get(key)',
    'user-id-in-to': 'chat.next',
    'dedupe-by-phone': 'uniqBy(people',
    'recipient-type-invented': 'business_scoped_user_id',
    'answer-wa-id': 'one.waId',
    'digits-only-normalizer': 'const clean',
    'digits-only-validation': 'not a number',
    'id-changed-case': 'toLowerCase()',
    'id-taken-apart': 'split(',
    'username-as-key': 'chats.set(',
    'phone-out-of-wamid': 'Buffer.from(',
  }),
  ...of('src/models.ts', {
    'model-phone-required': 'phone: { type',
    'model-id-as-number': 'wa_id: { type',
    'model-phone-unique': "text('phone')",
    'schema-in-code-phone-required': 'wa_id: z.string()',
    'schema-id-too-short': 'max(64)',
    'upsert-by-phone': 'onConflict',
  }),
  ...of('db/schema.sql', {
    'sql-phone-primary-key': '  phone varchar(20) primary key',
    'sql-username-key': '  wa_username',
    'sql-phone-not-null': '  phone varchar(20) not null',
    'sql-id-as-number': '  wa_id bigint',
    'sql-id-too-short': '  bsuid varchar(32)',
    'sql-user-id-not-scoped': 'unique (bsuid)',
    'sql-digits-check': 'check (bsuid',
    'sql-phone-unique': 'create unique index',
    'sql-phone-foreign-key': 'references customers (phone)',
    'sql-message-id-too-short': 'wamid varchar',
    'sql-join-on-phone': 'join orders',
    'sql-upsert-by-phone': 'on conflict (phone)',
    'sql-dedupe-by-phone': 'distinct on',
  }),
  ...of('db/legacy.sql', {
    'sql-phone-not-null': '`mobile` varchar',
    'sql-phone-unique': 'UNIQUE KEY',
  }),
  ...of('api/contact.schema.json', {
    'schema-phone-required': '    "phone"\n',
    'schema-digits-pattern': '"recipient"',
    'schema-id-too-short': '"wa_user_id"',
    'schema-id-as-number': '"whatsapp_user_id"',
  }),
  ...of('api/openapi.yaml', {
    'openapi-phone-in-path': '/customers/{phone}',
    'openapi-phone-required': 'name: customerPhone',
  }),
  ...of('lists/customers.csv', { 'csv-phone-only': 'name,phone', 'csv-number-mangled': 'E+10' }),
  ...of('lists/whatsapp-people.csv', { 'csv-username-only': 'username,first_name' }),
  ...of('lists/whatsapp-ids.csv', { 'csv-id-mangled': ',1000000000000001,' }),
  ...of('flows/n8n-bot.json', {
    'flow-filter-on-phone': '            {\n              "leftValue"',
    'flow-session-by-phone': '"sessionKey"',
    'flow-lookup-by-phone': '"keyValue"',
    'flow-dedupe-by-phone': '"fieldsToCompare"',
    'flow-phone-in-url': '"url"',
    'flow-phone-in-file-name': '"fileName"',
    'phone-as-map-key': '"jsCode"',
    'flow-reply-to-from': '"recipientPhoneNumber"',
  }),
];
