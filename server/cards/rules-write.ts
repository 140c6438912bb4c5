// A card as a vCard 4 file (RFC 6350): made by us from what was read, never the text somebody sent. Pure.

import type { Card } from '@throughline/contract';

/** One card, with CRLF ends and lines folded at 75 octets. */
export function writeCard(card: Card): string {
  const { name, organization, birthday } = card;
  const lines = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    `FN:${text(name.formatted)}`,
    `N:${[name.last, name.first, name.middle, name.prefix, name.suffix].map((part) => text(part ?? '')).join(';')}`,
    ...(organization?.company || organization?.department
      ? [
          `ORG:${[organization.company ?? '', organization.department].flatMap((part) => (part === undefined ? [] : [text(part)])).join(';')}`,
        ]
      : []),
    ...(organization?.title ? [`TITLE:${text(organization.title)}`] : []),
    ...card.phones.map((one) =>
      one.phone
        ? `TEL;VALUE=uri${type(one.type)}:tel:${one.phone}`
        : `TEL;VALUE=text${type(one.type)}:${text(one.text)}`,
    ),
    ...card.emails.map((one) => `EMAIL${type(one.type)}:${text(one.email)}`),
    ...card.addresses.map(
      (one) =>
        `ADR${type(one.type)}:;;${[one.street, one.city, one.state, one.zip, one.country ?? one.countryCode].map((part) => text(part ?? '')).join(';')}`,
    ),
    ...card.urls.map((one) => `URL${type(one.type)}:${oneLine(one.url)}`),
    ...(birthday ? [birthdayLine(birthday)] : []),
    ...(card.note ? [`NOTE:${text(card.note)}`] : []),
    'END:VCARD',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** RFC 6350, 3.4. */
function text(value: string): string {
  return value
    .replaceAll(/[^\P{Cc}\t\r\n]/gu, '')
    .replaceAll('\\', '\\\\')
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,');
}

const oneLine = (value: string) => value.replaceAll(/[\p{Cc}\s]/gu, '');

/** Only a plain word may stand there, so that nothing on a card can begin a parameter or a line. */
function type(word: string | undefined): string {
  const plain = word?.toLowerCase().replaceAll(/[^a-z0-9-]/g, '');
  return plain ? `;TYPE=${plain === 'mobile' ? 'cell' : plain}` : '';
}

function birthdayLine(birthday: string): string {
  const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(birthday) ?? [];
  return year ? `BDAY:${year}${month}${day}` : `BDAY;VALUE=text:${text(birthday)}`;
}

const lineOctets = 75;

/** No line longer than 75 octets, and no letter cut in two (RFC 6350, 3.2). */
function folded(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let octets = 0;
  for (const letter of line.toWellFormed()) {
    const size = Buffer.byteLength(letter);
    if (octets + size > lineOctets) {
      pieces.push(piece);
      piece = ' ';
      octets = 1;
    }
    piece += letter;
    octets += size;
  }
  return [...pieces, piece].join('\r\n');
}
