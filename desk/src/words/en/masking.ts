// Customers' numbers by role: masked, and shown for a reason.

export const masking = {
  'masking.title': 'Phone numbers',
  'masking.intro':
    'Who sees customers’ numbers in full. It holds for everything Throughline shows and answers, within a second.',
  'masking.failed': 'The setting cannot be shown',
  'masking.maskedFor': 'Numbers are masked for',
  'masking.hint':
    'They see the country and the last digits. They can still search by a whole number, and show one person’s numbers when they need them. Each time is written down. What customers wrote stays as they wrote it.',
  'masking.saved': 'Saved. It holds from now on.',
  'masking.show': 'Show',
  'masking.showNumbers': 'Show the numbers of {name} in full',
  'masking.writtenDown': 'Shown in full. It was written down that you looked.',
  'masking.whatFor': 'What do you need the number for?',
  'masking.reason':
    '{reason, select, call_them {To call them} check_identity {To check who they are} other_channel {To reach them another way} privacy_request {For a privacy request} other {For something else}}',
} as const;
