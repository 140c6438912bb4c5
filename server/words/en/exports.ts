// Exports: why one is not made, or not handed out.
export const exports_ = {
  'problem.not_found.export': 'There is no such export, or it is not yours to see.',
  'problem.not_found.export_schedule': 'There is no such schedule, or it is not yours to see.',
  'problem.export_not_yours.kind': 'Your role may not read what this export holds.',
  'problem.export_not_yours.accounts': 'Your role may not read WhatsApp’s own ids, so it cannot have them in a file.',
  'problem.export_not_yours.masked': 'Your role sees numbers masked, and this file has them whole.',
  'title.export_not_yours': 'Not yours to take away',
  'problem.export_not_ready': 'There is no file to download: it is not made yet, or it is gone.',
  'title.export_not_ready': 'No file here',
  'problem.too_many_exports': 'As many exports wait as may wait. Ask again when one of them is done.',
  'title.too_many_exports': 'Too many exports',
  'problem.too_many_schedules': 'There are as many schedules as there may be. Delete one first.',
  'title.too_many_schedules': 'Too many schedules',
  'problem.no_such_zone': 'There is no such time zone. Name a place, such as Europe/Lisbon.',
  'problem.no_such_rhythm':
    'Name a day from 1 to 7 for every week, from 1 to 31 for every month, and none for every day.',
  'problem.coverage_has_no_tags': 'Coverage is counted over all people: leave the tag out.',
  'problem.coverage_has_no_accounts': 'Coverage is made of counts: there are no ids in it.',
  'title.export_not_possible': 'Not possible so',
} as const;
