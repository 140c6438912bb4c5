import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Simulator } from './handle.ts';
import {
  type Catcher,
  catchWebhooks,
  graph,
  portfolio,
  sales,
  service,
  startTestWorld,
  text,
} from './webhook-catcher.ts';

const DAY_MS = 86_400_000;

let catcher: Catcher;
beforeAll(async () => {
  catcher = await catchWebhooks();
});
afterAll(() => catcher.close());

type Person = ReturnType<Simulator['world']['addPerson']>;
interface Case {
  name: string;
  book?: boolean;
  happens: (meta: Simulator, ana: Person) => void | Promise<void>;
  /** Whether Sales and Service get the phone afterwards. */
  shows: [sales: boolean, service: boolean];
}

const write = (meta: Simulator, to: Record<string, unknown>) => graph(meta, `/${sales}/messages`, text(to));

const cases: Case[] = [
  { name: 'shows the phone of anybody without a username', happens: () => {}, shows: [true, true] },
  {
    name: 'hides the phone once a username is taken, without any traffic before',
    happens: (_meta, ana) => ana.adoptUsername('ana.prueba'),
    shows: [false, false],
  },
  {
    name: 'keeps showing it to the number that heard from the phone within 30 days, and to no other',
    happens: (meta, ana) => {
      ana.write(sales, 'hi');
      ana.adoptUsername('ana.prueba');
      meta.advance(30 * DAY_MS);
    },
    shows: [true, false],
  },
  {
    name: 'hides it when the 30 days are over',
    happens: (meta, ana) => {
      ana.write(sales, 'hi');
      ana.adoptUsername('ana.prueba');
      meta.advance(30 * DAY_MS + 1000);
    },
    shows: [false, false],
  },
  {
    name: 'counts a call like a message',
    happens: (_meta, ana) => {
      ana.call(service);
      ana.adoptUsername('ana.prueba');
    },
    shows: [false, true],
  },
  {
    name: 'shows it again to the number that wrote to the phone',
    happens: async (meta, ana) => {
      ana.adoptUsername('ana.prueba');
      ana.write(sales, 'hi');
      await write(meta, { to: '+15550002222' });
    },
    shows: [true, false],
  },
  {
    name: 'shows nothing anew for a message to the user id, nor for one from a hidden phone',
    happens: async (meta, ana) => {
      ana.adoptUsername('ana.prueba');
      ana.write(sales, 'hi');
      await write(meta, { recipient: ana.bsuid(portfolio) });
      ana.write(sales, 'hi again');
    },
    shows: [false, false],
  },
  {
    name: 'shows it to the whole portfolio once one number has entered it in the Contact Book',
    book: true,
    happens: (meta, ana) => {
      ana.write(sales, 'hi');
      ana.adoptUsername('ana.prueba');
      meta.advance(300 * DAY_MS);
    },
    shows: [true, true],
  },
  {
    name: 'enters a person in the Contact Book when they share their number on request',
    book: true,
    happens: (_meta, ana) => {
      ana.adoptUsername('ana.prueba');
      ana.shareNumber(sales);
    },
    shows: [true, true],
  },
  {
    name: 'forgets the Contact Book when it is switched off, and starts empty when it is on again',
    book: true,
    happens: (meta, ana) => {
      ana.write(sales, 'hi');
      ana.adoptUsername('ana.prueba');
      meta.advance(31 * DAY_MS);
      meta.world.setContactBook(portfolio, false);
      meta.world.setContactBook(portfolio, true);
    },
    shows: [false, false],
  },
  {
    name: 'keeps the 30-day memory when the Contact Book entry is deleted',
    book: true,
    happens: async (meta, ana) => {
      ana.write(sales, 'hi');
      ana.adoptUsername('ana.prueba');
      const path = `/${sales}/contact_book?messaging_product=whatsapp&bsuid=${ana.bsuid(portfolio)}`;
      const remove = () =>
        fetch(`${meta.url}/v26.0${path}`, { method: 'DELETE', headers: { authorization: 'Bearer token' } });
      expect(await (await remove()).json()).toMatchObject({ success: true, deleted: true });
      expect(await (await remove()).json()).toMatchObject({ success: true, deleted: false });
    },
    shows: [true, false],
  },
  {
    name: 'shows it again when the username is dropped',
    happens: (_meta, ana) => {
      ana.adoptUsername('ana.prueba');
      ana.dropUsername();
    },
    shows: [true, true],
  },
];

describe('the visibility of a phone number', () => {
  it.each(cases)('$name', async ({ book, happens, shows }) => {
    const meta = await startTestWorld(catcher, { book: book ?? false });
    const ana = meta.world.addPerson({ name: 'Ana Prueba', phone: '+15550002222', country: 'US' });
    await happens(meta, ana);
    expect([ana.showsPhoneTo(sales), ana.showsPhoneTo(service)]).toEqual(shows);
    await meta.settled();

    // Service first: traffic with a number that sees the phone would enter it in the Contact Book again.
    for (const [at, number] of [sales, service].entries().toArray().reverse()) {
      catcher.clear();
      ana.write(number, 'and now?');
      await meta.settled();
      const value = catcher.values('messages')[0];
      const message = value?.messages?.[0];
      expect(message?.from_user_id).toBe(ana.bsuid(portfolio));
      expect(message?.from).toBe(shows[at] ? '15550002222' : undefined);
      expect(value?.contacts?.[0]?.wa_id).toBe(shows[at] ? '15550002222' : undefined);
      expect(Object.keys(message ?? {}).includes('from')).toBe(shows[at]);
    }
    await meta.close();
  });

  it('writes hidden phones as empty text where the old drafts are asked for', async () => {
    const meta = await startTestWorld(catcher, { knobs: { hiddenPhone: 'empty' } });
    const ana = meta.world.addPerson({ name: 'Ana Prueba', phone: '+15550002222', country: 'US' });
    ana.adoptUsername('ana.prueba');
    catcher.clear();
    ana.write(sales, 'hi');
    await meta.settled();
    expect(catcher.values()[0]).toMatchObject({ contacts: [{ wa_id: '' }], messages: [{ from: '' }] });
    await meta.close();
  });
});
