// Phone numbers as WhatsApp treats them: digits inside, spellings outside.

/** Everything but digits removed. Only for values already known to be phone numbers. */
export const digitsOf = (text: string): string => text.replace(/\D/g, '');

const TWO_DIGIT_CODES = /^(20|27|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/** The country calling code a full number begins with (ITU E.164 assignments). */
export function callingCodeOf(digits: string): string {
  if (digits.startsWith('1') || digits.startsWith('7')) return digits.slice(0, 1);
  return TWO_DIGIT_CODES.test(digits) ? digits.slice(0, 2) : digits.slice(0, 3);
}

/**
 * The spellings under which one line is known: Brazil's ninth digit, Mexico's 1 and Argentina's 9 after the calling code.
 * Meta says the extra digit "may be modified by Cloud API" for Brazil and Mexico (Meta, "Phone numbers", read 2026-09).
 */
export function spellingsOf(digits: string): string[] {
  const all = new Set([digits]);
  const swap = (from: RegExp, to: string): void => {
    if (from.test(digits)) all.add(digits.replace(from, to));
  };
  swap(/^(55\d{2})9(\d{8})$/, '$1$2');
  swap(/^(55\d{2})(\d{8})$/, '$19$2');
  swap(/^521(\d{10})$/, '52$1');
  swap(/^52(\d{10})$/, '521$1');
  swap(/^549(\d{10})$/, '54$1');
  swap(/^54(\d{10})$/, '549$1');
  return [...all];
}

/** `+1 555 000 2222`: for shared cards and for people's eyes, never parsed. */
export function spacedPhone(digits: string): string {
  // Mexico's mobile 1 stands alone.
  const code = /^521\d{10}$/.test(digits) ? '52 1' : callingCodeOf(digits);
  const rest = digits.slice(digitsOf(code).length);
  const head = rest.slice(0, -4);
  const first = head.length <= 3 || head.length === 6 ? 3 : 2;
  const groups = [head.slice(0, first), head.slice(first)].filter((group) => group.length > 0);
  return `+${[code, ...groups, rest.slice(-4)].join(' ')}`;
}
