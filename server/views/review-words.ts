// Questions about who is who, as agents read them: what was seen, what is asked, and what follows from each answer.

import type { Review } from '@throughline/contract';
import type { Answer } from '../contacts/rules-reviews.ts';
import { isolated, spokenPhone } from './words.ts';

/** Whom it is about, by their best names. `other` is null where nobody else is concerned. */
export interface Asked {
  type: Review['type'];
  name: string;
  other: string | null;
  phone: string | null;
}

export interface ReviewWords {
  title: string;
  detail: string;
  /** What happened at the moment the question came up. */
  happened: string;
}

export function reviewWords({ type, name, other, phone }: Asked): ReviewWords {
  const who = isolated(name);
  const else_ = other === null ? 'somebody else' : isolated(other);
  const number = phone === null ? 'a number' : spokenPhone(phone);
  switch (type) {
    case 'recycled_number':
      return {
        title: `Is ${who} the same person as ${else_}, who had ${number} before?`,
        detail:
          'The number came with another WhatsApp account, and WhatsApp did not say that they are one person. Numbers are given to new people, so they were kept apart.',
        happened: `${number} came with another WhatsApp account.`,
      };
    case 'unattested_number_change':
      return {
        title: `${who} writes from ${number} now. Is it still them?`,
        detail:
          'It is the same WhatsApp account on another number, and WhatsApp did not announce the change. Worth a check before anything private is shared.',
        happened: `The same WhatsApp account came with ${number}.`,
      };
    case 'missing_rotation':
      return {
        title: `Is everything under ${who} one person?`,
        detail:
          'Two WhatsApp accounts were named as one person’s by WhatsApp, which never said that the one became the other. They were taken for one.',
        happened: 'WhatsApp named a second account as the same person’s.',
      };
    case 'conflicting_parent':
      return {
        title: `Is ${who} the same person as ${else_}?`,
        detail: 'WhatsApp named the two as one person’s now, and as two people’s before. They were kept apart.',
        happened: 'WhatsApp named the two as one person’s.',
      };
    case 'conflicting_shared_number':
      return {
        title: `Is ${who}, who shared ${number}, the same person as ${else_}?`,
        detail:
          'WhatsApp vouches that the number is theirs now. Another WhatsApp account had it before, so they were kept apart.',
        happened: `${who} shared ${number} when asked for it.`,
      };
    case 'claimed_number':
      return {
        title: `Is ${who} the same person as ${else_}, who has ${number}?`,
        detail: 'Somebody here noted the number as theirs. That alone joins nobody.',
        happened: `${number} was noted here as a number of ${who}.`,
      };
    case 'too_many_parts':
      return {
        title: `Is ${who} the same person as ${else_}?`,
        detail:
          'They would be taken for one, but one person would then have unusually many accounts or numbers. They were kept apart.',
        happened: 'What WhatsApp sent would have joined the two.',
      };
  }
}

export function actionWords(type: Review['type'], action: Answer): Review['actions'][number] {
  const joinedAlready = type === 'missing_rotation';
  switch (action) {
    case 'same':
      return {
        action,
        label: 'Same person',
        explains: 'They become one contact. Their conversations stay apart, and replies go on to each as before.',
      };
    case 'different':
      return {
        action,
        label: 'Different people',
        explains: joinedAlready
          ? 'They are told apart: what came under each one’s identifiers goes to a conversation of its own. Nothing joins them again until this is taken back.'
          : 'They stay apart, and nothing ever joins them until this is taken back.',
      };
    case 'right':
      return {
        action,
        label: joinedAlready ? 'Same person' : 'It is right',
        explains: 'Nothing changes, and nobody is asked again.',
      };
  }
}
