// A process that erases somebody, to be killed: told what by its arguments, begins when it is sent a line.

import { once } from 'node:events';
import { type HolderId, parsePortfolioId } from '@throughline/identity';
import { connect, inTransaction } from '../../server/db/connect.ts';
import { detachSubject, eraseDetached } from '../../server/flows/erase-subject.ts';
import { toolsWith } from '../../server/flows/tools.ts';
import { policy } from '../../server/testing/world.ts';

const [url = '', portfolio = '', id = '', holders = '[]'] = process.argv.slice(2);
const portfolioId = parsePortfolioId(portfolio);
if (!portfolioId) throw new Error(`${portfolio} is not a portfolio id`);

const db = connect(url, { connections: 2 });
await db.sql`select 1`;
process.stdout.write('ready\n');
await once(process.stdin, 'data');
const tools = toolsWith('a secret of the tests');
await inTransaction(db, (tx) =>
  detachSubject(tx, { portfolioId, id, holders: JSON.parse(holders) as HolderId[] }, { policy, tools }),
);
await eraseDetached(db, portfolioId, id);
await db.close();
process.exit(0);
