export const files = {
  'files.bytes': '{size, number} bytes',
  'files.kilobytes': '{size} kB',
  'files.megabytes': '{size} MB',
  'files.gigabytes': '{size} GB',
  'files.text': 'Text',
  'files.file': 'File',
} as const;
