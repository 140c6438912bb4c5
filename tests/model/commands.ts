// What may happen next, at random: each command is plain values, so that a failure shrinks to the few that matter and can be read.

import fc from 'fast-check';
import { Again, Happen, Release } from './deliveries.ts';
import type { Command, Delivery, Where } from './doing.ts';
import type { Act } from './facts.ts';
import { Answer, Say, type Saying, Settle, TakeBack, Tell, type Telling } from './sayings.ts';
import { Choose, Pack, type policies, Replay, Restart } from './upkeep.ts';

const seconds = 1;
const days = 86_400 * seconds;
const after = fc.constantFrom(1, 0, 60, 1 * days, 40 * days, 50 * days, 200 * days, 380 * days);
const where: fc.Arbitrary<Where> = fc.constantFrom(0, 1);
const nth = fc.nat(11);

const phones = ['P1', 'P2', 'P3'];
const accounts = ['B1', 'B2', 'B3', 'B4'];
const [phone, account] = [fc.constantFrom(...phones), fc.constantFrom(...accounts)];
const both = fc.tuple(phone, account).map((words) => words.join(' '));
const parent = fc.constantFrom('PB91', 'PB92');
const shows = fc.constantFrom('', '', '', ' @ana', ' @bob', ' @-');
const party = fc.oneof(
  { weight: 4, arbitrary: phone },
  { weight: 4, arbitrary: account },
  { weight: 8, arbitrary: both },
  { weight: 1, arbitrary: parent },
  { weight: 2, arbitrary: fc.tuple(fc.oneof(account, both), parent).map((words) => words.join(' ')) },
  { weight: 1, arbitrary: account.map((one) => `OWN ${one}`) },
);
const writes = fc
  .tuple(party, shows, fc.constantFrom<(0 | 1 | 2)[]>(0, 0, 0, 0, 1, 1, 2))
  .map(([who, shown, to]): Act => ({ kind: 'writes', who: who + shown, to }));
const nobodyWrites = fc.constant<Act>({ kind: 'writes', who: 'OWN', to: 0 });
/** Numbers only; the new account beside them; both accounts; and an account changed without any number shown. */
const moves = fc
  .tuple(
    fc.constantFrom(1, 2, 3, 4),
    fc.shuffledSubarray(phones, { minLength: 2 }),
    fc.shuffledSubarray(accounts, { minLength: 2 }),
  )
  .map(([generation, [p1, p2], [b1, b2]]): Act => {
    const forms: Record<number, [string, string]> = {
      1: [`${p1}`, `${p2}`],
      2: [`${p1}`, `${p2} ${b2}`],
      3: [`${p1} ${b1}`, `${p2} ${b2}`],
      4: [`${b1}`, `${b2}`],
    };
    const [from, to] = forms[generation] ?? ['', ''];
    return { kind: 'moves', from, to };
  });
const echoes = fc.tuple(party, fc.constantFrom<(0 | 1)[]>(0, 1)).map(([who, to]): Act => ({ kind: 'echo', who, to }));
const statuses = fc
  .tuple(party, nth, fc.constantFrom('sent', 'delivered', 'read', 'failed'))
  .map(([who, of, word]): Act => ({ kind: 'status', who, of, word }));
const act = fc.oneof(
  { weight: 12, arbitrary: writes },
  { weight: 4, arbitrary: moves },
  { weight: 2, arbitrary: echoes },
  { weight: 3, arbitrary: statuses },
  { weight: 1, arbitrary: nobodyWrites },
);
const happening = fc.record({ act, after });
const atMost = 5;
const delivery: fc.Arbitrary<Delivery> = fc.record({
  ranks: fc.array(fc.nat(9), { minLength: atMost, maxLength: atMost }),
  batch: fc.integer({ min: 1, max: atMost }),
  packed: fc.boolean(),
  cut: fc.constantFrom(false, false, false, false, true),
});

const happen = fc
  .tuple(
    fc.constantFrom<Where[][]>([0], [0], [1], [0, 1]),
    fc.array(happening, { minLength: 1, maxLength: atMost }),
    fc.array(fc.constantFrom(false, false, true), { minLength: atMost, maxLength: atMost }),
    delivery,
  )
  .map((all) => new Happen(...all));

const telling: fc.Arbitrary<Telling> = fc.oneof(
  fc.record({ kind: fc.constant('gone' as const), phone }),
  fc.record({ kind: fc.constant('claimed' as const), phone, about: nth }),
  fc.record({ kind: fc.constant('keyed' as const), who: both }),
  fc.record({ kind: fc.constant('shared' as const), who: both }),
  fc.record({ kind: fc.constant('keyed' as const), who: phone }),
);

const saying = fc
  .tuple(
    where,
    fc.constantFrom<Saying[]>('merge', 'merge', 'split', 'never-merge'),
    fc.tuple(nth, nth, nth),
    fc.constantFrom(false, false, true),
  )
  .map((all) => new Say(...all));

/** Weighted by how often each is drawn: people write more often than they are spoken of. */
export const commands = [
  happen,
  happen,
  happen,
  happen,
  happen,
  happen,
  fc.tuple(where, fc.integer({ min: 1, max: 4 }), delivery).map((all) => new Release(...all)),
  fc.tuple(where, fc.integer({ min: 1, max: 4 }), delivery).map((all) => new Release(...all)),
  fc.tuple(where, fc.array(fc.nat(40), { minLength: 1, maxLength: 4 }), delivery).map((all) => new Again(...all)),
  fc.tuple(where, fc.array(fc.nat(40), { minLength: 1, maxLength: 4 }), delivery).map((all) => new Again(...all)),
  saying,
  saying,
  fc.tuple(where, nth).map((all) => new TakeBack(...all)),
  fc.tuple(where, nth).map((all) => new Settle(...all)),
  fc.tuple(where, telling, after).map((all) => new Tell(...all)),
  fc.tuple(where, nth).map((all) => new Answer(...all)),
  where.map((one) => new Pack(one)),
  fc.constantFrom<(keyof typeof policies)[]>('default', 'strict', 'joining', 'few').map((one) => new Choose(one)),
  fc.constant(null).map(() => new Restart()),
  fc.tuple(where, fc.boolean()).map((all) => new Replay(...all)),
] satisfies fc.Arbitrary<Command>[];
