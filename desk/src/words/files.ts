// Sizes, lengths and kinds of files as an agent reads them.

import { locale, say } from './say.tsx';

/** "640 bytes", "2.4 MB": in thousands, as people's computers and WhatsApp's limits count. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return say('files.bytes', { size: bytes });
  if (bytes < 1_000_000) return say('files.kilobytes', { size: roughly(bytes / 1000) });
  if (bytes < 1_000_000_000) return say('files.megabytes', { size: roughly(bytes / 1_000_000) });
  return say('files.gigabytes', { size: roughly(bytes / 1_000_000_000) });
}

/** One digit behind the point where it says something. */
function roughly(size: number): string {
  return size.toLocaleString(locale(), { maximumFractionDigits: size < 10 ? 1 : 0 });
}

/** "0:14", "12:05", "1:02:09". */
export function lengthText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const digits = (part: number, least: number) =>
    part.toLocaleString(locale(), { minimumIntegerDigits: least, useGrouping: false });
  return h > 0 ? `${digits(h, 1)}:${digits(m, 2)}:${digits(s, 2)}` : `${digits(m, 1)}:${digits(s, 2)}`;
}

const named: Record<string, string> = {
  'application/pdf': 'PDF',
  'application/msword': 'Word',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word',
  'application/vnd.ms-excel': 'Excel',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel',
  'application/vnd.ms-powerpoint': 'PowerPoint',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'PowerPoint',
  'text/csv': 'CSV',
  'application/zip': 'ZIP',
};

/** What kind of file it is, in a word: "PDF", "Word", "PNG"; "File" where nobody can say. */
export function kindText(mimeType: string | undefined, filename: string | undefined): string {
  const known = mimeType === undefined ? undefined : named[mimeType];
  if (known !== undefined) return known;
  if (mimeType === 'text/plain') return say('files.text');
  const ending = filename?.match(/\.([a-z0-9]{1,5})$/i)?.[1] ?? mimeType?.match(/^\w+\/([a-z0-9]{2,5})$/)?.[1];
  return ending === undefined ? say('files.file') : ending.toUpperCase();
}

/** An amount of money with its currency: "R$ 454.40". A currency nobody knows stands behind the number. */
export function moneyText(amount: number, currency: string | undefined): string {
  if (currency === undefined) return amount.toLocaleString(locale(), { minimumFractionDigits: 2 });
  try {
    return amount.toLocaleString(locale(), { style: 'currency', currency });
  } catch {
    return `${amount.toLocaleString(locale())} ${currency}`;
  }
}
