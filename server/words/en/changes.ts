// What people's word on who is who does, before it is said or after; and why it was refused.
export const changes = {
  /** A name, with what tells this person from others of that name. */
  'person.in_full': '{name} ({identifier})',
  'change.other_portfolio':
    'They are customers of two different business portfolios, and nothing is ever carried from one to another.',
  'change.same_contact': 'They are one contact already.',
  'change.never_merge': '{by} said on {at, date, day} that these are never the same person. Take that back first.',
  'change.already_apart': '{by} said that on {at, date, day} already.',
  'change.account_unknown': 'This contact has no such account.',
  'change.alone': 'The account is alone in its contact: there is nobody to tell it apart from.',
  'change.step_unknown': 'Nobody was joined by a machine at this step.',
  'change.word_unknown': 'Nothing of the kind was said about this contact.',
  'change.taken_back': 'It has been taken back already.',
  'change.no_effect': 'It would change nothing: something that was said before stands against it.',
  'change.move.never': 'They are never put together again, by WhatsApp’s word or by mistake, until this is taken back.',
  'change.move.nothing': 'Who is who stays as it is.',
  'change.move.together': '{people} become one contact.',
  'change.move.threads':
    'Their {count, plural, one {# conversation stays} other {# conversations stay}} apart: every message stays where it is, and replies go on to each as before.',
  'change.move.links':
    'The contact goes on as that of {name}, who was seen first. Links to {others} lead there from now on.',
  'change.move.marketing': 'Marketing stops for all of it: {people} said stop.',
  'change.move.apart':
    '{count, plural, =2 {{people} are two contacts} one {{people} are # contact} other {{people} are # contacts}}.',
  'change.move.split':
    'What came under the identifiers of one stays with it, and what came under those of the other goes to a conversation of its own.',
  'change.move.stays': 'Every conversation stays with the account it belongs to.',
  'change.move.marketing_free': 'Marketing: the stop no longer holds for {people}, who did not say it.',
  'change.warning.both_in_use': 'Both are in use. Replies go on separately to each.',
  'change.warning.different_numbers': 'They use different numbers: {numbers}.',
  'change.warning.many_accounts':
    'That makes one person of {count, plural, one {# account} other {# accounts}}. More than {most, number} is unusual.',
  'change.warning.marketing_stopped': '{people} stopped marketing. Together it is stopped for both.',
} as const;
