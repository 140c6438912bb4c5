// Where a send goes: `to`, `recipient`, both or neither, by the rules of the send endpoint and by what integrators saw of it
// (Meta, "Business-scoped user IDs", read 2026-09; a BSUID in `to` from three independent reports, July and August 2026).

import { faultOf, type MetaFault } from './errors.ts';
import type { Json } from './payloads.ts';
import { callingCodeOf, digitsOf, spellingsOf } from './phones.ts';
import type { Registry } from './registry.ts';
import type { AddressedBy, BusinessNumber, PersonRecord } from './state.ts';

export interface Address {
  kind: 'address';
  by: AddressedBy;
  input: string;
  waId?: string;
  /** Absent: nobody is there, and the message fails later. */
  person?: PersonRecord;
  /** Nobody is there and nothing will be said about it. */
  silent?: boolean;
}

type Addressing = Address | { kind: 'refused'; fault: MetaFault };

const refused = (fault: MetaFault): Addressing => ({ kind: 'refused', fault });

export function addressOf(world: Registry, number: BusinessNumber, body: Json): Addressing {
  const kind = body.recipient_type ?? 'individual';
  if (kind !== 'individual' && kind !== 'group') {
    return refused(faultOf(100, '(#100) Param recipient_type must be one of {INDIVIDUAL, GROUP}'));
  }
  const to = textOf(body.to);
  const recipient = textOf(body.recipient);
  if (to === undefined && recipient === undefined) return refused(faultOf(100, 'The parameter to is required.'));
  if (to === undefined) return byUserId(world, number, recipient as string);
  if (kind === 'group') return { kind: 'address', by: 'group', input: to };
  return byPhone(world, number, to);
}

function byUserId(world: Registry, number: BusinessNumber, recipient: string): Addressing {
  const owner = world.ownerOf(recipient, number);
  if (owner === undefined) {
    return refused(
      faultOf(world.knobs.unknownRecipientCode, 'The recipient is not a user id this business number can reach'),
    );
  }
  return { kind: 'address', by: owner.kind, input: recipient, person: owner.person };
}

function byPhone(world: Registry, number: BusinessNumber, to: string): Addressing {
  const digits = dialled(world, number, to);
  if (digits.length === 0) return refused(faultOf(131009, 'Parameter to is not a phone number'));
  if (/[A-Za-z]/.test(to)) {
    // A user id in `to`: the letters are dropped, the rest is dialled, and nobody has that number.
    return { kind: 'address', by: 'phone', input: to, waId: digits, silent: world.knobs.bsuidInTo === 'silent' };
  }
  if (spellingsOf(digits).includes(number.displayPhone)) return refused(faultOf(131021));
  const person = world.holderOf(digits);
  return {
    kind: 'address',
    by: 'phone',
    input: to,
    waId: person?.phone ?? digits,
    ...(person === undefined ? {} : { person }),
  };
}

/** The digits WhatsApp dials for `to`. Without a `+`, the business number's calling code is put in front. */
function dialled(world: Registry, number: BusinessNumber, to: string): string {
  const digits = digitsOf(to);
  if (to.trim().startsWith('+') || /[A-Za-z]/.test(to) || digits.length === 0) return digits;
  const complete = world.holderOf(digits) !== undefined || digits === number.displayPhone;
  if (world.knobs.plainNumbers === 'observed' && complete) return digits;
  return callingCodeOf(number.displayPhone) + digits;
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.length > 0 ? value : undefined;
}
