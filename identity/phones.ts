// National variants: one number in two spellings, folded to one key. Replies still go to the spelling Meta sent.
//
// Meta calls the changing prefix digit of Brazil and Mexico expected ("Phone numbers", read 2026-09); Argentina's 9 is
// field experience: inbound 549..., while some sends want 54....

import type { E164 } from './identifiers.ts';

declare const phoneKey: unique symbol;
/** What a phone is compared by. Never shown, never sent to. */
export type PhoneKey = string & { readonly [phoneKey]: true };

interface Variant {
  country: string;
  long: RegExp;
  /** Of the long form, the part to leave out. */
  fold: (digits: string) => string;
}

const variants: Variant[] = [
  // Brazil: two-digit area code, then a mobile number of 8 digits that may carry a leading 9. Fixed lines start with 2 to 5.
  { country: 'BR', long: /^\+55[1-9]{2}9[6-9]\d{7}$/, fold: (phone) => phone.slice(0, 5) + phone.slice(6) },
  // Mexico: 1 after the country code for mobiles, dropped from dialling in 2019 and still met.
  { country: 'MX', long: /^\+521\d{10}$/, fold: (phone) => `+52${phone.slice(4)}` },
  // Argentina: 9 after the country code for mobiles.
  { country: 'AR', long: /^\+549\d{10}$/, fold: (phone) => `+54${phone.slice(4)}` },
];

export function phoneKeyOf(phone: E164): PhoneKey {
  const variant = variants.find(({ long }) => long.test(phone));
  return (variant ? variant.fold(phone) : phone) as PhoneKey;
}
