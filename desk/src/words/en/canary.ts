// The test customer: what other systems make of somebody who does not exist and has no number.

export const canary = {
  'canary.title': 'Test customer',
  'canary.intro':
    'A customer who does not exist goes through your other systems. They have a username and no number. They write, take another username, get another account, and are erased.',
  'canary.back': 'Readiness',
  'canary.failed': 'The test customer cannot be shown',
  'canary.onTheWay': 'On the way',
  'canary.interrupted': 'Interrupted',
  'canary.eachDay': 'Each day',
  'canary.off': 'Off',
  'canary.notDaily': 'They do not go by themselves.',
  'canary.next': 'They go each day, next {when}.',
  'canary.look': 'What each system made of them',
  'canary.send': 'Send through now',
  'canary.sent': 'The test customer is on the way.',
  'canary.settings': 'Settings',
  'canary.none': 'They have not been on the way yet',
  'canary.noneDetail': 'Send them through now, or let them go each day.',
  'canary.run': 'Shown',
  'canary.portfolio': 'Portfolio',
  'canary.broken': '{count, plural, =0 {Nobody broke} one {# system broke} other {# systems broke}}',
  'canary.byTime': 'Set out {when}, by themselves.',
  'canary.bySomebody': 'Set out {when}, sent by {who}.',
  'canary.nobody': 'There was nobody to tell.',
  'canary.systems': 'Systems',
  'canary.verdict':
    '{verdict, select, waiting {Not finished} well {Takes them well} slow {Slow} refused {Breaks} no_answer {No answer} skipped {Left out} read {Read and forgotten} not_read {Never read} other {Never read}}',
  'canary.skipped':
    '{why, select, paused {Paused} disabled {Turned off} left_out {Left out} not_wanted {Wants no messages} no_line {No business number} removed {Removed meanwhile} other {Removed meanwhile}}',
  'canary.tries': '{count, plural, one {Tried once.} other {Tried # times.}}',
  'canary.took': 'Taken in {ms, number} ms',
  'canary.callState':
    '{state, select, taken {Taken} failed {Not taken} waiting {Still to come} not_tried {Not tried} other {Not tried}}',
  'canary.whatToDo': 'What to do',
  'canary.steps': 'Step by step',
  'canary.kind':
    '{kind, select, webhook {Webhook} relay {Behind the relay} reader {Reads the feed} other {Reads the feed}}',
  'canary.answers':
    '{count, plural, one {It wrote them # message. It went to nobody.} other {It wrote them # messages. They went to nobody.}}',
  'canary.step':
    '{step, select, created {Somebody new, without a number} conversation {Their conversation begins} message {They write} answer {They are answered} delivered {The answer is delivered} username_lost {They give up a username} username_gained {They take a username} renamed {Their username changes} account_lost {An account of theirs ends} account_gained {They have another account} account_changed {Their account changes} message_again {They write from the new account} erased {They are erased} other {They are erased}}',
  'canary.why':
    '{cause, select, unreachable {It cannot be reached, by anybody.} address {Its address does not take calls any more.} signature {It does not accept the signature. The secret may have changed.} busy {It says that it has too much to do.} takes_nothing {It takes nothing at the moment, of nobody.} no_number {It takes what is told of other customers, and not of one without a number.} stand_in {It was given a stand-in for the number and refuses it. It may check numbers against a list of countries.} new_username {It fails when somebody takes another username. It may use the username as a key.} new_account {It fails when somebody gets another account. It may know people by one account for ever.} erasure {It cannot forget somebody. What it holds of real customers stays, too.} slow {It answers, and takes more than five seconds.} other {It was not taken.}}',
  'canary.fix':
    '{cause, select, unreachable {See whether it runs, and whether its address and certificate are right.} address {Enter the address it has now.} signature {Enter the secret it has, or give it a new one.} busy {Let it take more at once, or answer before it does the work.} takes_nothing {Look at its log. It needs help before this test says more.} no_number {Look in its log for a number that was read and is not there. Know people by their id.} stand_in {Turn off its check of numbers, or connect it with account ids.} new_username {Show usernames, and never find people by them.} new_account {Follow changes of account. Find people by the contact’s id.} erasure {Make it take erasures, and delete what it holds under that id.} slow {Answer first, then do the work.} other {See its log.}}',
  'canary.enabled': 'Each day',
  'canary.enabledHint':
    'Systems that cannot pass over a test customer keep one more customer each day, until they are told to erase them.',
  'canary.clock': 'At',
  'canary.zone': 'On the clocks of',
  'canary.noZone': 'No such place',
  'canary.through': 'Through these systems',
  'canary.throughHint': 'New ones are added by themselves.',
  'canary.feed': 'Also to readers of the feed and the stream',
  'canary.feedHint': 'Which of them have read it is known by whom they acknowledge.',
  'canary.save': 'Save',
  'canary.saved': 'Saved.',
  'canary.known': 'How a system knows them',
  'canary.knownBy':
    'Events carry “synthetic”, and every call the header X-Throughline-Synthetic. Their name is always Throughline Canary. They never show here, and nothing is sent to them.',
  'canary.notice':
    '{count, plural, one {# other system breaks on the test customer.} other {# other systems break on the test customer.}}',
} as const;
