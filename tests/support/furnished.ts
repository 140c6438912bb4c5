// A desk with something in it: people, work, settings and papers, so that every screen has a thing to show and every dialog a
// thing to ask about.

import type { Conversation } from '@throughline/contract';
import { approvedTemplate } from './campaigns.ts';
import { png } from './files.ts';
import { apiOf, inboxEmpty, type TestService } from './service.ts';
import type { Town } from './town.ts';
import { waitFor } from './waiting.ts';

const sales = '200000000000002';

/** Something for every screen to show. Answers what stands behind the routes that name a thing. */
export async function furnish(town: Town, service: TestService): Promise<Map<string, string>> {
  const things = new Map<string, string>();
  const admin = await apiOf(service, 'admin');
  const post = async <T>(path: string, body: object) => {
    const answer = await admin.call<T>('POST', `/api/v1${path}`, body);
    if (answer.status >= 300) throw new Error(`POST ${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  await approvedTemplate(town, admin, 'spring_offer', 'Hello {{1}}, {{2}} off until Friday.', ['Ana', '10 %']);
  const ana = town.world.addPerson({ name: 'Ana', phone: '+15550106001', country: 'US' });
  ana.write(sales, 'Hello, is my bike ready?');
  town.pass();
  ana.adoptUsername('ana.prueba');
  town.pass();
  ana.write(sales, 'I have a username now');
  ana.sendMedia(sales, { type: 'image', bytes: png(640, 400), mimeType: 'image/png', caption: 'the receipt' });
  ana.write(sales, { type: 'location', location: { latitude: 6.45407, longitude: 3.39467, name: 'The shop' } });
  ana.shareCard(sales, { name: 'Otra Persona', phone: '+4915155501177' });
  town.world
    .addPerson({ name: 'ليلى حداد', phone: '+15550106002', country: 'US' })
    .write(sales, 'هل هي متوفرة باللون الأحمر؟');
  await town.settled();
  await inboxEmpty(service.db);
  const [tag] = [await post<{ id: string }>('/tags', { name: 'City bikes', color: 'teal' })];
  await post('/fields', {
    subject: 'contact',
    name: 'Frame size',
    kind: 'choice',
    choices: [{ label: 'M' }, { label: 'L' }],
  });
  await post('/teams', { name: 'Orders', members: [] });
  await post('/canned-replies', {
    scope: 'everyone',
    shortcut: 'hours',
    title: 'Opening hours',
    body: 'From 8 to 20.',
  });
  await post('/keys', { name: 'Nightly report', role: 'developer' });
  const campaign = await post<{ id: string }>('/campaigns', { name: 'Spring', from: sales });
  const conversation = await waitFor('the thread of Ana', async () =>
    (await admin.conversations()).find(({ contact }: Conversation) => contact.displayName === 'Ana'),
  );
  await admin.call('PUT', `/api/v1/contacts/${conversation.contactId}/tags/${tag?.id}`, {});
  things.set('conversation', `/inbox/${conversation.id}`);
  things.set('person', `/people/${conversation.contactId}`);
  things.set('campaign', `/campaigns/${campaign.id}`);
  const request = await post<{ id: string }>('/privacy/requests', {
    kind: 'access',
    contactId: conversation.contactId,
  });
  things.set('privacy request', `/privacy/${request.id}`);
  // Where nobody answers: what is said of that is to be seen, too.
  const url = 'https://shop.example/hook';
  const { subscription } = await post<{ subscription: { id: string } }>('/subscriptions', { name: 'The shop', url });
  things.set('webhook', `/settings/webhooks/${subscription.id}`);
  await post('/exports', { kind: 'contacts' });
  const rows = [{ phone: '+15550106009', name: 'Zoe' }, { phone: '12' }];
  const list = await post<{ id: string }>('/imports', { name: 'From the shop', rows, dryRun: true });
  things.set('import', `/settings/imports/${list.id}`);
  const old = { name: 'The old bot', url: 'https://bot.example/whatsapp', mode: 'stable-alias' };
  const { integration } = await post<{ integration: { id: string } }>('/relay/integrations', old);
  things.set('integration', `/settings/relay/${integration.id}`);
  const of = { integration: 'The CRM', at: new Date().toISOString() };
  const places = [{ rule: 'sql-phone-not-null', file: 'db/schema.sql', line: 3 }];
  const code = await post<{ id: string }>('/readiness/runs', { ...of, kind: 'code', files: 9, places, total: 1 });
  const [control, tried] = [
    { statuses: [200], slowestMs: 12 },
    { statuses: [500], slowestMs: 30 },
  ];
  const shapes = [
    { shape: 'text-hidden', outcome: 'refused', control, tried },
    { shape: 'hides-later', outcome: 'held', control, tried: control },
  ];
  const tryOut = await post<{ id: string }>('/readiness/runs', { ...of, kind: 'endpoint', readBack: true, shapes });
  things.set('audit of files', `/settings/readiness/${code.id}`);
  things.set('audit of an endpoint', `/settings/readiness/${tryOut.id}`);
  return things;
}
