// Imports: why a list is not taken in, or not gone on with.
export const imports = {
  'problem.not_found.import': 'There is no such import, or it is not yours to see.',
  'problem.import_masked': 'Your role sees numbers masked, and a list has them whole.',
  'title.import_masked': 'Numbers are masked',
  'problem.import_state': 'Not now: first it is read, then looked at, then carried out. Ask how far it is.',
  'title.import_state': 'Not now',
  'problem.import_columns': 'Name every column of the list in order, or null, and each thing once.',
  'title.import_columns': 'Columns do not fit',
  'problem.import_too_long':
    'A list may have 100 MB and 1,000,000 rows. Split it, and bring the parts one after the other.',
} as const;
