import { Card } from '@throughline/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '../limits.ts';
import { mergeCard } from './rules-merge.ts';
import { readCards } from './rules-read.ts';
import { writeCard } from './rules-write.ts';

const vcard = (...lines: string[]) => ['BEGIN:VCARD', ...lines, 'END:VCARD'].join('\r\n');
const read = (...lines: string[]) => readCards(vcard(...lines)).cards[0];

describe('a vCard', () => {
  it('of version 4 is read whole', () => {
    const card = read(
      'VERSION:4.0',
      'FN:Dr. Ana Prueba',
      'N:Prueba;Ana;María;Dr.;MD',
      'TEL;VALUE=uri;TYPE="voice,work":tel:+1-555-200-0001;ext=12',
      'item1.TEL;waid=15552000002:+1 555 200 0002',
      'EMAIL;TYPE=home:ana@example.com',
      'ADR;TYPE=work:;;1 Main St;Lagos;LA;1000;Nigeria',
      'ORG:Acme\\, Inc;Sales',
      'TITLE:Head of Bikes',
      'URL:www.example.com/ana',
      'BDAY:19900102',
      'NOTE:one\\ntwo',
      'PHOTO:data:image/jpeg;base64,AAAA',
      'X-ANYTHING:else',
    );
    expect(card).toEqual({
      name: { formatted: 'Dr. Ana Prueba', last: 'Prueba', first: 'Ana', middle: 'María', prefix: 'Dr.', suffix: 'MD' },
      phones: [
        { text: '+1-555-200-0001', phone: '+15552000001', type: 'work' },
        { text: '+1 555 200 0002', phone: '+15552000002' },
      ],
      emails: [{ email: 'ana@example.com', type: 'home' }],
      addresses: [{ street: '1 Main St', city: 'Lagos', state: 'LA', zip: '1000', country: 'Nigeria', type: 'work' }],
      organization: { company: 'Acme, Inc', department: 'Sales', title: 'Head of Bikes' },
      urls: [{ url: 'https://www.example.com/ana' }],
      birthday: expect.stringMatching(/^1990-?01-?02$/),
      note: 'one\ntwo',
    });
    expect(Card.safeParse(card).success).toBe(true);
  });

  it('of version 3 is read', () => {
    expect(
      read('VERSION:3.0', 'N:Prueba;Ana;;;', 'TEL;TYPE=CELL,VOICE:+1 555 200 0001', 'BDAY:1990-01-02'),
    ).toMatchObject({
      name: { formatted: 'Ana Prueba' },
      phones: [{ phone: '+15552000001', type: 'mobile' }],
      birthday: '1990-01-02',
    });
  });

  it('of version 2.1 is read: types without a name, quoted-printable over several lines, other charsets', () => {
    const card = read(
      'VERSION:2.1',
      'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=89mile;Ana=',
      ' Mar=C3=ADa',
      'FN;CHARSET=ISO-8859-1;QUOTED-PRINTABLE:Ana =C9mile',
      'TEL;CELL;VOICE:+15552000001',
      'NOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0Atwo',
    );
    expect(card).toMatchObject({
      name: { formatted: 'Ana Émile', last: 'Émile', first: 'Ana María' },
      phones: [{ phone: '+15552000001', type: 'mobile' }],
      note: 'one\ntwo',
    });
  });

  it('whose lines are folded in the middle of words is read', () => {
    expect(readCards('BEGIN:VCARD\nVERSION:3.0\nFN:Ana Pr\n ueba\nEND:VCARD').cards[0]?.name.formatted).toBe(
      'Ana Prueba',
    );
  });

  it('is one of several in a file, and a bad one costs only itself', () => {
    const text = [vcard('FN:Ana'), vcard('X-NOTHING:1'), vcard('FN:Ben', 'this is no line', 'TEL:1234')].join('\n');
    const { cards, problems } = readCards(text);
    expect(cards.map((card) => card.name.formatted)).toEqual(['Ana', 'Ben']);
    expect(cards[1]?.phones).toEqual([{ text: '1234' }]);
    expect(problems).toEqual(['Card 2 has neither a name nor a number.', 'Card 3: a line could not be read.']);
  });

  it('is told from what is none', () => {
    expect(readCards('name,phone\nAna,+1555')).toEqual({
      cards: [],
      problems: ['There is no vCard in this text: it begins with BEGIN:VCARD.'],
    });
  });

  it('takes no number for one that has no country code', () => {
    expect(read('FN:Ana', 'TEL:0555 200 001')?.phones).toEqual([{ text: '0555 200 001' }]);
  });

  it('opens nothing but web addresses', () => {
    const lines = ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'https://a.example/'];
    expect(read('FN:Ana', ...lines.map((url) => `URL:${url}`))?.urls).toEqual([{ url: 'https://a.example/' }]);
  });
});

