// Whether a template can be sent now, and if not, why, in a sentence for whoever wanted to.

import type { TemplateStatus } from '@throughline/whatsapp';

/** `undefined`: it can. Dates are written out in UTC, since the reader's time zone is not known here. */
export function whyNotSendable({
  status,
  statusSince,
  reason,
}: {
  status: TemplateStatus;
  statusSince: Date | null;
  reason: string | null;
}): string | undefined {
  const since = statusSince ? ` on ${dayOf(statusSince)}` : '';
  const because = reason ? ` ${reason}` : '';
  switch (status) {
    case 'approved':
      return undefined;
    case 'pending':
      return `WhatsApp is still reviewing it${statusSince ? `, since ${dayOf(statusSince)}` : ''}. It can be sent once it is approved.`;
    case 'rejected':
      return `WhatsApp rejected it${since}.${because} Correct it in WhatsApp Manager and send it in again.`;
    case 'paused':
      return `WhatsApp paused it${since} because of low quality.${because} It can be sent again once WhatsApp lifts the pause.`;
    case 'disabled':
      return `WhatsApp disabled it${since}.${because} Choose another template.`;
    case 'deleted':
      return `It was deleted at WhatsApp${since}. Choose another template.`;
    case 'other':
      return `WhatsApp does not let it be sent now.${because} Look it up in WhatsApp Manager.`;
  }
}

function dayOf(date: Date): string {
  return date.toLocaleDateString('en', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
}
