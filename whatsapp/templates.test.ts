import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asksForNumber, needsPhone, readTemplate, templateSearchText } from './templates.ts';
import { componentProblems } from './templates-checks.ts';
import type { TemplateDefinition } from './templates-definition.ts';
import { fillTemplate } from './templates-fill.ts';
import { slotsOf } from './templates-places.ts';
import * as samples from './templates-samples.ts';
import { readReason, readStatus } from './templates-status.ts';
import { shownTemplate } from './templates-text.ts';

const read = (listed: unknown): TemplateDefinition => {
  const template = readTemplate(listed);
  if (!template) throw new Error('not a template');
  return template;
};
const file = '0190a1b2-0000-7000-8000-000000000001';

describe('a template as Meta lists it', () => {
  it('is read with its state, category and quality', () => {
    expect(read(samples.orderUpdate)).toMatchObject({
      metaId: '1689556908129832',
      name: 'order_update',
      language: 'en_US',
      category: 'utility',
      status: 'approved',
      quality: 'green',
      named: false,
      footer: 'Lagos Bikes',
    });
    expect(read(samples.rejected)).toMatchObject({
      status: 'rejected',
      reason: 'Its language or category does not fit what it says.',
    });
  });

  it('is not read without an id, a name or a language', () => {
    for (const key of ['id', 'name', 'language'])
      expect(readTemplate({ ...samples.orderUpdate, [key]: undefined })).toBeUndefined();
  });

  it('is read whatever stands in it, and never throws', () => {
    fc.assert(
      fc.property(fc.anything(), fc.jsonValue(), (anything, components) => {
        readTemplate(anything);
        const template = read({ ...samples.orderUpdate, components });
        fillTemplate(template, {});
        componentProblems(template, [anything]);
      }),
    );
    fc.assert(
      fc.property(
        fc.constantFrom('HEADER', 'BODY', 'FOOTER', 'BUTTONS', 'CAROUSEL', 'LIMITED_TIME_OFFER'),
        fc.dictionary(
          fc.constantFrom('format', 'text', 'buttons', 'cards', 'example', 'limited_time_offer'),
          fc.anything(),
        ),
        (type, rest) => {
          fillTemplate(read({ ...samples.orderUpdate, components: [{ ...rest, type }] }), {});
        },
      ),
    );
  });

  it('needs a phone where it carries a code, and asks for the number where it has the button', () => {
    expect([samples.code, samples.codeAsWritten].map((one) => needsPhone(read(one)))).toEqual([true, true]);
    expect([samples.coupon, samples.askNumber].map((one) => needsPhone(read(one)))).toEqual([false, false]);
    expect(asksForNumber(read(samples.askNumber))).toBe(true);
    expect(asksForNumber(read(samples.orderUpdate))).toBe(false);
  });

  it('is found by what it says', () => {
    expect(templateSearchText(read(samples.carousel))).toContain('Bike 2 for');
    expect(templateSearchText(read(samples.orderUpdate))).toContain('Track');
  });
});

describe('the places of a template', () => {
  const keys = (listed: unknown) => slotsOf(read(listed)).map(({ key, required }) => (required ? key : `${key}?`));

  it.each([
    ['numbers, each once', samples.orderUpdate, ['header.1', 'body.1', 'body.2', 'body.3', 'button.1', 'button.2?']],
    ['names', samples.named, ['header.shop', 'body.first_name', 'body.agent']],
    ['a picture', samples.withMedia('IMAGE'), ['header.media']],
    ['a place', samples.place, ['header.location']],
    ['one code, for body and button', samples.code, ['body.1']],
    ['one code, before Meta has written the body', samples.codeAsWritten, ['body.1']],
    ['nothing for the button that asks for the number', samples.askNumber, ['body.1']],
    ['an offer and its code', samples.coupon, ['offer.expires', 'button.0', 'button.1']],
    ['a form, whose token may be left out', samples.form, ['button.0?']],
    [
      'cards',
      samples.carousel,
      [
        'body.1',
        'card.0.header.media',
        'card.0.body.1',
        'card.0.button.0?',
        'card.0.button.1',
        'card.1.header.media',
        'card.1.body.1',
        'card.1.button.0?',
        'card.1.button.1',
      ],
    ],
  ])('%s', (_, listed, expected) => {
    expect(keys(listed)).toEqual(expected);
  });

  it('are sent by number, whatever their order in the text', () => {
    const components = [{ type: 'BODY', text: '{{2}} for {{10}} and {{1}}' }];
    expect(keys({ ...samples.orderUpdate, components })).toEqual(['body.1', 'body.2', 'body.10']);
  });

  it('have words for people and examples', () => {
    expect(slotsOf(read(samples.orderUpdate))[1]).toEqual({
      key: 'body.1',
      kind: 'text',
      label: 'Body, 1',
      example: 'Ana',
      required: true,
    });
    expect(slotsOf(read(samples.withMedia('DOCUMENT')))[0]?.label).toBe('Header document');
  });
});

