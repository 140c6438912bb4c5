// Why a file is not there, in sentences agents can act on.

import { limits } from '../limits.ts';
import { type MediaType, sizeWords } from '../media/rules-types.ts';

interface Told {
  type: MediaType;
  state: string;
  reason: string | null;
  missing: boolean;
}

/** Undefined for a file that is there. */
export function mediaReason({ type, state, reason, missing }: Told): string | undefined {
  if (missing)
    return 'The file is missing from the storage. Ask for it again, or ask the administrator for the backup.';
  switch (state) {
    case 'ready':
      return undefined;
    case 'waiting':
      return waiting[reason ?? ''] ?? 'It is being fetched from WhatsApp.';
    case 'too_large':
      return `It is larger than the ${sizeWords(limits.mediaBytes[type])} taken for this kind of file. Ask for a smaller one, or a link to it.`;
    case 'expired':
      return 'WhatsApp no longer had it. Ask the customer to send it again.';
    case 'failed':
      return failed[reason ?? ''] ?? 'It could not be fetched, tried for a week. Ask the customer to send it again.';
    default:
      return erased[reason ?? ''] ?? 'It was removed here.';
  }
}

const waiting: Readonly<Record<string, string>> = {
  storage_full:
    'The space for files is used up. It is fetched as soon as there is room, for a week at most; an administrator can make some.',
  meta_busy: 'WhatsApp did not hand it over yet. It is tried again by itself.',
  unreachable: 'WhatsApp could not be reached. It is tried again by itself.',
  denied:
    'WhatsApp refuses our access. It is tried again by itself; an administrator should look whether the access token is valid.',
  damaged: 'It arrived damaged. It is tried again by itself.',
  storage: 'It could not be stored. It is tried again by itself; an administrator should look at the log.',
};

const failed: Readonly<Record<string, string>> = {
  storage_full: 'There was no space for it while WhatsApp still had it. Ask the customer to send it again.',
  denied:
    'WhatsApp refused our access for a week. Once an administrator has mended that, ask the customer to send it again.',
  damaged: 'It arrived damaged each time. Ask the customer to send it again.',
};

const erased: Readonly<Record<string, string>> = {
  erased: 'It was erased.',
  retention: 'It is no longer kept: files are removed here after the time set for them.',
  unused: 'It was uploaded and not sent within a day, and is no longer kept. Upload it again.',
};
