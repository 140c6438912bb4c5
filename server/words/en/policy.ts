// What a portfolio chose about who is who: each choice by its name, what it does, and its value.
export const policy = {
  'policy.adoptionLimitDays.title': 'How long a number may be quiet',
  'policy.adoptionLimitDays.explains':
    'When a number comes with a WhatsApp account for the first time, its earlier history is taken for the same person’s if it was not quiet for longer than this. A year by default: customers who write twice a year stay one person.',
  'policy.adoptionLimitDays.value': '{days, plural, one {# day} other {# days}}',
  'policy.adoptionLimitDays.overridden':
    '{days, plural, one {# day, overridden by strict} other {# days, overridden by strict}}',
  'policy.strict.title': 'Strict about quiet numbers',
  'policy.strict.explains':
    'Allows 45 days only, after which WhatsApp itself takes a number for given to somebody else. Off by default: it shows many returning customers as new people. Choose it where a stranger seeing a conversation would be worse.',
  'policy.strict.on': 'on: 45 days',
  'policy.strict.off': 'off',
  'policy.joinOnSharedNumber.title': 'Join by a shared number',
  'policy.joinOnSharedNumber.explains':
    'When somebody answers a request for their number, and exactly one other account ever had it, the two are joined without asking. Off by default: the account before may be another person’s, so somebody is asked.',
  'policy.joinOnSharedNumber.on': 'on',
  'policy.joinOnSharedNumber.off': 'off: somebody is asked',
  'policy.acrossPortfolios.title': 'The same person in other portfolios',
  'policy.acrossPortfolios.explains':
    'Whether the same WhatsApp account in another portfolio of your group is shown beside a contact. Nobody is ever joined across portfolios. Apart by default: teams of different brands need not see each other’s customers.',
  'policy.acrossPortfolios.related': 'shown as related',
  'policy.acrossPortfolios.apart': 'kept apart',
  'policy.readReceipts.title': 'Blue ticks for customers',
  'policy.readReceipts.explains':
    'When somebody here opens a thread, the customer sees the ticks of their messages turn blue, and the dots while an answer is written. On by default, as people expect of WhatsApp. WhatsApp cannot show the dots without the ticks, so both are off together.',
  'policy.readReceipts.on': 'shown',
  'policy.readReceipts.off': 'not shown',
  'policy.joinLimits.title': 'How much one person may be made of',
  'policy.joinLimits.explains':
    'Beyond this many accounts or numbers nothing is joined without asking: so many are rarely one person. Cannot be changed.',
  'policy.joinLimits.value':
    '{accounts, plural, one {# account} other {# accounts}}, {numbers, plural, one {# number} other {# numbers}}',
} as const;
