// A second resolver, slow and simple, to hold the real one against: the rules as they are written down, over values that never change.
//
// It sorts all evidence there is and tells the whole story from the beginning, every time. No neighborhoods, no shortcuts, no ids that
// outlive a telling, no notices. Where the two differ, one of them misreads the rules.

import {
  type Anchor,
  byPosition,
  compare,
  type Evidence,
  type Observation,
  type Party,
  type Position,
  positionOf,
  type Rotated,
  type SeenTogether,
  type Word,
} from './evidence.ts';
import { identifiersOf } from './neighborhoods.ts';
import { phoneKeyOf } from './phones.ts';
import { type Policy, strictAdoptionLimitMs } from './policy.ts';
import { isWord } from './words.ts';

/** Somebody: an account or an era. A plain number, good for one telling. */
type Who = number;

interface Life {
  who: Who;
  born: Position;
  /** How many lives of their own are in it: those in which the person was heard. */
  voices: number;
  key: string | null;
}

interface Id {
  value: string;
  isParent: boolean;
  who: Who;
  since: Position;
  retired: boolean;
}

/** A number in somebody's hands, from when until when. */
interface Span {
  line: string;
  who: Who;
  from: Position;
  seen: Position;
  heardAt: number | null;
  until: Position | null;
  /** Moved to by a change that named no account: the first account new on it is theirs. */
  waits: boolean;
}

/** A change of number ends the old one with its second: what was written from it in that second was written before. */
const endOfSecond = '2~';

interface World {
  readonly lives: readonly Life[];
  readonly ids: readonly Id[];
  readonly spans: readonly Span[];
}

export interface Answer {
  /** "B1† B2: +15550000001 1..5", one line a person, sorted. */
  people: string[];
  /** "B1 + B2" for each contact of more than one, sorted. */
  contacts: string[];
  /** For each item in the order given, the line of the person it belongs to; null where it is nobody's. */
  owners: (string | null)[];
}

export function referenceAnswer(evidence: readonly Evidence[], policy: Policy): Answer {
  const once = [...new Map(evidence.map((item) => [item.id, item])).values()].sort(byPosition);
  const words = once.filter(isWord);
  const nothing: World = { lives: [], ids: [], spans: [] };
  const world = once
    .filter((item) => !isWord(item))
    .reduce((before, item) => new Telling(before, item, words, policy).told(), nothing);
  const line = (who: Who) => lineOf(world, who);
  return {
    people: world.lives.map(({ who }) => line(who)).sort(),
    contacts: contactsOf(world, words)
      .filter((group) => group.length > 1)
      .map((group) =>
        group
          .map((who) => callingOf(world, who))
          .sort()
          .join(' + '),
      )
      .sort(),
    owners: evidence.map((item) => {
      const who = ownerOf(world, item);
      return who === undefined ? null : line(who);
    }),
  };
}

/** One piece of evidence, told into the world there was before it. `world` goes from value to value; none is ever written to. */
class Telling {
  private world: World;
  private readonly item: Observation;
  private readonly now: Position;
  private readonly words: readonly Word[];
  private readonly policy: Policy;

  constructor(world: World, item: Observation, words: readonly Word[], policy: Policy) {
    this.world = world;
    this.item = item;
    this.now = positionOf(item);
    this.words = words.filter((word) => stands(word, words));
    this.policy = policy;
  }

  told(): World {
    if (this.isErased()) return this.world;
    const who = this.tell();
    // R9: an account has one number, the one seen last.
    if (who !== undefined) {
      const open = this.openOf(who).sort((a, b) => compare(b.seen, a.seen));
      for (const span of open.slice(1)) this.end(span);
    }
    return this.world;
  }

  private tell(): Who | undefined {
    const { item } = this;
    if (item.kind === 'claimed') return undefined; // R24
    if (item.kind === 'rotated') return this.rotation(item);
    if (item.kind === 'gone') {
      const span = this.open(phoneKeyOf(item.phone));
      if (span) this.end(span);
      return span?.who;
    }
    const party = this.usable(item);
    if (!party.phone && !party.bsuid && !party.parent) return undefined;
    const who = item.by === 'status' ? this.status(party) : this.sighting(item, party);
    if (who !== undefined && item.by === 'customer') this.hear(who, item, party);
    return who;
  }

  /** R31. */
  private isErased(): boolean {
    return identifiersOf(this.item, this.policy).some((key) => {
      const erasedAt = this.policy.erased.get(key);
      return erasedAt !== undefined && this.item.at <= erasedAt;
    });
  }

