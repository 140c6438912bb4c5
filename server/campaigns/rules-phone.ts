// A cell that should hold a number. What it holds is said by nobody but its look, so anything in doubt is refused with a sentence,
// never bent into the number of a stranger.

import { type E164, parseAlias, parseBsuid, parseE164, parseParentBsuid, parseUsername } from '@throughline/identity';
import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';

export type ReadPhone =
  | { kind: 'phone'; phone: E164 }
  | { kind: 'refused'; reach: 'not_a_number' | 'username_not_addressable' | 'bsuid_needs_relationship'; why: string };

/** `region`: ISO country for numbers written without a country code; without it those are refused. */
export function readPhone(cell: string, region: string | undefined): ReadPhone {
  // Spreadsheets put an apostrophe before a number that is to stay text.
  const text = cell.trim().replace(/^'/, '').trim();
  if (text === '') return notANumber('The cell is empty.');
  if (/^[+-]?\d+([.,]\d+)?E\+?\d+$/i.test(text))
    return notANumber(
      'The spreadsheet has shortened this number and lost its last digits. Format the column as text, fill it in again and export once more.',
    );
  if (parseBsuid(text) || parseParentBsuid(text))
    return {
      kind: 'refused',
      reach: 'bsuid_needs_relationship',
      why: 'This is the id of a WhatsApp account, not a phone number. A campaign goes by number; to write to an account, answer in its thread.',
    };
  if (/[\p{L}@]/u.test(text)) return withLetters(text);
  if (parseAlias(text))
    return notANumber(
      'This is a stand-in an integration was given in the place of a number. No network can dial it; only that integration may write to it.',
    );
  return byPlan(text, region);
}

function withLetters(text: string): ReadPhone {
  const username =
    text.startsWith('@') || (/[a-z]{2}/.test(text) && !/^(none|null|unknown|nan|n\.a\.?|test)$/i.test(text));
  if (username && parseUsername(text))
    return {
      kind: 'refused',
      reach: 'username_not_addressable',
      why: 'This looks like a username. WhatsApp delivers to numbers, never to a username, which may change hands.',
    };
  return notANumber('This holds letters, so it is no phone number.');
}

/** By the numbering plans: long enough, short enough. Not whether somebody has it, since plans grow faster than programs. */
function byPlan(text: string, region: string | undefined): ReadPhone {
  const international = text.replace(/^00(?=[1-9])/, '+');
  const whole = international.startsWith('+');
  if (!whole && region === undefined)
    return notANumber(
      'It has no country code. Write it as +44 7911 123456, or choose the country these numbers belong to.',
    );
  const country = region !== undefined && isSupportedCountry(region) ? (region as CountryCode) : undefined;
  const read = parsePhoneNumberFromString(international, {
    extract: false,
    ...(!whole && country && { defaultCountry: country }),
  });
  if (read?.ext) return notANumber('It has an extension; WhatsApp knows numbers only.');
  const phone = read?.isPossible() ? parseE164(read.number) : undefined;
  if (phone) return { kind: 'phone', phone };
  return notANumber(
    read
      ? 'No number of that country has so many digits.'
      : 'This is not one phone number, or its country code does not exist.',
  );
}

function notANumber(why: string): ReadPhone {
  return { kind: 'refused', reach: 'not_a_number', why };
}
