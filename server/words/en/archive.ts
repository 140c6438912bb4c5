// What a copy of somebody's data says to them.
export const archive = {
  'archive.title': 'Your data',
  'archive.intro':
    'This is everything that is kept about you here, as of {on, date, day}. The same stands in data.json, for programs to read; schema.json describes it.',
  'archive.known': 'What you are known by',
  'archive.since': 'since {from, date, day}',
  'archive.between': 'from {from, date, day} until {until, date, day}',
  'archive.why': 'Why this is held to be you',
  'archive.recipients': 'Who else receives your messages',
  'archive.recipients.meta': 'WhatsApp (Meta), which carries every message and call.',
  'archive.recipients.staff': 'The people who answer you at this business.',
  'archive.said': 'What was said with {name}',
  'archive.you': 'You',
  'archive.us': 'We',
  'archive.call': 'Call',
  'archive.files': 'Files',
  'archive.part': '{from, date, day} to {until, date, day}',
  'archive.start': 'To the beginning',
  'archive.earlier': 'Earlier',
  'archive.later': 'Later',
  'archive.some_files': 'Files {from, number} to {until, number}',
  'archive.rest': 'Everything else, with times and technical details, is in data.json.',
} as const;
