// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are programs.

import { describe } from 'vitest';
import { tryCases } from '../cases.testing.ts';

describe('what people are found by', () => {
  tryCases('keys.ts', [
    {
      rule: 'phone-as-map-key',
      breaks: 'const { from } = message; steps[from] = 1;',
      innocent: [
        'const key = message.from_user_id; steps[key] = 1;',
        'if (message.from) steps[message.from] = 1;',
        'const first = steps[0];',
        "url.searchParams.set('phone', message.from);",
        'chats.get(message.id);',
      ],
    },
    {
      rule: 'phone-as-cache-key',
      breaks: 'await redis.set(`chat:${message.from}`, text);',
      innocent: [
        'await redis.set(`chat:${message.from_user_id}`, text);',
        'await redis.set(`chat:${contactId}`, message.from);',
        'if (message.from) await redis.set(`chat:${message.from}`, text);',
      ],
    },
    {
      rule: 'phone-as-lock-key',
      breaks: 'await redlock.acquire([`lock:${message.from}`], 5000);',
      innocent: [
        'await redlock.acquire([`lock:${message.id}`], 5000);',
        'await redlock.acquire([`lock:${message.from_user_id}`], 5000);',
      ],
    },
    {
      rule: 'phone-in-file-name',
      breaks: "await fs.writeFile('/tmp/' + message.from + '.json', text);",
      innocent: [
        "await fs.writeFile('/tmp/' + message.id + '.json', text);",
        "await fs.writeFile('/tmp/last.json', message.from);",
      ],
    },
    {
      rule: 'phone-in-url',
      breaks: 'await axios.get(`https://crm.example.com/people?phone=${message.from}`);',
      innocent: [
        'await axios.get(`https://crm.example.com/people?id=${message.from_user_id}`);',
        'await axios.get(`https://graph.facebook.com/v26.0/${message.image.id}`);',
        'if (message.from) await fetch(`https://crm.example.com/people/${message.from}`);',
      ],
    },
    {
      rule: 'phone-as-queue-group',
      breaks: "await producer.send({ topic: 'in', messages: [{ key: message.from, value: text }] });",
      innocent: [
        "await producer.send({ topic: 'in', messages: [{ key: message.from_user_id, value: text }] });",
        'const entry = { key: message.from };',
      ],
    },
    {
      rule: 'phone-as-session-id',
      breaks: 'await agent.run({ sessionId: message.from, input: text });',
      innocent: [
        'await agent.run({ sessionId: message.from_user_id, input: text });',
        'await agent.run({ sessionId: conversation.id, input: text, from: message.from });',
      ],
    },
    {
      rule: 'id-from-phone',
      breaks: 'const id = uuidv5(message.from, namespace);',
      innocent: [
        'const id = uuidv5(message.from_user_id, namespace);',
        "const signed = createHmac('sha256', secret).update(rawBody).digest('hex');",
      ],
    },
    {
      rule: 'dedupe-by-phone',
      breaks: 'const byPhone = new Map(people.map((one) => [one.phone, one]));',
      innocent: [
        'const byId = new Map(people.map((one) => [one.id, one]));',
        'const phones = people.map((one) => one.phone);',
        "const once = uniqBy(people, 'id');",
      ],
    },
    {
      rule: 'username-as-key',
      breaks: 'people.set(contact.profile.username, contact);',
      innocent: ['people.set(contact.user_id, contact.profile.username);', 'admins.set(session.username, session);'],
    },
    {
      rule: 'key-flips',
      breaks: 'const id = message.from || message.from_user_id; const chat = await Chat.findOne({ externalId: id });',
      innocent: [
        'const id = message.from_user_id || message.from; const chat = await Chat.findOne({ externalId: id });',
        'const shown = message.from || message.from_user_id; log.info({ shown });',
      ],
    },
    {
      rule: 'lookup-by-phone',
      breaks: 'const person = await prisma.person.findFirst({ where: { phone: message.from } });',
      innocent: [
        'const person = await prisma.person.findFirst({ where: { userId: message.from_user_id } });',
        'const person = message.from ? await prisma.person.findFirst({ where: { phone: message.from } }) : null;',
        'await prisma.person.create({ data: { phone: message.from } });',
        'await prisma.person.update({ where: { id }, data: { phone: message.from } });',
      ],
    },
    {
      rule: 'upsert-by-phone',
      breaks: "await knex('people').insert(row).onConflict('phone').merge();",
      innocent: [
        "await knex('people').insert(row).onConflict('user_id').merge();",
        "await knex('people').insert({ phone: message.from });",
      ],
    },
    {
      rule: 'model-phone-required',
      breaks: "const Customer = sequelize.define('customer', { phone: { type: DataTypes.STRING, allowNull: false } });",
      innocent: [
        "const Customer = sequelize.define('customer', { phone: { type: DataTypes.STRING, allowNull: true } });",
        "const Line = sequelize.define('line', { display_phone_number: { type: DataTypes.STRING, allowNull: false } });",
        'const option = { phone: { type: String, required: true } };',
      ],
    },
    {
      rule: 'model-phone-unique',
      breaks: 'class Customer { @Column({ nullable: true, unique: true }) phone?: string; }',
      innocent: [
        'class Customer { @Column({ nullable: true }) phone?: string; }',
        'class Customer { @Column({ unique: true }) email: string; }',
      ],
    },
    {
      rule: 'model-id-as-number',
      breaks: 'const schema = new Schema({ bsuid: { type: Number } });',
      innocent: [
        'const schema = new Schema({ bsuid: { type: String } });',
        'const schema = new Schema({ age: { type: Number } });',
      ],
    },
  ]);
});