describe('hostile text', () => {
  const million = 1_000_000;
  it.each([
    ['a line of a million letters', `BEGIN:VCARD\nFN:Ana\nNOTE:${'a'.repeat(million)}\nEND:VCARD`],
    ['a million separators', `BEGIN:VCARD\nFN:Ana\nN:${';'.repeat(million)}\nEND:VCARD`],
    ['a million backslashes', `BEGIN:VCARD\nFN:Ana\nNOTE:${'\\'.repeat(million)}\nEND:VCARD`],
    ['a million parameters', `BEGIN:VCARD\nFN:Ana\nTEL${';TYPE=a'.repeat(140_000)}:1\nEND:VCARD`],
    ['a quote without an end', `BEGIN:VCARD\nFN:Ana\nTEL;TYPE="${'a,'.repeat(million / 2)}:1\nEND:VCARD`],
    ['half a million folds', `BEGIN:VCARD\nFN:Ana${'\n '.repeat(million / 2)}\nEND:VCARD`],
    [
      'half a million soft breaks',
      `BEGIN:VCARD\nFN:Ana\nNOTE;QUOTED-PRINTABLE:${'=\n'.repeat(million / 2)}\nEND:VCARD`,
    ],
    [
      '10,000 cards in one another',
      `BEGIN:VCARD\nFN:Ana\n${'BEGIN:VCARD\n'.repeat(10_000)}${'END:VCARD\n'.repeat(10_001)}`,
    ],
    ['80,000 beginnings', `BEGIN:VCARD\nFN:Ana\n${'BEGIN:VCARD\n'.repeat(80_000)}`],
    ['22,000 cards', 'BEGIN:VCARD\nFN:Ana\nEND:VCARD\n'.repeat(22_000)],
    ['100,000 lines', `BEGIN:VCARD\nFN:Ana\n${'TEL:+15552000001\n'.repeat(100_000)}END:VCARD`],
    ['a picture of a megabyte', `BEGIN:VCARD\nFN:Ana\nPHOTO;ENCODING=b:${'QUJD'.repeat(240_000)}\nEND:VCARD`],
    [
      'a folded picture',
      `BEGIN:VCARD\nFN:Ana\nPHOTO;ENCODING=b:\n${` ${'QUJD'.repeat(18)}\n`.repeat(13_000)}END:VCARD`,
    ],
    ['NULs and halves of letters', `BEGIN:VCARD\nFN:A\u0000n\u0000a\nNOTE:\ud83d\u0000\udc00\nEND:VCARD`],
    ['an encoded NUL and line ends', 'BEGIN:VCARD\nFN:Ana\nNOTE;QUOTED-PRINTABLE:=00=0AEND:VCARD=0A\nEND:VCARD'],
    ['a charset nobody knows', 'BEGIN:VCARD\nFN:Ana\nNOTE;CHARSET=klingon;QUOTED-PRINTABLE:=41\nEND:VCARD'],
    ['a million dots', `BEGIN:VCARD\nFN:Ana\n${'a.'.repeat(million / 2)}\nEND:VCARD`],
    ['a million points of a group', `BEGIN:VCARD\nFN:Ana\n${'a-'.repeat(million / 2)}:x\nEND:VCARD`],
  ])('as %s is read in a moment, and what is good of it stays', (_what, text) => {
    const began = performance.now();
    const { cards, problems } = readCards(text);
    // Each takes some milliseconds by itself; a way of reading that grows with the square of the length takes minutes.
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(cards.length).toBeGreaterThan(0);
    expect(cards.length).toBeLessThanOrEqual(limits.cardsAtOnce);
    expect(cards[0]?.name.formatted).toBe('Ana');
    expect(JSON.stringify({ cards, problems }).length).toBeLessThan(60_000);
    for (const card of cards) expect(Card.safeParse(card).success).toBe(true);
  });

  it('of any kind gives cards that are as promised, or none', () => {
    const line = fc.oneof(
      fc.constantFrom(
        'BEGIN:VCARD',
        'END:VCARD',
        'VERSION:2.1',
        'VERSION:4.0',
        'FN:Ana',
        ' folded',
        'ADR:;;a;b;c;d;e',
        'BDAY:x',
      ),
      fc
        .tuple(
          fc.constantFrom('FN', 'N', 'TEL', 'EMAIL', 'ADR', 'ORG', 'URL', 'BDAY', 'NOTE', 'item1.TEL', 'X-A'),
          fc.constantFrom(
            '',
            ';TYPE=',
            ';',
            ';CELL',
            ';waid=1',
            ';VALUE=uri',
            ';ENCODING=QUOTED-PRINTABLE',
            ';TYPE="',
            ';CHARSET=utf-16',
          ),
          fc.string({ unit: 'binary', maxLength: 60 }),
        )
        .map(([name, parameters, value]) => `${name}${parameters}:${value}`),
      fc.string({ unit: 'binary', maxLength: 40 }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), fc.constantFrom('\n', '\r\n'), (lines, end) => {
        const { cards } = readCards(['BEGIN:VCARD', ...lines, 'END:VCARD'].join(end));
        for (const card of cards) {
          expect(Card.safeParse(card).error).toBeUndefined();
          const again = readCards(writeCard(card));
          expect(again.problems).toEqual([]);
          expect(again.cards).toHaveLength(1);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a vCard of ours', () => {
  const full: Card = {
    name: { formatted: 'Ana; "the\nBike", \\Queen', last: 'Prueba', first: 'Ana' },
    phones: [
      { text: '+1 555 200 0001', phone: '+15552000001', type: 'mobile' },
      { text: '0555 1', type: 'work' },
    ],
    emails: [{ email: 'ana@example.com', type: 'home' }],
    addresses: [{ street: '1, Main; St', city: 'Lagos', country: 'Nigeria', type: 'work' }],
    organization: { company: 'Acme, Inc', department: 'Sales', title: 'Boss' },
    urls: [{ url: 'https://a.example/x;y,z' }],
    birthday: '1990-01-02',
    note: `${'ä'.repeat(100)}\nsecond 👩‍🔧 line`,
  };

  it('says the same when it is read again', () => {
    const [again] = readCards(writeCard(full)).cards;
    expect(again).toEqual({
      ...full,
      phones: [{ ...full.phones[0], text: '+15552000001' }, full.phones[1]],
      birthday: expect.stringMatching(/^1990-?01-?02$/),
    });
  });

  it('has no line longer than 75 octets, cuts no letter, and ends its lines as it should', () => {
    const text = writeCard(full);
    for (const line of text.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/[\r\n\ufffd]/);
    }
    expect(text.endsWith('END:VCARD\r\n')).toBe(true);
    expect(text.replaceAll('\r\n ', '')).toContain('ä'.repeat(100));
  });

  it('cannot be made to hold a line its maker did not write', () => {
    const evil: Card = {
      name: { formatted: 'x\r\nEND:VCARD\r\nBEGIN:VCARD' },
      phones: [{ text: '1\r\nTEL:2', type: 'home:evil\r\nTEL:+666' }],
      emails: [{ email: 'a\nEMAIL:b', type: ';X=1' }],
      addresses: [],
      urls: [{ url: 'https://a.example/\r\nNOTE:x' }],
      birthday: '1\r\nNOTE:x',
    };
    const names = writeCard(evil)
      .replaceAll('\r\n ', '')
      .trimEnd()
      .split('\r\n')
      .map((line) => /^[A-Z]+/.exec(line)?.[0]);
    expect(names).toEqual(['BEGIN', 'VERSION', 'FN', 'N', 'TEL', 'EMAIL', 'URL', 'BDAY', 'END']);
  });
});

describe('a card WhatsApp has taken apart', () => {
  const structured = {
    name: { formatted: 'Ana' },
    phones: [{ text: '+1 555 200 0001', phone: '+15552000001' }],
    emails: [],
    addresses: [],
    urls: [],
    attested: false,
  };

  it('gets from the vCard what only the vCard has', () => {
    const text = vcard(
      'FN:Somebody else',
      'N:Prueba;Ana',
      'TEL:+1 (555) 200-0001',
      'TEL:+15552000009',
      'EMAIL:a@b.example',
      'NOTE:hi',
    );
    expect(mergeCard(structured, text)).toEqual({
      ...structured,
      name: { formatted: 'Ana', last: 'Prueba', first: 'Ana' },
      phones: [structured.phones[0], { text: '+15552000009', phone: '+15552000009' }],
      emails: [{ email: 'a@b.example' }],
      note: 'hi',
    });
  });

  it('stays as it is where the vCard is none, or where WhatsApp vouches for it', () => {
    expect(mergeCard(structured, 'nonsense')).toEqual(structured);
    const attested = { ...structured, attested: true };
    expect(mergeCard(attested, vcard('FN:Eve', 'TEL:+15552000666'))).toEqual(attested);
  });
});
