// Why somebody is taken for one person, step by step. An account is "a WhatsApp account", never its id.
export const steps = {
  'step.number_gained.title': '{phone} came with this WhatsApp account.',
  'step.number_gained.unknown.title': 'A number came with this WhatsApp account.',
  'step.number_gained.asked.detail':
    'They answered a request for their number, and WhatsApp vouches that it is their own. Nobody else had it.',
  'step.number_gained.detail': 'Nobody else had the number then, so it is theirs from here on.',
  'step.began.account.title': 'A WhatsApp account was met that shows no number.',
  'step.began.account.detail':
    'It was not known before, so it began as a new person. WhatsApp gives each account an id for this business; agents never see it.',
  'step.began.both.title': '{phone} and a WhatsApp account were met together.',
  'step.began.number.title': '{phone} was met, from an account WhatsApp did not name.',
  'step.began.other_before.detail': 'Somebody else had this number before, so this began as a new person.',
  'step.began.both.detail': 'Neither was known before, so they began as one new person.',
  'step.began.number.detail':
    'The number was not known before, so it began as a new person, known by the number alone.',
  'step.number_changed.title': 'They changed their number, from {before} to {phone}.',
  'step.number_changed.detail': 'WhatsApp announced the change itself, so it is the same person.',
  'step.number_changed.hidden.title': 'They changed their number, and left {before}.',
  'step.number_changed.hidden.detail':
    'WhatsApp announced the change itself, so it is the same person. The new number is hidden.',
  'step.number_replaced.title': 'Their WhatsApp account came with {phone} instead of {before}.',
  'step.number_replaced.hidden.title': 'They are no longer on {before}.',
  'step.number_replaced.detail':
    'It is the same WhatsApp account, which has one number at a time. WhatsApp did not announce the change.',
  'step.number_lost.title': '{phone} stopped being theirs.',
  'step.number_lost.rotated.detail': 'They changed their number; WhatsApp announced it itself.',
  'step.number_lost.replaced.detail': 'The same WhatsApp account came with another number.',
  'step.number_lost.taken.detail': 'The number came with another WhatsApp account. What was written before stays here.',
  'step.number_lost.gone.detail': 'Somebody said that they gave the number up.',
  'step.number_lost.rekeyed.detail':
    'The security code behind the number changed, and nothing but the number had said who it was.',
  'step.account_renamed.title': 'WhatsApp gave their account a new id.',
  'step.account_renamed.detail':
    'That happens when somebody changes their number. WhatsApp announced it itself, so it is the same person.',
  'step.account_named.title': 'WhatsApp named their account in one more way.',
  'step.account_named.detail': 'Both names came in one message, so they are one account. Agents never see them.',
  'step.joined.ids.title': 'WhatsApp named two accounts as one.',
  'step.joined.ids.detail': 'Both ids came in one message, so the two are one account.',
  'step.joined.second_id.title': 'A second id of their WhatsApp account was met.',
  'step.joined.second_id.detail':
    'WhatsApp names the same account above both. The change between them was not announced, so it is worth a check.',
  'step.joined.changed.title': 'Two became one person with a new number.',
  'step.joined.changed.detail':
    'WhatsApp announced that the one changed to the other. The new account had been met before the announcement came.',
  'step.joined.new_account.title': 'The account on their new number was met.',
  'step.joined.new_account.detail':
    'WhatsApp had announced the number and not the account. The first account met on it is taken for theirs.',
  'step.joined.shared.title': 'They shared {phone}, and its history is theirs.',
  'step.joined.shared.unknown.title': 'They shared their number, and its history is theirs.',
  'step.joined.shared.detail':
    'They answered a request for the number, and WhatsApp vouches that it is their own. No account had been known for it.',
  'step.joined.shared_before.title': 'They shared a number that another account had, and the two became one.',
  'step.joined.shared_before.detail':
    'WhatsApp vouches that the number is their own, nobody else ever had it, and the policy here joins them then.',
  'step.joined.number.title': '{phone} turned out to be this WhatsApp account.',
  'step.joined.number.detail':
    'The number {phone} was known since {since, date, day}; on {at, date, day} the same number came with a WhatsApp account, so the history is theirs.',
  'step.joined.accounts.title': 'Two accounts turned out to be one.',
  'step.joined.accounts.detail': 'WhatsApp named the same account above both.',
  'step.kept_apart.title': 'Kept apart from {other}.',
  'step.kept_apart.unknown.title': 'Kept apart from somebody else.',
  'step.kept_apart.told_apart.detail':
    'Something spoke for their being one, but somebody here had said that they are not.',
  'step.kept_apart.too_many_parts.detail':
    'Something spoke for their being one, but it would have made one person of too many. Somebody should look.',
  'step.kept_apart.quiet_too_long.detail':
    'The number came with a WhatsApp account after a long silence, so it may have passed to somebody else.',
  'step.kept_apart.other_key.detail': 'The security code behind the number had changed, so it may be somebody else.',
  'step.kept_apart.other_account.detail':
    'They have used the same number under different WhatsApp accounts. A number that changes hands makes nobody one.',
  'step.kept_apart.other_parent.detail':
    'WhatsApp named another account above this one than before, which contradicts itself. Somebody should look.',
  'step.said.merge.title': '{by} put two people together as one.',
  'step.said.split.title': '{by} told people apart.',
  'step.said.never-merge.title': '{by} marked two people as never the same.',
  'step.said.undo.title': '{by} took an earlier word back.',
  'step.said.settled.title': '{by} looked at a question and left it as it stands.',
  'step.said.rename.title': '{by} corrected the name.',
  'step.said.detail': 'Their reason: “{reason}”.',
  'explanation.nobody': 'Nobody known yet',
  'explanation.other_portfolio': 'They are customers of different portfolios. Nothing is compared across portfolios.',
  'explanation.same': 'They are one person.',
  'explanation.unknown_then': 'At least one of them was not known then.',
  'explanation.apart': 'They are kept apart.',
  'explanation.unconnected': 'Nothing ever connected them.',
} as const;