describe('a template filled', () => {
  it('goes to Meta by number, and reads as the customer will see it', () => {
    const values = { 'header.1': 'BX-17', 'body.1': 'Ana', 'body.2': 'BX-17', 'body.3': 'Monday', 'button.1': 'BX-17' };
    expect(fillTemplate(read(samples.orderUpdate), values)).toEqual({
      components: [
        { type: 'header', parameters: [{ type: 'text', text: 'BX-17' }] },
        {
          type: 'body',
          parameters: [
            { type: 'text', text: 'Ana' },
            { type: 'text', text: 'BX-17' },
            { type: 'text', text: 'Monday' },
          ],
        },
        { type: 'button', sub_type: 'url', index: '1', parameters: [{ type: 'text', text: 'BX-17' }] },
      ],
      text: {
        header: { kind: 'text', text: 'Order BX-17' },
        body: 'Hello Ana, your order BX-17 comes on Monday. Thank you, Ana!',
        footer: 'Lagos Bikes',
        buttons: [
          { kind: 'phone', label: 'Call us', phone: '+15550007777' },
          { kind: 'url', label: 'Track', url: 'https://bikes.example/t/BX-17' },
          { kind: 'quick_reply', label: 'Stop' },
        ],
      },
      files: [],
      problems: [],
    });
  });

  it('goes to Meta by name', () => {
    const values = { 'header.shop': 'L', 'body.first_name': 'Ana', 'body.agent': 'Sam' };
    const { components, problems } = fillTemplate(read(samples.named), values);
    expect(problems).toEqual([]);
    expect(components).toEqual([
      { type: 'header', parameters: [{ type: 'text', parameter_name: 'shop', text: 'L' }] },
      {
        type: 'body',
        parameters: [
          { type: 'text', parameter_name: 'first_name', text: 'Ana' },
          { type: 'text', parameter_name: 'agent', text: 'Sam' },
        ],
      },
    ]);
  });

  it.each([
    ['IMAGE', 'image'],
    ['VIDEO', 'video'],
    ['DOCUMENT', 'document'],
  ])('carries a file of ours, or a link: %s', (format, kind) => {
    const template = read(samples.withMedia(format));
    const kinds = new Map([[file, kind]]);
    expect(fillTemplate(template, { 'header.media': file }, kinds)).toMatchObject({
      components: [{ type: 'header', parameters: [{ type: kind, [kind]: { id: file } }] }],
      files: [{ slot: 'header.media', id: file, kind, path: [0, 'parameters', 0, kind, 'id'] }],
      problems: [],
    });
    const link = 'https://bikes.example/x';
    expect(fillTemplate(template, { 'header.media': link }, kinds)).toMatchObject({
      components: [{ type: 'header', parameters: [{ type: kind, [kind]: { link } }] }],
      files: [],
      problems: [],
    });
  });

  it('carries a place', () => {
    expect(
      fillTemplate(read(samples.place), { 'header.location': '6.45, 3.39, Shop, 12 Marina Rd, Lagos' }),
    ).toMatchObject({
      components: [
        {
          type: 'header',
          parameters: [
            {
              type: 'location',
              location: { latitude: '6.45', longitude: '3.39', name: 'Shop', address: '12 Marina Rd, Lagos' },
            },
          ],
        },
      ],
      problems: [],
    });
  });

  it.each([samples.code, samples.codeAsWritten])('puts the code into the body and the button: $name', (listed) => {
    expect(fillTemplate(read(listed), { 'body.1': '482916' })).toMatchObject({
      components: [
        { type: 'body', parameters: [{ type: 'text', text: '482916' }] },
        { type: 'button', sub_type: 'url', index: '0', parameters: [{ type: 'text', text: '482916' }] },
      ],
      problems: [],
    });
  });

  it('names the button of a form, with nothing to say and with a token', () => {
    const flow = (action: object) => [
      { type: 'button', sub_type: 'flow', index: '0', parameters: [{ type: 'action', action }] },
    ];
    expect(fillTemplate(read(samples.form), {}).components).toEqual(flow({}));
    expect(fillTemplate(read(samples.form), { 'button.0': 't1' }).components).toEqual(flow({ flow_token: 't1' }));
  });

  it('says when the offer ends, and the code of it', () => {
    const values = { 'offer.expires': '2026-12-01T09:30:00Z', 'button.0': 'BIKE10', 'button.1': 'sale' };
    const { components, text, problems } = fillTemplate(read(samples.coupon), values);
    expect(problems).toEqual([]);
    expect(components.slice(0, 2)).toEqual([
      {
        type: 'limited_time_offer',
        parameters: [
          { type: 'limited_time_offer', limited_time_offer: { expiration_time_ms: Date.UTC(2026, 11, 1, 9, 30) } },
        ],
      },
      {
        type: 'button',
        sub_type: 'copy_code',
        index: '0',
        parameters: [{ type: 'coupon_code', coupon_code: 'BIKE10' }],
      },
    ]);
    expect(text.body).toBe('Ends soon!\nTen percent off.');
  });

  it('fills every card of a carousel', () => {
    const values = Object.fromEntries(
      slotsOf(read(samples.carousel)).map(({ key, media }) => [key, media ? file : key.slice(0, 12)]),
    );
    const { components, text, files, problems } = fillTemplate(read(samples.carousel), values);
    expect(problems).toEqual([]);
    expect(text.cards?.[1]).toMatchObject({ header: 'image', body: 'Bike 2 for card.1.body.' });
    expect(components[1]).toMatchObject({
      type: 'carousel',
      cards: [
        { card_index: 0 },
        {
          card_index: 1,
          components: [
            { type: 'header', parameters: [{ type: 'image', image: { id: file } }] },
            { type: 'body' },
            { type: 'button', sub_type: 'quick_reply', index: '0', parameters: [{ type: 'payload' }] },
            { type: 'button', sub_type: 'url', index: '1', parameters: [{ type: 'text' }] },
          ],
        },
      ],
    });
    for (const { path, id } of files)
      expect(path.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], components)).toBe(id);
    expect(files).toHaveLength(2);
  });

  it('never reads a value as a place again', () => {
    const values = { 'header.1': 'x', 'body.1': '{{2}} $& $1', 'body.2': 'b', 'body.3': 'c', 'button.1': 'd' };
    expect(fillTemplate(read(samples.orderUpdate), values).text.body).toMatch(/^Hello \{\{2\}\} \$& \$1, your order b/);
  });

  it('still shows the places that have no value', () => {
    expect(shownTemplate(read(samples.askNumber), new Map()).body).toBe('May we have your number, {{1}}?');
  });
});

