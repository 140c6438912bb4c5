// Why a template cannot be sent, to anybody or to this person.
export const templates = {
  'template.pending': 'WhatsApp is still reviewing it. It can be sent once it is approved.',
  'template.pending.since':
    'WhatsApp is still reviewing it, since {since, date, day}. It can be sent once it is approved.',
  'template.rejected': 'WhatsApp rejected it. Correct it in WhatsApp Manager and send it in again.',
  'template.rejected.since':
    'WhatsApp rejected it on {since, date, day}. Correct it in WhatsApp Manager and send it in again.',
  'template.paused': 'WhatsApp paused it because of low quality. It can be sent again once WhatsApp lifts the pause.',
  'template.paused.since':
    'WhatsApp paused it on {since, date, day} because of low quality. It can be sent again once WhatsApp lifts the pause.',
  'template.disabled': 'WhatsApp disabled it. Choose another template.',
  'template.disabled.since': 'WhatsApp disabled it on {since, date, day}. Choose another template.',
  'template.deleted': 'It was deleted at WhatsApp. Choose another template.',
  'template.deleted.since': 'It was deleted at WhatsApp on {since, date, day}. Choose another template.',
  'template.other': 'WhatsApp does not let it be sent now. Look it up in WhatsApp Manager.',
  /** `reason`: Meta's own words, in the language Meta wrote them. */
  'template.why': '{why} {reason}',
  'template.needs_number':
    'WhatsApp delivers codes to phone numbers only, and this person has hidden theirs. Ask for the number first.',
  'template.nobody': 'No number or account of this person is known that is theirs now.',
} as const;