  /** R2. */
  private usable(party: Party): Party {
    const { phone, ...ids } = { phone: party.phone, bsuid: party.bsuid, parent: party.parent };
    const kept = phone && !this.policy.blockedPhones.has(phoneKeyOf(phone)) ? { phone } : {};
    return { ...kept, ...(ids.bsuid && { bsuid: ids.bsuid }), ...(ids.parent && { parent: ids.parent }) };
  }

  private sighting(item: SeenTogether, party: Party): Who {
    if (!party.phone) return this.give(this.accountOf(party) ?? this.newcomer(), party); // R6, R7, R15, R16
    const line = phoneKeyOf(party.phone);
    if (!party.bsuid && !party.parent) return this.give(this.byPhoneAlone(item, line), party);
    const account = this.accountOf(party);
    const span = this.open(line);
    if (!span) return this.give(account ?? this.newcomer(), party); // R5, R8, R9
    if (span.who === account) return this.give(account, party); // R9
    return this.give(this.contested(item, party, span, account), party);
  }

  /** R3, R4, R5, R26. */
  private byPhoneAlone(item: SeenTogether, line: string): Who {
    const span = this.open(line);
    if (!span) return this.newcomer();
    if (!this.isEra(span.who) || !this.hasOtherKey(span.who, item)) return span.who;
    this.end(span);
    return this.newcomer();
  }

  /** The number is in other hands than the account's: R10 to R14, R20, R22, R23. Answers whose it is from now on. */
  private contested(item: SeenTogether, party: Party, span: Span, account: Who | undefined): Who {
    const vouched = item.sharedNumber === true;
    const era = this.isEra(span.who);
    const younger = account === undefined || compare(this.life(account).born, span.from) > 0;
    const oneAndOnly = this.world.spans.every(({ line, who }) => line !== span.line || who === span.who);
    const theSame = era
      ? (vouched || !this.isQuiet(span)) && !this.hasOtherKey(span.who, item)
      : (this.stillWaits(span) && younger) || (vouched && this.policy.joinOnSharedNumber && oneAndOnly);
    const united = theSame && this.unitedWith(span.who, account, party);
    if (united && this.stillWaits(span) && younger)
      this.retire((id) => id.who === united.who && united.idsBefore.has(id.value));
    if (united) return united.who;
    this.end(span);
    return account ?? this.newcomer();
  }

  /** The holder of a number and an account that shows it, as one, unless people or limits say no. */
  private unitedWith(holder: Who, account: Who | undefined, party: Party) {
    const idsBefore = new Set(this.world.ids.filter(({ who }) => who === holder).map(({ value }) => value));
    if (account === undefined) return this.toldApart(holder, party) ? undefined : { who: holder, idsBefore };
    return this.mayUnite(holder, account) ? { who: this.unite(holder, account), idsBefore } : undefined;
  }

  /** R27: teaches what is new to all, or fits; takes nothing from anybody and makes nobody. */
  private status(party: Party): Who | undefined {
    const span = party.phone && this.open(phoneKeyOf(party.phone));
    const account = this.named(party);
    if (account !== undefined) {
      const isOwn = !party.phone || span?.who === account;
      const isNew = !span && !this.everHeld(party.phone) && this.openOf(account).length === 0;
      return isOwn || isNew ? this.give(account, party) : undefined;
    }
    if (!span) return undefined;
    const answers = this.stillWaits(span) && (party.bsuid !== undefined || party.parent !== undefined);
    if (!answers && (!this.isEra(span.who) || this.isQuiet(span))) return undefined;
    if (this.toldApart(span.who, party)) return undefined;
    if (answers) this.retire((id) => id.who === span.who);
    return this.give(span.who, party);
  }

  /** R15, R16: whose the ids are; the account of the id and the account of the parent become one. */
  private accountOf({ bsuid, parent }: Party): Who | undefined {
    const own = this.idOf(bsuid)?.who;
    const above = this.idOf(parent)?.who;
    if (own === undefined || above === undefined || own === above)
      return this.named({ ...(bsuid && { bsuid }), ...(parent && { parent }) });
    const hasParent = this.world.ids.some((id) => id.who === own && id.isParent && !id.retired);
    return hasParent || !this.mayUnite(own, above) ? own : this.unite(own, above);
  }

  private named(party: Party): Who | undefined {
    const own = this.idOf(party.bsuid)?.who;
    const above = this.idOf(party.parent)?.who;
    if (own !== undefined || above === undefined) return own;
    return party.bsuid && this.toldApart(above, party) ? undefined : above;
  }

