/** The areas of the words that the frame and the list of conversations say; a test holds them against what is drawn first. */
export const firstAreas: readonly string[] = [
  'api',
  'app',
  'command',
  'common',
  'filters',
  'inbox',
  'places',
  'shell',
  'time',
  'together',
  'ui',
  'work',
];