describe('what Meta would refuse', () => {
  const good = { 'header.1': 'a', 'body.1': 'b', 'body.2': 'c', 'body.3': 'd', 'button.1': 'e' };
  const problemsOf = (values: Record<string, string>, listed: unknown = samples.orderUpdate) =>
    fillTemplate(read(listed), values).problems.map(({ slot, problem }) => `${slot}: ${problem}`);

  it('a place without a value, or with spaces only', () => {
    expect(problemsOf({ ...good, 'body.2': ' ' })).toEqual(['body.2: Body, 2 is missing.']);
    expect(problemsOf({})).toHaveLength(5);
  });

  it.each(['a\nb', 'a\tb', 'a\rb', 'a     b'])('a value with uneven space: %j', (value) => {
    expect(problemsOf({ ...good, 'body.2': value })[0]).toMatch(/^body\.2: No line breaks/);
  });

  it('four spaces in a row are allowed', () => {
    expect(problemsOf({ ...good, 'body.2': 'a    b' })).toEqual([]);
  });

  it('a text that is too long as a whole', () => {
    expect(problemsOf({ ...good, 'body.3': 'x'.repeat(1000) })[0]).toMatch(
      /^body\.1: The text would have 10\d\d characters/,
    );
    expect(problemsOf({ ...good, 'header.1': 'x'.repeat(54) })).toEqual([]);
    expect(problemsOf({ ...good, 'header.1': 'x'.repeat(55) })[0]).toMatch(/^header\.1: The header would have 61/);
  });

  it('a value for a place the template does not have', () => {
    expect(problemsOf({ ...good, 'body.4': 'x' })[0]).toMatch(
      /^body\.4: This template has no such place\. It has: header\.1/,
    );
    expect(problemsOf({ __proto__: 'x' } as never)).toHaveLength(5);
  });

  it('a file of another kind, an unknown file, a broken link', () => {
    const template = read(samples.withMedia('IMAGE'));
    const filled = (value: string) =>
      fillTemplate(template, { 'header.media': value }, new Map([[file, 'video']])).problems[0]?.problem;
    expect(filled(file)).toBe('This file is of kind video; the template takes an image.');
    expect(filled('0190a1b2-0000-7000-8000-000000000002')).toMatch(/no such file/);
    expect(filled('https://bad host/x')).toBe('This is not a link.');
  });

  it('a code with spaces or too long, a place that is none, a time that is none, a link with spaces', () => {
    expect(problemsOf({ 'body.1': '48 29' }, samples.code)[0]).toMatch(/no spaces/);
    expect(problemsOf({ 'body.1': '1'.repeat(16) }, samples.code)[0]).toMatch(/at most 15/);
    expect(problemsOf({ 'header.location': '96,3' }, samples.place)[0]).toMatch(/latitude,longitude/);
    const offer = { 'offer.expires': 'soon', 'button.0': 'A', 'button.1': 'a b' };
    expect(problemsOf(offer, samples.coupon)).toEqual([
      'offer.expires: A time is written as 2026-12-01T09:30:00Z.',
      'button.1: The end of a link has no spaces.',
    ]);
  });

  it('a template that wants products along', () => {
    expect(problemsOf({}, samples.products)[0]).toMatch(/^null: It has parts .* button MPM/);
  });
});