  /** R17 to R20. */
  private rotation(item: Rotated): Who | undefined {
    const [previous, current] = [this.usable(item.previous), this.usable(item.current)];
    const before = this.whoMoved(previous);
    const after = this.named(current);
    const isNew = (['bsuid', 'parent'] as const).some((kind) => current[kind] && current[kind] !== previous[kind]);
    const moves = current.phone && (!previous.phone || phoneKeyOf(previous.phone) !== phoneKeyOf(current.phone));
    if (!isNew && !moves) return before;
    if (!current.bsuid && !current.parent) return this.phonesOnly(before, current);
    const stranger = before === undefined && after !== undefined && this.toldApart(after, previous);
    const denied =
      stranger ||
      (before !== undefined &&
        before !== after &&
        (after === undefined ? this.toldApart(before, current) : !this.mayUnite(before, after)));
    if (stranger) this.learn(this.newcomer(), previous);
    const told = before === after && this.isTold(before, previous, current);
    // Told before by numbers alone: this names the account that number was waiting for.
    const line = current.phone && phoneKeyOf(current.phone);
    const announced =
      before === undefined
        ? undefined
        : this.openOf(before).find((span) => span.waits && (!line || span.line === line));
    const leaving =
      before === undefined || told || (announced && !denied) ? [] : this.openOf(before).map((span) => span.line);
    const account = denied ? (after ?? this.newcomer()) : this.onePerson(before, after);
    // Meta's word about the old ids holds for whoever had them; what is among the new ones too was not left behind.
    if (!denied) this.learn(account, previous);
    const left = [previous.bsuid, previous.parent].filter((id) => id !== current.bsuid && id !== current.parent);
    const from = stranger ? this.named(previous) : denied ? before : account;
    this.retire((id) => id.who === from && left.some((value) => value === id.value));
    this.learn(account, current);
    if (!denied)
      this.retire((id) => id.who === account && [current.bsuid, current.parent].includes(id.value as never), false);
    if (announced && !denied) this.hold(account, announced.line, false, announced.seen);
    this.move(account, leaving, current, false);
    return account;
  }

  /** Meta tells each of our numbers: from the second time on, the new id is theirs already, or where no id is new, the number. */
  private isTold(who: Who | undefined, previous: Party, current: Party): boolean {
    const ids = [previous.bsuid, previous.parent];
    const brought = [current.bsuid, current.parent].filter((id) => id !== undefined && !ids.includes(id as never));
    if (brought.length > 0) return brought.some((id) => this.idOf(id)?.who === who && this.idOf(id)?.retired === false);
    return current.phone !== undefined && this.open(phoneKeyOf(current.phone))?.who === who;
  }

  private onePerson(before: Who | undefined, after: Who | undefined): Who {
    if (before === undefined || after === undefined || before === after) return before ?? after ?? this.newcomer();
    return this.unite(before, after);
  }

  /** The account of the old ids. An era of the old number is the same person's by Meta's word, unless something speaks against it. */
  private whoMoved(previous: Party): Who | undefined {
    const account = this.named(previous);
    const span = previous.phone && this.open(phoneKeyOf(previous.phone));
    if (!span || span.who === account) return account;
    if (this.isEra(span.who)) {
      if (!this.isQuiet(span) && !this.toldApart(span.who, account ?? previous)) {
        if (account === undefined) return span.who;
        if (this.mayUnite(account, span.who)) return this.unite(account, span.who);
      }
    } else {
      if (account !== undefined) return account;
      if ((!previous.bsuid && !previous.parent) || this.stillWaits(span)) return span.who;
    }
    this.end(span);
    return account;
  }

  /** R20: the first account seen on the new number is the same person's, where the one who moved has an account at all. */
  private phonesOnly(who: Who | undefined, current: Party): Who | undefined {
    if (who === undefined || !current.phone) return undefined;
    if (this.open(phoneKeyOf(current.phone))?.who === who) return who;
    const leaving = this.openOf(who).map(({ line }) => line);
    this.move(who, leaving, current, !this.isEra(who));
    return who;
  }

  private move(who: Who, leaving: string[], { phone }: Party, waits: boolean): void {
    const target = phone && phoneKeyOf(phone);
    for (const line of leaving) {
      const span = line === target ? undefined : this.open(line);
      if (span) this.end(span, { at: this.now.at, tie: endOfSecond });
    }
    if (!phone) return;
    const span = this.open(phoneKeyOf(phone));
    if (span && span.who !== who) this.end(span);
    this.hold(who, phoneKeyOf(phone), waits);
  }

  /** Everything the party carries is theirs from now on. */
  private give(who: Who, party: Party): Who {
    this.learn(who, party);
    const named = party.bsuid !== undefined || party.parent !== undefined;
    const line = party.phone && phoneKeyOf(party.phone);
    if (line && !this.open(line)?.until) this.hold(who, line, named ? false : undefined);
    return who;
  }

