// Other systems: why they were not told, or may not be.
export const downstream = {
  'problem.cursor_gone':
    'What came after this cursor is not kept any more, or it is of another log. Read what you need anew, then go on from `latest`.',
  'title.cursor_gone': 'Cursor gone',
  'problem.nothing_to_acknowledge': 'Only a contact.erased is acknowledged.',
  'title.nothing_to_acknowledge': 'Nothing to acknowledge',
  'problem.not_found.event': 'There is no such event, or it is kept no more.',
  'problem.not_found.event_schema': 'There is no such type of event, or not in this version.',
  'problem.not_found.subscription': 'There is no such webhook, or it is not yours to see.',
  'problem.not_found.delivery': 'There is no such delivery, or it is kept no more.',
  'problem.url_refused.unreadable': 'This is no web address. Write it whole, such as https://example.com/hook.',
  'problem.url_refused.insecure': 'What is told goes over https only, so that nobody reads along.',
  'problem.url_refused.credentials': 'Leave name and password out of the address. The signature proves who calls.',
  'problem.url_refused.private':
    'This address leads into a private network. Whoever runs Throughline can allow it in EVENTS_ALLOW_NETWORKS.',
  'title.url_refused': 'Address refused',
  'problem.accounts_not_yours': 'Your role may not read WhatsApp’s own ids, so it cannot have them delivered.',
  'title.accounts_not_yours': 'Not yours to hand on',
  'problem.numbers_masked': 'Your role sees numbers masked, so it cannot have them delivered elsewhere.',
  'title.numbers_masked': 'Numbers are masked',
  'problem.too_many_subscriptions': 'There are as many webhooks as there may be. Delete one first.',
  'title.too_many_subscriptions': 'Too many webhooks',
  'problem.not_active': 'This webhook is not active. Resume it first.',
  'title.not_active': 'Not active',
  'problem.replay_span': 'Name deliveries, or a time from and until, not both.',
  'title.replay_span': 'What to send again',
  'problem.alias_not_dialable':
    'This number stands for somebody towards an integration. No network can dial it; only that integration may write to it.',
  'title.alias_not_dialable': 'Stand-in number',
  'problem.not_found.integration': 'There is no such integration, or it is not yours to see.',
  'problem.too_many_integrations': 'There are as many integrations as there may be. Remove one first.',
  'title.too_many_integrations': 'Too many integrations',
} as const;