describe('components somebody built themselves', () => {
  const body = (count: number) => ({
    type: 'body',
    parameters: Array.from({ length: count }, () => ({ type: 'text', text: 'x' })),
  });
  const header = { type: 'HEADER', parameters: [{ type: 'text', text: 'x' }] };
  const button = (index: unknown) => ({
    type: 'button',
    sub_type: 'url',
    index,
    parameters: [{ type: 'text', text: 'x' }],
  });
  const problemsOf = (components: unknown[], listed: unknown = samples.orderUpdate) =>
    componentProblems(read(listed), components).map(({ problem }) => problem);

  it('pass with the right number of parameters, the index as text or number', () => {
    expect(problemsOf([header, body(3), button('1')])).toEqual([]);
    expect(problemsOf([header, body(3), button(1)])).toEqual([]);
  });

  it('are refused with too few, too many, or none', () => {
    expect(problemsOf([header, body(2), button('1')])).toEqual([
      'components gives body 2 parameters; the template has 3.',
    ]);
    expect(problemsOf([header, body(4), button('1')])).toHaveLength(1);
    expect(problemsOf([header, body(3), button('0')])).toEqual([
      'components gives button.1 0 parameters; the template has 1.',
    ]);
    expect(problemsOf([])).toHaveLength(3);
    expect(problemsOf([body(1)], samples.form)).toEqual(['components gives body 1 parameters; the template has 0.']);
    expect(problemsOf([body(1)], samples.carousel)).toEqual(['components lacks the carousel with its 2 cards.']);
  });
});

describe("Meta's words for the state of a template", () => {
  it('say whether it may be sent, or nothing', () => {
    expect(['APPROVED', 'REINSTATED', 'FLAGGED', 'PAUSED', 'PENDING_DELETION', 'IN_APPEAL'].map(readStatus)).toEqual([
      'approved',
      'approved',
      'approved',
      'paused',
      'deleted',
      'pending',
    ]);
    expect(['LOCKED', 'UNARCHIVED', 'toString', 7, undefined].map(readStatus)).toEqual(Array(5).fill(undefined));
  });

  it('give a reason only where there is one', () => {
    expect(readReason('NONE')).toBeUndefined();
    expect(readReason('SCAM')).toBe('WhatsApp found that it may be a scam.');
    expect(readReason('NEW_ONE')).toBe('WhatsApp says: NEW_ONE.');
  });
});
