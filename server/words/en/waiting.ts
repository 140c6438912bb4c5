// Why messages wait: for an agent about one message, and for whoever runs the place about a number.
export const waiting = {
  'waiting.turn.message': 'It waits its turn: more is being sent from this number than WhatsApp takes at once.',
  'waiting.turn.number': 'Waiting their turn. Nothing needs to be done.',
  'waiting.order.message': 'It waits for the message before it in this conversation.',
  'waiting.order.number': 'Waiting for the message before them in their conversation. Nothing needs to be done.',
  'waiting.media.message': 'It waits until its file is with WhatsApp.',
  'waiting.media.number': 'Waiting until their file is with WhatsApp. If this lasts, look at the files that failed.',
  'waiting.rate.message': 'WhatsApp asked for fewer messages a second. It is tried again by itself.',
  'waiting.rate.number': 'WhatsApp asked for fewer messages a second; the pace was lowered and climbs back by itself.',
  'waiting.pair.message': 'WhatsApp limits how fast one person can be written to. It goes as soon as that allows.',
  'waiting.pair.number':
    'WhatsApp limits how fast one person can be written to. If this is frequent, write fewer and longer messages.',
  'waiting.messaging_limit.message':
    'As many people were written to first in the last day as WhatsApp allows this business. It goes as soon as that allows.',
  'waiting.messaging_limit.number':
    'As many people were written to first in the last day as WhatsApp allows this business. Messages go on by themselves as the day moves; the limit rises with quality and use.',
  'waiting.maintenance.message': 'WhatsApp is working on this number. It is tried again by itself.',
  'waiting.maintenance.number':
    'WhatsApp is working on this number, which takes about a minute. Messages go on by themselves.',
  'waiting.unreachable.message': 'WhatsApp cannot be reached. It is tried again by itself.',
  'waiting.unreachable.number': 'WhatsApp cannot be reached. Check the network of this machine, and META_GRAPH_URL.',
  'waiting.retry.message': 'WhatsApp had a problem of its own. It is tried again by itself.',
  'waiting.retry.number': 'WhatsApp had a problem of its own. Messages are tried again by themselves.',
  'waiting.tomorrow.message': 'WhatsApp asks for a day before this is tried again.',
  'waiting.tomorrow.number':
    'WhatsApp asks for a day before these are tried again. Send less marketing to the same people.',
  'waiting.undo.message': 'It is held for some seconds, in which it can be taken back.',
  'waiting.undo.number': 'Held for some seconds, in which their authors can take them back. Nothing needs to be done.',
  'waiting.account.message':
    'The business account or its access needs an administrator. It is tried again now and then.',
  'waiting.account.number':
    'WhatsApp refuses this account or its access. Look at the account in the business settings and at META_ACCESS_TOKEN; messages are tried again now and then.',
  'waiting.held_for_quality.message':
    'WhatsApp keeps this template back while it judges how people take it. It goes out, or fails, by itself.',
} as const;
