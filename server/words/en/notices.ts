// What a thread tells between its messages about who is who.
export const notices = {
  'notice.username_adopted.hidden.title': '{name} now writes as {username}.',
  'notice.username_adopted.hidden.detail':
    'Their number is hidden from now on. It is the same WhatsApp account, so this conversation simply goes on.',
  'notice.username_adopted.shown.title': '{name} now has the username {username}.',
  'notice.username_adopted.shown.detail':
    'Their number is still visible. It is the same WhatsApp account, so this conversation simply goes on.',
  'notice.username_changed.title': '{name} changed their username to {username}.',
  'notice.username_changed.detail':
    'It was {before} before. It is the same WhatsApp account, so this conversation simply goes on.',
  'notice.username_dropped.title': '{name} gave up the username {before}.',
  'notice.username_dropped.detail':
    'Somebody else may take it. It is the same WhatsApp account, so this conversation simply goes on.',
  'notice.number_hidden.title': '{name} has hidden their number.',
  'notice.number_hidden.detail':
    'They wrote from {phone} before. It is the same WhatsApp account, so this conversation simply goes on.',
  'notice.number_shown.title': '{name} shows their number again.',
  'notice.number_shown.detail': 'It is {phone}.',
  'notice.number_changed.title': '{name} changed their number.',
  'notice.number_changed.both.detail':
    'From {before} to {phone}. WhatsApp told us itself, so this conversation simply goes on.',
  'notice.number_changed.known.detail':
    'It is {phone} now. WhatsApp told us itself, so this conversation simply goes on.',
  'notice.number_changed.hidden.detail':
    'They left {before}; the new number is hidden. WhatsApp told us itself, so this conversation simply goes on.',
  'notice.number_changed.unknown.detail': 'WhatsApp told us itself, so this conversation simply goes on.',
  'notice.number_released.title': '{phone} now belongs to another WhatsApp account.',
  'notice.number_released.detail':
    'What is written here stays here: the new holder does not see it, and replies here do not go to that number.',
  'notice.number_in_new_hands.title': '{phone} is in new hands.',
  'notice.number_in_new_hands.detail':
    'Somebody else used this number before. This is a different WhatsApp account, so it has a thread of its own.',
  'notice.second_number.title': '{name} now uses {phone}.',
  'notice.second_number.detail':
    'The same WhatsApp account used {before} before. WhatsApp did not announce the change; worth a check before sharing anything private.',
  'notice.conversations_joined.title': 'Conversations joined.',
  'notice.conversations_joined.number_changed.detail':
    'WhatsApp told us that the two are one person with a new number.',
  'notice.conversations_joined.same_number.detail':
    'The same number and the same WhatsApp account arrived together, so the two threads are one.',
  'notice.conversations_joined.same_parent.detail': 'WhatsApp named both as the same account.',
  'notice.conversations_joined.number_shared.detail': 'They shared a number that nobody else ever had.',
  'notice.number_shared.title': '{name} shared their number.',
  'notice.number_shared.detail': 'It is {phone}, and WhatsApp vouches that it is their own.',
  'notice.number_given_up.title': '{phone} was given up.',
  'notice.number_given_up.detail': 'Who writes from it alone from now on is taken for somebody else.',
  'notice.security_code_changed.title': '{name}’s security code changed.',
  'notice.security_code_changed.detail':
    'That happens with a new phone or a new installation. It is the same WhatsApp account; worth a check before sharing anything private.',
  'notice.contacts_merged.title': '{by} put two people together as one.',
  'notice.contacts_split.title': '{by} told people apart.',
  'notice.kept_apart.title': '{by} marked two people as never the same.',
  'notice.taken_back.merge.title': '{by} took back putting two people together.',
  'notice.taken_back.split.title': '{by} took back telling people apart.',
  'notice.taken_back.never-merge.title': '{by} took back the mark “never the same person”.',
  /** Of the four before. */
  'notice.said.detail': 'Their reason: “{reason}”. Every message stays where it was.',
} as const;
