// What is said in more than one folder of screens.

export const common = {
  'common.tryAgain': 'Try again',
  'common.cancel': 'Cancel',
  'common.close': 'Close',
  'common.delete': 'Delete',
  'common.stop': 'Stop',
  'common.save': 'Save',
  'common.back': 'Back',
  'common.showMore': 'Show more',
  'common.quoted': '“{words}”',
  'common.optional': 'Optional.',
  'common.wentWrong': 'Something went wrong.',
  'common.yes': 'Yes',
  'common.no': 'No',
} as const;
