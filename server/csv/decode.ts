// Bytes of a file as text, whatever program wrote them: UTF-8 with or without its mark, UTF-16, or Windows-1252. Nothing is read
// twice, so nothing is kept: plain ASCII is the same in UTF-8 and in Windows-1252, and the first other byte decides.

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface Decoder {
  /** The text of these bytes, as far as they are whole; the rest comes with the next ones. */
  write(bytes: Uint8Array): string;
  end(): string;
  /** What was found so far. Plain ASCII is called UTF-8. */
  readonly encoding: Encoding;
  /** Whether there were bytes the encoding does not have; each became U+FFFD. */
  readonly damaged: boolean;
}

export function decoder(): Decoder {
  let encoding: Encoding | undefined;
  let decided = false;
  let damaged = false;
  let rest: Uint8Array = new Uint8Array();
  let wide: TextDecoder | undefined;

  const begin = (bytes: Uint8Array): Uint8Array => {
    const { found, mark } = beginning(bytes);
    encoding = found;
    decided = mark > 0 || found !== 'utf-8';
    if (found !== 'utf-8') wide = new TextDecoder(found, { ignoreBOM: true });
    return bytes.subarray(mark);
  };

  const narrow = (bytes: Uint8Array, last: boolean): string => {
    const cut = last ? bytes.length : wholeUntil(bytes);
    const whole = bytes.subarray(0, cut);
    rest = bytes.slice(cut);
    try {
      const text = strict.decode(whole);
      // A byte beyond ASCII that reads as UTF-8 settles it: in Windows-1252 such sequences are gibberish.
      decided ||= text.length < whole.length;
      return text;
    } catch {
      if (decided || beginsAsUtf8(whole)) {
        decided = true;
        damaged = true;
      } else {
        encoding = 'windows-1252';
        wide = new TextDecoder('windows-1252');
        rest = new Uint8Array();
        return wide.decode(bytes, { stream: true });
      }
      return loose.decode(whole);
    }
  };

  const read = (bytes: Uint8Array, last: boolean): string => {
    const whole = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
    rest = new Uint8Array();
    if (encoding === undefined) {
      // The first two bytes tell a mark; three the longest.
      if (whole.length < 4 && !last) {
        rest = whole.slice();
        return '';
      }
      return read(begin(whole), last);
    }
    return wide ? wide.decode(whole, { stream: !last }) : narrow(whole, last);
  };

  return {
    write: (bytes) => read(bytes, false),
    end: () => read(new Uint8Array(), true),
    get encoding() {
      return encoding ?? 'utf-8';
    },
    get damaged() {
      return damaged;
    },
  };
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const loose = new TextDecoder('utf-8', { ignoreBOM: true });

function beginning(bytes: Uint8Array): { found: Encoding; mark: number } {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { found: 'utf-8', mark: 3 };
  if (a === 0xff && b === 0xfe) return { found: 'utf-16le', mark: 2 };
  if (a === 0xfe && b === 0xff) return { found: 'utf-16be', mark: 2 };
  // Without a mark: a heading or a number is ASCII, so every second byte is 0.
  if (a !== 0 && b === 0 && bytes[3] === 0) return { found: 'utf-16le', mark: 0 };
  if (a === 0 && b !== 0 && bytes[2] === 0) return { found: 'utf-16be', mark: 0 };
  return { found: 'utf-8', mark: 0 };
}

/** Whether the first letter beyond ASCII is one of UTF-8. */
function beginsAsUtf8(bytes: Uint8Array): boolean {
  const at = bytes.findIndex((byte) => byte >= 0x80);
  try {
    strict.decode(bytes.subarray(at, at + lengthBy(bytes[at] ?? 0)));
    return true;
  } catch {
    return false;
  }
}

/** How many bytes a letter of UTF-8 has that begins with this one. */
function lengthBy(byte: number): number {
  return byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
}

/** Up to where no character of UTF-8 is cut: a sequence is four bytes at most. */
function wholeUntil(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) return back < lengthBy(byte) ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}
