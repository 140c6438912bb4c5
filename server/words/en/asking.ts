// Whether a person's number may be asked for, and what came of it.
export const asking = {
  'asking.shared_before':
    'They shared their number. Somebody else here had it before, so there is a question whether the two are one person; a supervisor can settle it.',
  'asking.not_theirs':
    'They shared their number when they were asked, but it is not theirs any more. Nobody is asked twice within 30 days.',
  'asking.message': 'The person sees a button that shares the number. Whether they tap it is theirs to decide.',
  'asking.template':
    'More than 24 hours have passed, so the question goes as a template with a button that shares the number.',
  'asking.number_known': 'Their number is known.',
  'asking.blocked': 'This person is blocked on this number.',
  'asking.address_lost': 'No way to this person is known. Wait until they write.',
  'asking.pending': 'They were asked, and have not answered yet. WhatsApp does not tell of a refusal.',
  'asking.no_answer': 'They were asked and did not answer. Nobody is asked twice within 30 days.',
  'asking.asked_recently': 'They were asked not long ago. Nobody is asked twice within 30 days.',
  'asking.no_template':
    'More than 24 hours have passed, and there is no approved template with the button that shares the number. An administrator can make one in WhatsApp Manager.',
  'asking.refused': '{why} Nothing was sent.',
  'asking.refused.again': '{why} It may be asked again on {again, date, day}. Nothing was sent.',
} as const;
