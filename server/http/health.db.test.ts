import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { connect, type Database } from '../db/connect.ts';
import { noFigures } from '../figures.ts';
import { type App, openApp } from '../testing/app.ts';
import { openWorld } from '../testing/world.ts';

let fresh: FreshDatabase;
let db: Database;
let app: App;
const figures = noFigures();

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 3 });
  app = await openApp(await openWorld(db), figures);
});

afterAll(async () => {
  await app.close();
  await db.close();
  await fresh.drop();
});

const metrics = async () => await (await fetch(`${app.url}/metrics`)).text();

it('shows what was compared with its evidence and what differed, however often it is asked', async () => {
  expect(await metrics()).toMatch(/^throughline_identity_checked_total 0$/m);
  figures.identityChecked += 48;
  figures.identityDifferences += 2;
  for (let i = 0; i < 2; i++) {
    const text = await metrics();
    expect(text).toMatch(/^throughline_identity_checked_total 48$/m);
    expect(text).toMatch(/^throughline_identity_differences_total 2$/m);
  }
});
