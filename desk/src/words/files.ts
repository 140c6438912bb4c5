// Sizes, lengths and kinds of files as an agent reads them. Pure.

const steps = ['bytes', 'kB', 'MB', 'GB'] as const;

/** "640 bytes", "2.4 MB": in thousands, as people's computers and WhatsApp's limits count. */
export function sizeText(bytes: number): string {
  let size = bytes;
  let step = 0;
  while (size >= 1000 && step < steps.length - 1) {
    size /= 1000;
    step += 1;
  }
  const digits = step > 0 && size < 10 ? 1 : 0;
  return `${size.toLocaleString('en-GB', { maximumFractionDigits: digits })} ${steps[step]}`;
}

/** "0:14", "12:05", "1:02:09". */
export function lengthText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (part: number) => String(part).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

const named: Record<string, string> = {
  'application/pdf': 'PDF',
  'application/msword': 'Word',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word',
  'application/vnd.ms-excel': 'Excel',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel',
  'application/vnd.ms-powerpoint': 'PowerPoint',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'PowerPoint',
  'text/plain': 'Text',
  'text/csv': 'CSV',
  'application/zip': 'ZIP',
};

/** What kind of file it is, in a word: "PDF", "Word", "PNG"; "File" where nobody can say. */
export function kindText(mimeType: string | undefined, filename: string | undefined): string {
  const known = mimeType === undefined ? undefined : named[mimeType];
  if (known !== undefined) return known;
  const ending = filename?.match(/\.([a-z0-9]{1,5})$/i)?.[1] ?? mimeType?.match(/^\w+\/([a-z0-9]{2,5})$/)?.[1];
  return ending === undefined ? 'File' : ending.toUpperCase();
}

/** An amount of money with its currency: "R$ 454.40". A currency nobody knows stands behind the number. */
export function moneyText(amount: number, currency: string | undefined): string {
  if (currency === undefined) return amount.toLocaleString('en-GB', { minimumFractionDigits: 2 });
  try {
    return amount.toLocaleString('en-GB', { style: 'currency', currency });
  } catch {
    return `${amount.toLocaleString('en-GB')} ${currency}`;
  }
}
