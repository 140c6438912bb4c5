import type { files as english } from '../en/files.ts';

export const files: Record<keyof typeof english, string> = {
  'files.bytes': '{size, number} बाइट',
  'files.kilobytes': '{size} kB',
  'files.megabytes': '{size} MB',
  'files.gigabytes': '{size} GB',
  'files.text': 'टेक्स्ट',
  'files.file': 'फ़ाइल',
};
