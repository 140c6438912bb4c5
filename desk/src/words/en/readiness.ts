// Readiness: which other systems still count on a phone number, as audits of them found.

export const readiness = {
  'readiness.title': 'Readiness',
  'readiness.intro': 'Which of your other systems still count on a phone number. Customers can hide theirs.',
  'readiness.back': 'All systems',
  'readiness.failed': 'The systems cannot be shown',
  'readiness.oneFailed': 'This audit cannot be shown',
  'readiness.none': 'No system was audited yet',
  'readiness.noneDetail':
    'An audit sends a system made-up webhooks with a number and without, or reads its files. Then it hands in what it found.',
  'readiness.how': 'Run it where the system is, with a key of a developer:',
  'readiness.system': 'System',
  'readiness.onStaging': 'On staging',
  'readiness.inFiles': 'In its files',
  'readiness.notAudited': 'Not audited',
  'readiness.score': '{score, number} of 100',
  'readiness.places': '{count, plural, one {# place} other {# places}}',
  'readiness.clean': 'Nothing found',
  'readiness.holds':
    '{held, number} of {count, plural, one {# kind of webhook holds} other {# kinds of webhooks hold}}',
  'readiness.fewer': '{count, number} fewer than before',
  'readiness.more': '{count, number} more than before',
  'readiness.same': 'As many as before',
  'readiness.readBack': 'What it made of the webhooks was read back and compared.',
  'readiness.notRead':
    'What it made of the webhooks could not be read back. Messages that were taken and lost do not show here.',
  'readiness.whatToDo': 'What to do',
  'readiness.report': 'Report to hand over',
  'readiness.remove': 'Remove',
  'readiness.removeAsk': 'Remove {name}?',
  'readiness.removeExplained': 'All its audits go. The system itself is not touched.',
  'readiness.removed': 'The system was removed.',
  'readiness.all': 'Everything that was sent',
  'readiness.cameIn': 'What came in',
  'readiness.withNumber': 'With a number',
  'readiness.without': 'Without',
  'readiness.result': 'Result',
  'readiness.answered': '{statuses} in {ms, number} ms',
  'readiness.unknownRule': 'A newer audit found this. This version cannot say what it is.',
  'readiness.inEnglish': 'In the audit’s own words, in English.',
  'readiness.family':
    '{family, select, reading {Counts on a number being there} keys {Finds people by their number} sending {Sends to numbers only} stores {Tables that need a number} files {Schemas, lists and flows that need a number} other {Something else}}',
  'readiness.outcome':
    '{outcome, select, held {As with a number} refused {Refused} no_answer {No answer} slow {Much slower} answered_otherwise {Answers otherwise} lost {Taken and lost} split {One person became two} mixed {Two people became one} wrote_undefined {Wrote “undefined”} cut_id {Cut an account id short} not_judged {Not judged} other {Not known}}',
  'readiness.why':
    '{outcome, select, held {It does the same with a number and without.} refused {The same webhook is taken with a number and refused without. It is sent again for days, and then it is lost.} no_answer {With a number it answers. Without one nothing comes back in time.} slow {Without a number it takes more than five times as long.} answered_otherwise {It is taken, but the answer is not the one given with a number.} lost {It answers that all is well, and keeps nothing. The message does not come again.} split {Somebody who was known is somebody new once the number is gone or the account changes. Their history stays behind.} mixed {Two people share one record. One is answered with what the other said.} wrote_undefined {The missing number was written down as the word “undefined”. Everybody who hides theirs ends up under it.} cut_id {What is left of the account id looks like a number, and may be somebody else’s.} not_judged {It is not taken with a number either.} other {There are no words for this yet.}}',
  'readiness.fix':
    '{outcome, select, held {There is nothing to do.} refused {Read the account id where the number is missing.} no_answer {Look into its log at that moment for something that was read and is not there.} slow {Look for a search that runs over everything because the number is empty.} answered_otherwise {Read both answers. One of them may say that nothing was done.} lost {Look for a line that passes over whatever has no number.} split {Find people by account id first, then by number. Follow changes of account.} mixed {Never find people by something that may be empty or change hands.} wrote_undefined {Keep nothing where there is nothing. Find people by account id.} cut_id {Keep account ids whole, as text.} not_judged {See why it is not taken at all.} other {See the report.}}',
  'readiness.shape':
    '{shape, select, text_hidden {A text with a username and no number} text_both {A text with a username and the number} text_parent {A text with two account ids and no number} text_alias {A text with a number that is nobody’s} image {A photo} audio {A voice message} document {A document} sticker {A sticker} location {A place} contacts {Somebody’s card} button {The button of a template} button_reply {A button} list_reply {A choice from a list} order {An order} unsupported {A message of an unknown kind} reaction {A reaction} edit {A message changed} revoke {A message taken back} status_sent {The status “sent”} status_delivered {The status “delivered”} status_read {The status “read”} status_failed {The status “failed”} call_connect {A call} call_terminate {The end of a call} preference_stop {No to marketing} preference_resume {Yes to marketing} batch {Two messages in one webhook} hides_later {Somebody who hides their number later} shows_later {Somebody who shows their number later} account_changed {Somebody whose account changes} two_hidden {Two people without a number} username_passed_on {A username taken over by another} other {Something else}}',
  'readiness.filesRead': '{count, plural, one {# file was read} other {# files were read}}',
  'readiness.moreFound': '{count, plural, one {# more place is} other {# more places are}} not listed.',
  'readiness.readers': 'Told by Throughline',
  'readiness.readersIntro':
    'Webhooks and systems behind the relay, by what became of what they were told lately. What they make of what they took is not known here.',
  'readiness.readersNone': 'Nothing is told to other systems yet.',
  'readiness.reader': 'Reader',
  'readiness.toldWith': 'Of people with a number',
  'readiness.toldWithout': 'Of people without',
  'readiness.told': '{taken, number} taken, {troubled, number} in trouble',
  'readiness.verdictName': 'How it is',
  'readiness.verdict':
    '{verdict, select, breaks {Breaks without a number} takes_both {Takes both} needs_number {Needs a number} not_known {Not known yet} other {Not known yet}}',
  'readiness.titled': '{kind, select, code {{name}, in its files} other {{name}, on staging}}',
} as const;