  private learn(who: Who, { bsuid, parent }: Party): void {
    for (const [value, isParent] of [
      [bsuid, false],
      [parent, true],
    ] as const)
      if (value && !this.idOf(value))
        this.world = {
          ...this.world,
          ids: [...this.world.ids, { value, isParent, who, since: this.now, retired: false }],
        };
  }

  private hold(who: Who, line: string, waits: boolean | undefined, seen = this.now): void {
    const open = this.open(line);
    const span = open ?? { line, who, from: this.now, seen: this.now, heardAt: null, until: null, waits: false };
    const held = { ...span, seen, until: null, waits: waits ?? span.waits };
    this.world = { ...this.world, spans: [...this.world.spans.filter((one) => one !== open), held] };
  }

  private end(span: Span, until = this.now): void {
    const spans = this.world.spans.map((one) => (one === span ? { ...one, until, waits: false } : one));
    this.world = { ...this.world, spans };
  }

  private retire(which: (id: Id) => boolean, retired = true): void {
    const ids = this.world.ids.map((id) => (which(id) ? { ...id, retired } : id));
    this.world = { ...this.world, ids };
  }

  private newcomer(): Who {
    const who = Math.max(0, ...this.world.lives.map((life) => life.who)) + 1;
    this.world = { ...this.world, lives: [...this.world.lives, { who, born: this.now, voices: 0, key: null }] };
    return who;
  }

  private hear(who: Who, item: SeenTogether, party: Party): void {
    const line = party.phone && phoneKeyOf(party.phone);
    this.world = {
      ...this.world,
      lives: this.world.lives.map((life) =>
        life.who === who ? { ...life, voices: Math.max(1, life.voices), key: item.keyHash ?? life.key } : life,
      ),
      spans: this.world.spans.map((span) =>
        span.line === line && span === this.open(line) ? { ...span, heardAt: item.at } : span,
      ),
    };
  }

  private unite(one: Who, other: Who): Who {
    const [a, b] = [this.life(one), this.life(other)];
    const into = <T extends { who: Who }>(owned: readonly T[]) =>
      owned.map((own) => (own.who === other ? { ...own, who: one } : own));
    const born = compare(a.born, b.born) <= 0 ? a.born : b.born;
    const life = { who: one, born, voices: a.voices + b.voices, key: a.key ?? b.key };
    this.world = {
      lives: [...this.world.lives.filter(({ who }) => who !== one && who !== other), life],
      ids: into(this.world.ids),
      spans: into(this.world.spans),
    };
    return one;
  }

  /** R30, R34. */
  private mayUnite(one: Who, other: Who): boolean {
    const lines = this.world.spans.filter(({ who }) => who === one || who === other).map(({ line }) => line);
    const { parts, phones } = this.policy.joinLimits;
    const fits = this.life(one).voices + this.life(other).voices <= parts && new Set(lines).size <= phones;
    return fits && !this.toldApart(one, other);
  }

  /** Whether people, by their last word, say that these two are not one. The other may be somebody not met yet, known by the ids they carry. */
  private toldApart(one: Who, other: Who | Party): boolean {
    const isOne = (anchor: Anchor) => this.meant(anchor) === one;
    const isOther = (anchor: Anchor) => {
      const meant = this.meant(anchor);
      if (typeof other === 'number') return meant === other;
      return meant === undefined && [other.bsuid, other.parent].includes(anchor.value as never);
    };
    const concerns = (a: Anchor, b: Anchor) => (isOne(a) && isOther(b)) || (isOne(b) && isOther(a));
    const said = this.words.flatMap((word) => {
      if (word.kind === 'split') return word.from.some((from) => concerns(word.a, from)) ? [word.kind] : [];
      return (word.kind === 'merge' || word.kind === 'never-merge') && concerns(word.a, word.b) ? [word.kind] : [];
    });
    return said.includes('never-merge') || said.at(-1) === 'split';
  }

  /** Whom an anchor means so far; a moment still to come means nobody. */
  private meant(anchor: Anchor): Who | undefined {
    if (anchor.kind === 'phone' && compare(anchor, this.now) >= 0) return undefined;
    return whoIs(this.world, anchor);
  }

  private idOf(value: string | undefined): Id | undefined {
    return this.world.ids.find((id) => id.value === value);
  }

  private open(line: string): Span | undefined {
    const held = (span: Span) => span.until === null || compare(this.now, span.until) < 0;
    return this.world.spans.find((span) => span.line === line && held(span));
  }

