// The rules in plain words, one entry each. What they do is in fold.ts and beside it; what they come to, in the case table.

export interface RuleText {
  /** A few words that name the situation. */
  title: string;
  /** What follows, in one or two sentences. */
  says: string;
  /** What agents are shown of it; null where nothing is worth telling. */
  agents: string | null;
  /** Who keeps it: the functions of this package, the service around them, or nobody yet. */
  keptBy: 'identity' | 'service' | 'nobody yet';
}

const identity = (title: string, says: string, agents: string | null = null): RuleText => ({
  title,
  says,
  agents,
  keptBy: 'identity',
});
const service = (title: string, says: string, agents: string | null = null): RuleText => ({
  ...identity(title, says, agents),
  keptBy: 'service',
});
const later = (title: string, says: string, agents: string | null = null): RuleText => ({
  ...identity(title, says, agents),
  keptBy: 'nobody yet',
});

const rules = {
  R1: service(
    'Nothing to go by',
    'What names nobody, or comes for a portfolio that is not known, is set aside with the reason. It is acknowledged all the same, and can be tried again.',
    'the list of what was set aside',
  ),
  R2: identity(
    'Values that never identify a customer',
    "The business's own numbers, and test values where configured, are left out before anything is compared. They would make all customers one.",
  ),
  R3: identity('A new number', 'A number that nobody knows, alone, becomes an era and with it a new person.'),
  R4: identity('A number somebody holds', 'A number alone belongs to whoever holds it at that moment.'),
  R5: identity(
    'A number that was given up',
    'Where everybody who ever held the number has given it up, whoever shows it next is a new person.',
    'the number is in new hands',
  ),
  R6: identity(
    'A new account',
    'An account nobody knows becomes a new person. That no number comes with it is nothing unusual.',
  ),
  R7: identity('A known account', 'An account that is known is the person it was.'),
  R8: identity(
    'Number and account, both new',
    'They become a new person, and the account holds the number from then on.',
  ),
  R9: identity(
    'A known account with a number',
    'The account holds the number from then on. Another number it held ends there: a WhatsApp account has one, and the one seen last is it. National spellings of one number are one number.',
    'shows the number again; or, where there was another, that the change was not announced',
  ),
  R10: identity(
    'A known number meets its account',
    'A number with a history but no account, not silent for longer than the limit, is adopted: the account takes over the history, and it stays one person and one thread.',
  ),
  R11: identity(
    'A number long silent meets an account',
    'After a longer silence, or under another key, the number may have passed to a stranger. The account takes the number from that moment, the history stays with the person it was, and people are asked.',
    'the number belongs to another account now; it is in new hands',
  ),
  R12: identity(
    'A held number with a new account',
    'Somebody else has the number now: a new person, and the former owner keeps all that came before. A machine never joins the two; people are asked.',
    'the number belongs to another account now; it is in new hands',
  ),
  R13: identity(
    'A held number with another known account',
    'The number moves to that account from then on. What came before stays with the former owner.',
    'the number belongs to another account now',
  ),
  R14: identity(
    'An account and a number, each with a history',
    'Seen together, and the number not silent for too long, they are one person. After a longer silence, as in R11.',
    'the conversations are joined',
  ),
  R15: identity(
    'Account and parent',
    'An account id and a parent id that come together are one account, within one portfolio. A second parent joins nobody: people are asked.',
    'the conversations are joined, where there were two',
  ),
  R16: identity(
    'Two accounts of one parent',
    'Two account ids under one parent, with no change told between them, are one account: the word of the change is missing, and people are asked.',
  ),
  R17: identity(
    'Meta says that a known account changed',
    'The new id belongs to the same account. Its number ends; where a new one is told, it begins. The thread goes on. Told several times, it counts once.',
    'changed their number',
  ),
  R18: identity(
    'The new account wrote before the change was told',
    'Both are known, each with a thread: the two are joined, and the older thread survives.',
    'changed their number; the conversations are joined',
  ),
  R19: identity('A change of somebody never seen', 'Both ids are one account, whichever of them writes first.'),
  R20: identity(
    'A change told by numbers alone',
    'In its oldest form the word of a change names no account. The new number belongs to whoever held the old one and waits for its account: the first that is seen on it, and is not older than the change, is theirs.',
    'changed their number',
  ),
  R21: identity(
    'A change that later facts speak against',
    'Both are kept, and whose the number is follows the times of what happened. Delivery again and again makes nothing go back and forth.',
  ),
  R22: identity(
    'A number shared on request, and free',
    'When somebody answers a request for their number and Meta vouches for it, the number is theirs. The limit on silence does not count.',
    'shared their number',
  ),
  R23: identity(
    'A number shared on request, and held by another account',
    'The number is theirs from then on, since replies to the other account must not go there; whether the two are one person, people are asked. A machine joins them only where the deployment chose so and nobody else ever had the number.',
    'a question to look at',
  ),
  R24: identity(
    'A number somebody tells',
    'A forwarded card, or a number typed by an agent, is kept as a claim. It suggests, and joins nothing.',
    'a suggestion',
  ),
  R25: identity(
    'The security code of an account changed',
    'A new device, most often. Who is who stays as it is.',
    'the security code changed',
  ),
  R26: identity(
    'The security code of a number without an account changed',
    'Nothing but the number said who it was, so its history ends there and another one begins.',
    'this may be another person',
  ),
  R27: identity(
    'The status of a message of ours',
    'It goes to its message. The identifiers in it teach only what contradicts nothing: they must fit what is known, or be new to all.',
  ),
  R28: service(
    'The status of a message nobody knows',
    'It waits a while for the send to be recorded, and is then set aside. It never makes a person.',
  ),
  R29: identity(
    'A fact that comes late',
    'It is put in its place in time, and everything after it is decided again. Within one second a change of number comes first, then what shows a number, then what does not, then the smaller hash.',
  ),
  R30: identity(
    'People merge, split and keep apart',
    'Their word decides which accounts make one contact. It moves no message, can be repeated without effect, and can be taken back.',
    'who said what about whom, and why',
  ),
  R31: identity(
    'Something from before an erasure',
    'What happened before somebody was erased, and arrives after it, is counted and dropped.',
  ),
  R32: identity(
    'Something from after an erasure',
    'The identifier counts as never seen: a new person, without any link to the past.',
  ),
  R33: identity(
    'Two live accounts of one portfolio',
    'Only people may say that they are one person, and with a reason. A reply stays bound to the account of its own thread.',
    'a warning before it is done',
  ),
  R34: identity(
    'Too much for one contact',
    'A machine does not join beyond five accounts or eight numbers: something is wrong then, and people are asked.',
    'a question to look at',
  ),
  C1: identity(
    'The address of a reply',
    'A reply goes to whom its thread is about: to the number while it is theirs, hidden or not; else to the account id no change has left behind; else it is held. Never to a number that is no longer theirs.',
    'why a reply is held',
  ),
  C2: identity(
    'One account, one thread',
    'Whichever identifier an item carries, it is in the thread of the account. Different accounts have different threads, even where people made them one contact.',
  ),
  C3: later(
    'A join sets nothing off',
    'When a machine joins two people no automation runs, no clock of a service level starts, and no survey goes out.',
  ),
  C4: later(
    'What refers to a message finds it',
    'A reaction, an edit or a quotation finds its message, whichever identifiers the two came with.',
  ),
  C5: identity(
    'Notices are written again',
    'A notice stands at the time of what it tells. When later knowledge decides differently, it is rewritten or taken away.',
  ),
  C6: identity(
    'Which id survives a join',
    'The one whose first fact is the oldest. An id that was given out once goes on answering for ever.',
  ),
  C7: later(
    'Fields of two contacts made one',
    'What restricts counts if either has it: opted out, blocked, on hold. Consent to marketing is the last explicit word, and a join never widens it. Tags remember where they came from.',
  ),
  C8: identity(
    'Why',
    'For any two people there is an answer why they are one, or why not, with the evidence and the rules.',
  ),
  C9: identity(
    'What agents see',
    'The number, where the latest act showed it or no username is known; else the username; else the name; else a short tag of our own. A number from before stands in the details with what became of it. An account id is never shown.',
    'usernames adopted, changed and dropped; numbers hidden and shown',
  ),
};

export type RuleId = keyof typeof rules;

/** R rules decide who is who; C rules what follows for conversations and contacts. In the order to read them. */
export const ruleBook: Readonly<Record<RuleId, RuleText>> = rules;
