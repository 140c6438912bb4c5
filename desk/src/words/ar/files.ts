import type { files as english } from '../en/files.ts';

export const files: Record<keyof typeof english, string> = {
  'files.bytes': '{size, number} بايت',
  'files.kilobytes': '{size} ك.ب',
  'files.megabytes': '{size} م.ب',
  'files.gigabytes': '{size} غ.ب',
  'files.text': 'نص',
  'files.file': 'ملف',
};
