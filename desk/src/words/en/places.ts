// Names of screens on the rail that are fetched only when somebody goes there.

export const places = {
  'places.people': 'Contacts',
  'places.privacy': 'Privacy',
  'places.privacySettings': 'Privacy and retention',
  'places.board': 'Board',
} as const;
