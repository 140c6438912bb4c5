// Questions about who is who: what was seen, what is asked, and what follows from each answer.
export const reviews = {
  'review.recycled_number.title': 'Is {name} the same person as {other}, who had {number} before?',
  'review.recycled_number.detail':
    'The number came with another WhatsApp account, and WhatsApp did not say that they are one person. Numbers are given to new people, so they were kept apart.',
  'review.recycled_number.happened': '{number} came with another WhatsApp account.',
  'review.unattested_number_change.title': '{name} writes from {number} now. Is it still them?',
  'review.unattested_number_change.detail':
    'It is the same WhatsApp account on another number, and WhatsApp did not announce the change. Worth a check before anything private is shared.',
  'review.unattested_number_change.happened': 'The same WhatsApp account came with {number}.',
  'review.missing_rotation.title': 'Is everything under {name} one person?',
  'review.missing_rotation.detail':
    'Two WhatsApp accounts were named as one person’s by WhatsApp, which never said that the one became the other. They were taken for one.',
  'review.missing_rotation.happened': 'WhatsApp named a second account as the same person’s.',
  'review.conflicting_parent.title': 'Is {name} the same person as {other}?',
  'review.conflicting_parent.detail':
    'WhatsApp named the two as one person’s now, and as two people’s before. They were kept apart.',
  'review.conflicting_parent.happened': 'WhatsApp named the two as one person’s.',
  'review.conflicting_shared_number.title': 'Is {name}, who shared {number}, the same person as {other}?',
  'review.conflicting_shared_number.detail':
    'WhatsApp vouches that the number is theirs now. Another WhatsApp account had it before, so they were kept apart.',
  'review.conflicting_shared_number.happened': '{name} shared {number} when asked for it.',
  'review.claimed_number.title': 'Is {name} the same person as {other}, who has {number}?',
  'review.claimed_number.detail': 'Somebody here noted the number as theirs. That alone joins nobody.',
  'review.claimed_number.happened': '{number} was noted here as a number of {name}.',
  'review.too_many_parts.title': 'Is {name} the same person as {other}?',
  'review.too_many_parts.detail':
    'They would be taken for one, but one person would then have unusually many accounts or numbers. They were kept apart.',
  'review.too_many_parts.happened': 'What WhatsApp sent would have joined the two.',
  /** Where a name or a number is not known. */
  'review.somebody_else': 'somebody else',
  'review.somebody': 'somebody',
  'review.a_number': 'a number',
  'review.same.label': 'Same person',
  'review.same.explains':
    'They become one contact. Their conversations stay apart, and replies go on to each as before.',
  'review.different.label': 'Different people',
  'review.different.explains': 'They stay apart, and nothing ever joins them until this is taken back.',
  'review.different.joined.explains':
    'They are told apart: what came under each one’s identifiers goes to a conversation of its own. Nothing joins them again until this is taken back.',
  'review.right.label': 'It is right',
  'review.right.explains': 'Nothing changes, and nobody is asked again.',
  'review.led.account': 'A WhatsApp account of {name} was first seen.',
  'review.led.first': '{phone} was first seen with {name}.',
  'review.led.last': '{name} last wrote from {phone}.',
} as const;
