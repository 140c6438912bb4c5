import { describe, expect, it } from 'vitest';
import { mp4, page, pdf, png, voiceNote } from '../../tests/support/files.ts';
import { limits } from '../limits.ts';
import { nextTry } from './rules-fetching.ts';
import { dispositionOf, safeName } from './rules-names.ts';
import { sendableAs, servedAs, typeOf } from './rules-types.ts';
import { sniff } from './sniff.ts';

const webp = Buffer.from(
  '52494646240000005745425056503820180000003001009d012a0100010002003425a400037000fefb9400',
  'hex',
);
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
const xml = Buffer.from(
  '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></html>',
);

describe('what a file is', () => {
  it.each([
    ['a PNG', png(7, 9), {}, { mimeType: 'image/png', width: 7, height: 9 }],
    ['a WebP', webp, {}, { mimeType: 'image/webp', width: 1, height: 1 }],
    ['a voice note', voiceNote(), {}, { mimeType: 'audio/ogg' }],
    ['a film', mp4(100), {}, { mimeType: 'video/mp4' }],
    ['sound in MP4, said to be', mp4(100), { mimeType: 'audio/mp4' }, { mimeType: 'audio/mp4' }],
    ['a PDF', pdf(), {}, { mimeType: 'application/pdf' }],
    [
      'a PDF calling itself a picture',
      pdf(),
      { mimeType: 'image/png', filename: 'a.png' },
      { mimeType: 'application/pdf' },
    ],
    ['plain text', Buffer.from('name,phone\nÄnne,1\n'), { filename: 'a.csv' }, { mimeType: 'text/plain' }],
    [
      'a page calling itself a picture',
      page,
      { mimeType: 'image/jpeg', filename: 'a.jpg' },
      { mimeType: 'application/octet-stream' },
    ],
    [
      'a page calling itself text',
      page,
      { mimeType: 'text/plain', filename: 'a.txt' },
      { mimeType: 'application/octet-stream' },
    ],
    ['an SVG', svg, { mimeType: 'image/svg+xml' }, { mimeType: 'application/octet-stream' }],
    ['XHTML', xml, { mimeType: 'text/xml' }, { mimeType: 'application/octet-stream' }],
    ['bytes', Buffer.from([1, 2, 3, 0, 255]), { mimeType: 'text/plain' }, { mimeType: 'application/octet-stream' }],
    ['nothing', Buffer.alloc(0), {}, { mimeType: 'application/octet-stream' }],
  ])('%s is told by its bytes', async (_name, bytes, claim, expected) => {
    expect(await sniff(bytes, true, claim)).toEqual(expected);
  });

  it('survives any beginning of any of them', async () => {
    for (const whole of [png(7, 9), webp, voiceNote(), mp4(60), pdf(20), svg])
      for (let length = 0; length <= Math.min(whole.length, 80); length += 1)
        expect(typeof (await sniff(whole.subarray(0, length), true, {})).mimeType).toBe('string');
  });

  it('takes a letter cut in half at the end of what is looked at for no fault', async () => {
    const text = Buffer.from('größer');
    expect((await sniff(text.subarray(0, 3), false, {})).mimeType).toBe('text/plain');
    expect((await sniff(text.subarray(0, 3), true, {})).mimeType).toBe('application/octet-stream');
  });

  it.each([
    ['a.DOC', 'application/msword'],
    ['b.xls', 'application/vnd.ms-excel'],
    ['c.ppt', 'application/vnd.ms-powerpoint'],
    ['d.msi', 'application/octet-stream'],
    [undefined, 'application/octet-stream'],
  ])('an old Office file named %s is %s', (filename, type) => {
    expect(typeOf('application/x-cfb', { filename })).toBe(type);
  });
});

