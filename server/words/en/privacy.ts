// What a person is sent who asks for what is theirs, and what is said of somebody erased.
export const privacy = {
  'privacy.code':
    'Your code is {code}. You asked us about your personal data; read this code to whoever is helping you. It counts for 15 minutes. If you did not ask, ignore this message.',
  'problem.erased': 'This person was erased at their own wish. Nothing of them is left here.',
  'title.erased': 'Erased',
  'problem.privacy_ended': 'This request is over. Record another one.',
  'problem.privacy_running': 'This request is being carried out and cannot be stopped halfway.',
  'problem.privacy_not_verified':
    'Nobody has shown yet that they are who this is about. Send a code, or record what was seen.',
  'problem.privacy_already_verified': 'Who asks was verified before.',
  'problem.privacy_held': 'A legal hold keeps this person’s data. Release it first.',
  'problem.privacy_no_corrections': 'Say first what is to be corrected.',
  'problem.privacy_no_rectification': 'Only a request for correction names what is to be corrected. Record one.',
  'problem.privacy_not_awaiting': 'There is nothing to approve: run it first.',
  'problem.privacy_same_person': 'Whoever ran this cannot approve it. Somebody else must look.',
  'problem.privacy_already_extended': 'The time was extended before, and may be extended once.',
  'problem.privacy_already_confirmed': 'Its receipt was confirmed before.',
  'problem.privacy_not_running': 'It is not being carried out.',
  'problem.privacy_code_too_soon': 'A code went a moment ago. Another may be sent in a minute.',
  'problem.privacy_no_thread': 'There is no thread with this person to send a code to. Record another proof.',
  'problem.privacy_code_not_sent': 'WhatsApp would not take a message to this person now. Record another proof.',
  'problem.privacy_code_window_closed':
    'More than 24 hours have passed since this person wrote, and there is no approved authentication template to send a code by. Have them write first, get such a template approved, or record another proof.',
  'problem.privacy_code_needs_phone':
    'More than 24 hours have passed since this person wrote. A code can go by an authentication template to a phone number only, and theirs is not known. Have them write first, or record another proof.',
  'problem.privacy_code_address_lost':
    'The number this thread knew belongs to somebody else now, and a code would reach them. Record another proof.',
  'problem.privacy_code_blocked':
    'This person is blocked on this business number. Unblock them, or record another proof.',
  'problem.privacy_code_wrong':
    'That is not the code. It may be tried {left, plural, one {# more time} other {# more times}}.',
  'problem.privacy_code_used_up': 'This code does not count any more. Send another one.',
  'problem.privacy_no_archive':
    'There is no archive to take: the request is none for access, has not been run, or the time for it is over.',
  'problem.privacy_correction_refused':
    'One of the corrections cannot be carried out as it is named, so none was. The dry run says which, and why.',
  'problem.privacy_whom': 'Say whom it is about: contactId, or subject.',
  'problem.subject_unknown':
    'Nobody has this today. Whoever had it before is listed by /privacy/subjects; name them by contactId once their identity is proven.',
  'problem.subject_not_unique': 'Several people fit. Look at /privacy/subjects, and name one by contactId.',
  'problem.privacy_account_unknown': 'One of these accounts is not this contact’s.',
  'correction.nobody_left': 'Nobody the request covers would be left.',
  'correction.contact_unknown': 'There is no such contact any more.',
  'correction.field_unknown': 'This field is not in use.',
  'correction.field_unfit': 'This value does not fit the field.',
} as const;
