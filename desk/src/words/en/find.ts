/** Searching in one conversation. */
export const find = {
  'find.title': 'Search in this conversation',
  'find.label': 'Search in this conversation',
  'find.hint': 'Words in this conversation',
  'find.none': 'Nothing found',
  'find.count': '{at, number} of {count, number}',
  'find.failed': 'The search did not answer',
  'find.older': 'Earlier hit',
  'find.newer': 'Later hit',
  'find.day': 'Go to a day',
  'find.close': 'Close the search',
  'find.jumpFailed': 'That place could not be loaded.',
} as const;