  private openOf(who: Who): Span[] {
    return this.world.spans.filter((span) => span.who === who && span.until === null);
  }

  private everHeld(phone: Party['phone']): boolean {
    return phone !== undefined && this.world.spans.some(({ line }) => line === phoneKeyOf(phone));
  }

  private isEra(who: Who): boolean {
    return this.world.ids.every((id) => id.who !== who);
  }

  private isQuiet({ heardAt, seen }: Span, most = this.policy.adoptionLimitMs): boolean {
    return this.now.at - (heardAt ?? seen.at) > Math.min(most, this.policy.adoptionLimitMs);
  }

  /** A number told of in a change waits for its account as long as a history may be adopted. */
  private stillWaits(span: Span): boolean {
    return span.waits && !this.isQuiet(span, strictAdoptionLimitMs);
  }

  private hasOtherKey(who: Who, { keyHash }: SeenTogether): boolean {
    const { key } = this.life(who);
    return key !== null && keyHash !== undefined && key !== keyHash;
  }

  private life(who: Who): Life {
    const life = this.world.lives.find((one) => one.who === who);
    if (!life) throw new Error('Nobody is called that.');
    return life;
  }
}

/** A word stands unless an undo that stands takes it back. */
function stands(word: Word, words: readonly Word[]): boolean {
  if (word.kind === 'undo' && !words.some(({ id }) => id === word.word)) return true;
  return !words.some((undo) => undo.kind === 'undo' && undo.word === word.id && stands(undo, words));
}

function whoIs(world: World, anchor: Anchor): Who | undefined {
  if (anchor.kind === 'phone') return holderAt(world, phoneKeyOf(anchor.value), anchor);
  return world.ids.find(({ value }) => value === anchor.value)?.who;
}

function holderAt(world: World, line: string, when: Position): Who | undefined {
  const begun = world.spans.filter((span) => span.line === line && compare(span.from, when) <= 0);
  const latest = begun.reduce<Span | undefined>(
    (last, span) => (last && compare(last.from, span.from) > 0 ? last : span),
    undefined,
  );
  return latest && (latest.until === null || compare(when, latest.until) < 0) ? latest.who : undefined;
}

function ownerOf(world: World, item: Evidence): Who | undefined {
  if (item.kind !== 'seen-together' && item.kind !== 'rotated') return undefined;
  const party: Party = item.kind === 'rotated' ? item.current : item;
  const idOf = (value: string | undefined) => world.ids.find((id) => id.value === value)?.who;
  const phone = party.phone && holderAt(world, phoneKeyOf(party.phone), positionOf(item));
  return idOf(party.bsuid) ?? idOf(party.parent) ?? (party.phone ? (phone as Who | undefined) : undefined);
}

/** R30, I11: word by word. A merge puts two groups together unless a never-merge stands between them; a split takes one out. */
function contactsOf(world: World, words: readonly Word[]): Who[][] {
  const without = (groups: Who[][], who: Who) => [...groups.map((group) => group.filter((one) => one !== who)), [who]];
  const never: [Who, Who][] = [];
  let groups = world.lives.map(({ who }) => [who]);
  for (const word of words.filter((said) => stands(said, words))) {
    if ('about' in word) continue;
    const a = whoIs(world, word.a);
    if (word.kind === 'split') {
      if (a !== undefined) groups = without(groups, a);
      continue;
    }
    const b = whoIs(world, word.b);
    if (a === undefined || b === undefined || a === b) continue;
    const [one = [], other = []] = [a, b].map((who) => groups.find((group) => group.includes(who)));
    if (word.kind === 'never-merge') {
      never.push([a, b]);
      if (one === other) groups = without(groups, b);
    } else {
      const both = [...new Set([...one, ...other])];
      if (never.some((pair) => pair.every((who) => both.includes(who)))) continue;
      groups = [...groups.filter((group) => group !== one && group !== other), both];
    }
  }
  return groups.filter((group) => group.length > 0);
}

function lineOf(world: World, who: Who): string {
  const ids = world.ids
    .filter((id) => id.who === who)
    .map(({ value, retired }) => value.split('.').at(-1) + (retired ? '†' : ''));
  const spans = world.spans
    .filter((span) => span.who === who)
    .map(({ line, from, until, waits }) => `${line} ${from.at}..${until?.at ?? ''}${waits ? ' awaiting' : ''}`);
  return `${ids.sort().join(' ') || 'nobody'}: ${spans.sort().join(', ') || 'no phone'}`;
}

function callingOf(world: World, who: Who): string {
  const line = lineOf(world, who);
  return line.startsWith('nobody') ? line : line.replace(/:.*/, '');
}
