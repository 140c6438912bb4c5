// Ids as Meta makes them. Nobody should read them; they are faithful so that a reader who does anyway is found out.

import type { Random } from './random.ts';

const HEX = '0123456789ABCDEF';
const DECIMAL = '0123456789';
const ALPHANUMERIC = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

export type Direction = 'inbound' | 'outbound';

/**
 * A message id holding the customer's identifier and a random tail, in the layout decoded from Meta's samples: outbound ids
 * carry 0x11, inbound ids 0x12, and ids scoped to a BSUID carry 0x04 where phone-scoped ones carry 0x02.
 */
export function mintWamid(identifier: string, tail: string, direction: Direction): string {
  const scope = /\./.test(identifier) ? 0x04 : 0x02;
  return `wamid.${layout(identifier, scope, direction === 'outbound' ? 0x11 : 0x12, tail)}`;
}

export function mintCallId(identifier: string, tail: string): string {
  return `wacid.${layout(identifier, 0x02, 0x11, tail)}`;
}

function layout(identifier: string, scope: number, direction: number, tail: string): string {
  const name = Buffer.from(identifier, 'ascii');
  return Buffer.concat([
    Buffer.from([0x1c, 0x18, ...varint(name.length)]),
    name,
    Buffer.from([0x15, scope, 0x00, direction, 0x18, tail.length]),
    Buffer.from(tail, 'ascii'),
    Buffer.from([0x00]),
  ]).toString('base64');
}

const varint = (length: number): number[] => (length < 128 ? [length] : [(length & 0x7f) | 0x80, length >> 7]);

export const mintTail = (random: Random): string => random.text(HEX, 18);

export interface BsuidStyle {
  /** Characters after the country: 16 as seen live, 20 as in Meta's examples, up to 128. */
  length: number;
  alphabet: 'digits' | 'alphanumeric';
}

export function mintBsuid(country: string, style: BsuidStyle, random: Random): string {
  return `${country}.${bodyOf(style, random)}`;
}

export function mintParentBsuid(country: string, style: BsuidStyle, random: Random): string {
  return `${country}.ENT.${bodyOf(style, random)}`;
}

function bodyOf(style: BsuidStyle, random: Random): string {
  const alphabet = style.alphabet === 'digits' ? DECIMAL : ALPHANUMERIC;
  return random.pick([...'123456789']) + random.text(alphabet, style.length - 1);
}
