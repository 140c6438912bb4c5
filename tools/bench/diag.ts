import { createUser } from '../../server/access/people.ts';
import { inTransaction } from '../../server/db/connect.ts';
import { startChild, startService } from './children.ts';
import { fillConversations, fillLongThread } from './desk-fill.ts';
import { fillContacts } from './fill-contacts.ts';
import { openStage } from './stage.ts';
import { appSecret } from './webhooks.ts';

const say = (l: string) => console.log(l);
const stage = await openStage(say);
const db = await stage.database();
await fillContacts(db, 50000, say);
await fillConversations(db, 50000);
await fillLongThread(db, 10000);
await inTransaction(db, (tx) =>
  createUser(tx, {
    email: 'bench@example.com',
    name: 'Bench',
    role: 'admin',
    password: 'the bench signs in with this',
  }),
);
await db.sql.unsafe('vacuum (analyze)');
const service = await startService(db.url, stage.home, appSecret, { PORT: '8150' });
const bare = await startChild('bare-desk.ts');
console.log('URL', service.greeting, bare.greeting, db.url);
process.once('SIGINT', async () => {
  await bare.stop();
  await service.stop();
  await db.close();
  await stage.close();
  process.exit(0);
});
setInterval(() => {}, 1e6);