describe('how a file is served', () => {
  it.each([
    'text/html',
    'image/svg+xml',
    'application/xml',
    'text/xml',
    'application/xhtml+xml',
    'text/javascript',
    'constructor',
    null,
  ])('as bytes to be saved: %s', (type) => {
    expect(servedAs(type)).toEqual({ contentType: 'application/octet-stream', inline: false });
  });

  it('to be shown: pictures, films and sound; to be saved: everything else', () => {
    expect(servedAs('image/png').inline).toBe(true);
    expect(servedAs('video/mp4').inline).toBe(true);
    for (const type of ['application/pdf', 'text/plain', 'application/zip'])
      expect(servedAs(type).inline, type).toBe(false);
  });
});

describe('whether WhatsApp would take a file', () => {
  it.each([
    ['image/png', 'image'],
    ['image/webp', 'sticker'],
    ['video/3gpp', 'video'],
    ['audio/ogg', 'audio'],
    ['application/pdf', 'document'],
    ['text/plain', 'document'],
  ] as const)('%s goes as %s, up to the size of that', (mimeType, type) => {
    const most = limits.mediaBytes[type];
    expect(sendableAs(mimeType, most)).toEqual({ kind: 'sendable', type });
    expect(sendableAs(mimeType, most + 1)).toMatchObject({ kind: 'too_large', type });
  });

  it.each(['image/gif', 'video/webm', 'application/zip', 'application/octet-stream', 'text/html'])(
    'not %s, with a word on what would do',
    (mimeType) => {
      const refused = sendableAs(mimeType, 10);
      expect(refused).toMatchObject({ kind: 'unsupported', detail: { key: 'problem.media_not_sendable' } });
    },
  );
});

describe('when a file is tried again', () => {
  const since = Date.UTC(2026, 8, 1);
  const week = 7 * 24 * 60 * 60 * 1000;

  it('soon at first, then ever more rarely, spread by chance, until the week is over', () => {
    const delays: number[] = [];
    let now = since;
    for (let attempts = 1; ; attempts += 1) {
      const next = nextTry('meta_busy', { attempts, since, now, chance: 0.5 });
      if (next.kind === 'over') break;
      delays.push(next.delayMs);
      now += next.delayMs;
      if (delays.length > 200) break;
    }
    expect(delays[0]).toBeLessThan(10_000);
    expect(Math.max(...delays)).toBeLessThanOrEqual(6 * 60 * 60 * 1000);
    expect(delays.length).toBeGreaterThan(30);
    expect(now - since).toBeGreaterThan(week * 0.9);
    const spread = [0, 1].map((chance) => nextTry('meta_busy', { attempts: 5, since, now: since, chance }));
    expect(spread[0]).not.toEqual(spread[1]);
  });

  it('waits for room without losing a try, and not beyond the week', () => {
    const tried = { attempts: 40, since, now: since + week - 1000, chance: 0 };
    expect(nextTry('storage_full', tried)).toEqual({ kind: 'again', delayMs: limits.mediaFullPauseMs });
    expect(nextTry('storage_full', { ...tried, now: since + week })).toEqual({ kind: 'over' });
  });
});

describe('the name a file is saved under', () => {
  it.each([
    ['invoice.pdf', 'invoice.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Windows\\system.ini', 'system.ini'],
    ['in\u202Evoice fdp.exe', 'invoice fdp.exe'],
    ['a"b\r\nc.pdf', 'abc.pdf'],
    ['..hidden.', 'hidden'],
    ['   ', undefined],
    ['\ud800.pdf', '\ufffd.pdf'],
    [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(116)}.pdf`],
    [null, undefined],
  ])('%j becomes %j', (name, safe) => {
    expect(safeName(name)).toBe(safe);
  });

  it('stands in a header in plain letters, and in full beside them', () => {
    expect(dispositionOf(false, "Rechnung März (1)'%.pdf")).toBe(
      `attachment; filename="Rechnung M_rz (1)'_.pdf"; filename*=UTF-8''Rechnung%20M%C3%A4rz%20%281%29%27%25.pdf`,
    );
    expect(dispositionOf(true, undefined)).toBe('inline');
  });
});
