// Contact cards (Meta, "Contacts messages", read 2026-09).

import { countProblems, lengthProblems, type SendProblem } from './send-problem.ts';

export interface ContactsSend {
  type: 'contacts';
  contacts: SendCard[];
}

export interface SendCard {
  name: {
    formatted_name: string;
    first_name?: string;
    last_name?: string;
    middle_name?: string;
    prefix?: string;
    suffix?: string;
  };
  phones?: { phone: string; type?: string; wa_id?: string }[];
  emails?: { email: string; type?: string }[];
  addresses?: {
    street?: string;
    city?: string;
    state?: string;
    zip?: string;
    country?: string;
    country_code?: string;
    type?: string;
  }[];
  org?: { company?: string; department?: string; title?: string };
  urls?: { url: string; type?: string }[];
  /** YYYY-MM-DD. */
  birthday?: string;
}

export function contactsProblems({ contacts }: ContactsSend): SendProblem[] {
  return [
    // WhatsApp takes up to 257; more than a few cannot be read on a phone.
    ...countProblems('contacts', contacts.length, { most: 257, what: 'cards' }),
    ...contacts.flatMap((card, index) => cardProblems(`contacts.${index}`, card)),
  ];
}

function cardProblems(field: string, { name, birthday }: SendCard): SendProblem[] {
  const { formatted_name: formatted, ...parts } = name;
  const named = Object.values(parts).some((part) => part !== undefined && part.trim() !== '');
  return [
    ...lengthProblems(`${field}.name.formatted_name`, formatted, { most: 1024 }),
    ...(named ? [] : [{ field: `${field}.name`, problem: 'must have a part of the name beside the formatted one' }]),
    ...(birthday === undefined || /^\d{4}-\d{2}-\d{2}$/.test(birthday)
      ? []
      : [{ field: `${field}.birthday`, problem: 'must be a day, as 1990-12-31' }]),
  ];
}
