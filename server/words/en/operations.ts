// What was set aside, what errands came to, and other sentences that are kept as they were written and told again in the reader's
// language: `retell` knows them by their English.
export const operations = {
  'orphan.message_unknown':
    'No message sent from here has this receipt. Another system may be sending from the same business number.',
  'preference.own_word': 'the person, on WhatsApp',
  'errand.unreachable': 'WhatsApp could not be reached, though it was tried several times.',
  'errand.done': 'Done.',
  'errand.deleted':
    'Meta deleted the entry. For up to 30 days it may still send the number where there was traffic with it.',
  'errand.no_entry': 'Meta had no entry of this account.',
  'send.unreachable': 'WhatsApp could not be reached. Nothing was sent; try again later.',
  'send.too_late': 'It waited too long to be sent, so it was not sent at all. Send it again if it is still wanted.',
  'send.file_gone': 'The file is no longer kept here, so it could not be sent. Upload it again and send it anew.',
  'send.file_refused': 'The file could not be handed to WhatsApp in several tries. Nothing was sent; try again later.',
  'sync.no_token': 'META_ACCESS_TOKEN is not set: templates cannot be listed.',
  'sync.unreachable': 'WhatsApp could not be reached. It is tried again by itself.',
  'sync.slow': 'WhatsApp did not answer in time. It is tried again by itself.',
  'parked.group': 'A message in a group. Groups are not shown yet, and a group must not mix with a private thread.',
  'parked.nobody': 'It names nobody: no phone and no account. Kept as it came; replay it if it can be completed.',
  'parked.own_number': 'Its only identifier is a number of the business itself, which never identifies a customer.',
  'parked.unmatched': 'It names nobody we may match.',
  'parked.no_account': 'It names no WhatsApp Business account. Kept as it came.',
  'card.no_end': 'The last card has no end. What is there of it was read.',
  'card.too_long': 'The file is too long. What comes after its first part was not read.',
  'card.none': 'There is no vCard in this text: it begins with BEGIN:VCARD.',
} as const;
