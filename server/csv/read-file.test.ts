// Files as people's programs write them.

import { describe, expect, it } from 'vitest';
import { columnsOf } from '../campaigns/rules-columns.ts';
import { tell } from '../words/say.ts';
import { sentence } from '../words/sentence.ts';
import { inEnglish } from '../words/viewer.ts';
import { delimiterOf } from './delimiter.ts';
import { FileRefused, type FileRow, readFile } from './read-file.ts';

async function read(bytes: Uint8Array | string, pieces = [bytes.length]) {
  const whole = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  const rows: FileRow[] = [];
  async function* source() {
    let from = 0;
    for (const piece of [...pieces, whole.length]) {
      yield whole.subarray(from, from + piece);
      from += piece;
    }
  }
  const file = await readFile(source(), async (batch) => void rows.push(...batch));
  return { file, rows };
}

describe('the lines of a file', () => {
  it('are counted as an editor counts them, also where cells hold line breaks', async () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = [
        'phone,note',
        '+15550102001,"one',
        'two"',
        '',
        ',',
        '+15550102002,"say ""hi"""',
        '+15550102003,x',
      ].join(end);
      const { rows, file } = await read(text, [1, 3, 25, 1, 1]);
      expect(rows).toEqual([
        { line: 2, cells: ['+15550102001', 'one\ntwo'] },
        { line: 6, cells: ['+15550102002', 'say "hi"'] },
        { line: 7, cells: ['+15550102003', 'x'] },
      ]);
      expect(file).toMatchObject({ rows: 3, headers: ['phone', 'note'], problemCount: 0 });
    }
  });

  it('that are uneven are kept and listed', async () => {
    const { rows, file } = await read('a,b,c\n1,2\n1,2,3,4\n1,2,3\n');
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['1', '2', ''],
      ['1', '2', '3'],
      ['1', '2', '3'],
    ]);
    expect(file.problems.map(({ line }) => line)).toEqual([2, 3]);
    expect(file.problems[0] && tell(inEnglish, file.problems[0].problem)).toBe(
      'Has 2 cells, the heading has 3. Those missing are taken for empty.',
    );
  });

  it('hold formulas as the text they are', async () => {
    const { rows } = await read('phone,name\n+15550102001,=HYPERLINK("http://x")\n+15550102002,@SUM(A1)\n');
    expect(rows.map(({ cells }) => cells[1])).toEqual(['=HYPERLINK("http://x")', '@SUM(A1)']);
  });

  it('with NULs or endless cells are kept without, and listed', async () => {
    const { rows, file } = await read(`phone,note\n1,a\u0000b\n2,${'x'.repeat(3000)}\n`);
    expect(rows[0]?.cells[1]).toBe('ab');
    expect(rows[1]?.cells[1]).toHaveLength(2000);
    expect(file.problems.map(({ line }) => line)).toEqual([2, 3]);
  });

  it('behind a quotation mark nobody closed are refused, naming the line', async () => {
    const refused = read('phone,note\n1,a\n2,"b\n3,c\n');
    await expect(refused).rejects.toThrow(FileRefused);
    await expect(refused).rejects.toMatchObject({ why: sentence('csv.quotes', { line: 3 }) });
    await expect(read(`phone\n1\n"${'x,\n'.repeat(400_000)}`)).rejects.toMatchObject({
      why: sentence('csv.quotes', { line: 3 }),
    });
  });

  it('must be there', async () => {
    await expect(read('phone,name\n')).rejects.toMatchObject({ code: 'file_empty' });
    await expect(read('')).rejects.toMatchObject({ code: 'file_empty' });
  });
});

describe('the encoding of a file', () => {
  const text = 'phone;name\n+15550102001;Zoë Müller\n+15550102002;Łukasz\n';
  const latin = 'phone;name\n+15550102001;Zoë Müller\n';

  it.each([
    ['utf-8', Buffer.from(text), text],
    ['utf-8', Buffer.from(`\ufeff${text}`), text],
    ['utf-16le', Buffer.from(`\ufeff${text}`, 'utf16le'), text],
    ['utf-16le', Buffer.from(text, 'utf16le'), text],
    ['utf-16be', Buffer.from(`\ufeff${text}`, 'utf16le').swap16(), text],
    ['windows-1252', Buffer.from(latin, 'latin1'), latin],
  ])('is found: %s', async (encoding, bytes, meant) => {
    // Wherever the network cuts it.
    for (let cut = 0; cut < Math.min(bytes.length, 60); cut++) {
      const { rows, file } = await read(bytes, [cut, 1, 1, 2]);
      expect({ cut, encoding: file.encoding, rows: rows.map(({ cells }) => cells.join(';')) }).toEqual({
        cut,
        encoding,
        rows: meant.trim().split('\n').slice(1),
      });
      expect(file.headers).toEqual(['phone', 'name']);
    }
  });

  it('that changes half-way is said to be damaged, not guessed', async () => {
    const { file, rows } = await read(Buffer.concat([Buffer.from(text), Buffer.from('+15550102003;Zoë\n', 'latin1')]));
    expect(rows[2]?.cells[1]).toBe('Zo\ufffd');
    expect(file.problems[0]?.problem).toEqual(sentence('csv.mixed'));
  });
});

describe('the delimiter', () => {
  it.each([
    ['a,b,c\n1,2,3\n', ','],
    ['a;b;c\n1,5;2;3\n1;2;3\n', ';'],
    ['a\tb\n1\t2\n', '\t'],
    ['a|b\n1|2\n', '|'],
    ['phone\n1\n2\n', ','],
    ['"a,b,c";d\n"1,2,3";4\n', ';'],
  ])('of %j is %j', (text, delimiter) => expect(delimiterOf(text)).toBe(delimiter));
});

describe('what columns are guessed to hold', () => {
  const guesses = (headers: string[], ...lines: string[][]) => columnsOf(headers, lines).map(({ guess }) => guess);

  it('follows from heading and cells, with one phone', () => {
    expect(guesses(['Name', 'Mobile', 'Order'], ['Ana', '+1 555 010 2001', '12345'])).toEqual([
      'name',
      'phone',
      'other',
    ]);
    expect(guesses(['nombre', 'teléfono', 'celular'], ['Ana', '', '+5491155550000'])).toEqual([
      'name',
      'other',
      'phone',
    ]);
    expect(guesses(['a', 'b'], ['00447911123456', '17'], ['00447911123457', '18'])).toEqual(['phone', 'other']);
    expect(guesses(['user name', 'WhatsApp'], ['@ana.prueba', '+15550102001'])).toEqual(['username', 'phone']);
  });
});
