// Why messages wait, in sentences: for an agent about one message, and for whoever runs the place about a number.

import type { WaitingReason } from '../outbound/rules-waiting.ts';

const texts: Record<WaitingReason, { message: string; number: string }> = {
  turn: {
    message: 'It waits its turn: more is being sent from this number than WhatsApp takes at once.',
    number: 'Waiting their turn. Nothing needs to be done.',
  },
  order: {
    message: 'It waits for the message before it in this conversation.',
    number: 'Waiting for the message before them in their conversation. Nothing needs to be done.',
  },
  media: {
    message: 'It waits until its file is with WhatsApp.',
    number: 'Waiting until their file is with WhatsApp. If this lasts, look at the files that failed.',
  },
  rate: {
    message: 'WhatsApp asked for fewer messages a second. It is tried again by itself.',
    number: 'WhatsApp asked for fewer messages a second; the pace was lowered and climbs back by itself.',
  },
  pair: {
    message: 'WhatsApp limits how fast one person can be written to. It goes as soon as that allows.',
    number:
      'WhatsApp limits how fast one person can be written to. If this is frequent, write fewer and longer messages.',
  },
  messaging_limit: {
    message:
      'As many people were written to first in the last day as WhatsApp allows this business. It goes as soon as that allows.',
    number:
      'As many people were written to first in the last day as WhatsApp allows this business. Messages go on by themselves as the day moves; the limit rises with quality and use.',
  },
  maintenance: {
    message: 'WhatsApp is working on this number. It is tried again by itself.',
    number: 'WhatsApp is working on this number, which takes about a minute. Messages go on by themselves.',
  },
  unreachable: {
    message: 'WhatsApp cannot be reached. It is tried again by itself.',
    number: 'WhatsApp cannot be reached. Check the network of this machine, and META_GRAPH_URL.',
  },
  retry: {
    message: 'WhatsApp had a problem of its own. It is tried again by itself.',
    number: 'WhatsApp had a problem of its own. Messages are tried again by themselves.',
  },
  tomorrow: {
    message: 'WhatsApp asks for a day before this is tried again.',
    number: 'WhatsApp asks for a day before these are tried again. Send less marketing to the same people.',
  },
  account: {
    message: 'The business account or its access needs an administrator. It is tried again now and then.',
    number:
      'WhatsApp refuses this account or its access. Look at the account in the business settings and at META_ACCESS_TOKEN; messages are tried again now and then.',
  },
};

export function waitingText(reason: WaitingReason): string {
  return texts[reason].message;
}

export function blockedText(reason: WaitingReason): string {
  return texts[reason].number;
}
