// The steps of an explanation as sentences for agents. An account is "a WhatsApp account", never its id.

import type { ExplanationStep } from '@throughline/contract';
import {
  type E164,
  type EvidenceId,
  type HolderId,
  isDoubtful,
  type KeptApart,
  type Lease,
  type Step,
  type Word,
} from '@throughline/identity';
import { isolated, spokenPhone, type Words } from './words.ts';

/** What a sentence needs besides the step. */
export interface Telling {
  /** Our clock; undefined for what did not come from WhatsApp. */
  receivedAt: (evidenceId: EvidenceId) => number | undefined;
  /** What agents call somebody; undefined where they are not there any more. */
  nameOf: (holderId: HolderId) => string | undefined;
  /** What an account is called by outside; undefined where it is not there any more. */
  accountOf: (holderId: HolderId) => string | undefined;
  /** Who something was kept apart from, told from one side. */
  successorOf: (holderId: HolderId) => HolderId;
}

/** In the order given; what one fact did to one person is told in one sentence, joins each in one of their own. */
export function toldSteps(steps: readonly Step[], telling: Telling): ExplanationStep[] {
  const byFact = Map.groupBy(steps, (step) => `${step.evidenceId} ${step.holderId}`);
  return [...byFact.values()].flatMap((fact) => sentencesOf(fact, telling));
}

type Change<Type extends Step['change']['type']> = Extract<Step['change'], { type: Type }>;
type Changed<Type extends Step['change']['type']> = Step & { change: Change<Type> };

function only<Type extends Step['change']['type']>(steps: readonly Step[], type: Type): Changed<Type>[] {
  return steps.filter((step): step is Changed<Type> => step.change.type === type);
}

function sentencesOf(fact: readonly Step[], telling: Telling): ExplanationStep[] {
  const say = (step: Step, type: string, words: Words) => sentence(step, type, words, telling);
  const joined = fact.filter(isDoubtful).map((step) => say(step, 'joined', joinWords(step)));
  const kept = only(fact, 'kept_apart').map((step) =>
    say(step, 'kept_apart', keptWords(step.change.because, otherIn(step, telling))),
  );
  const said = only(fact, 'said').map((step) => say(step, step.change.word.kind, wordWords(step.change.word)));
  const rest = fact.filter((step) => !isDoubtful(step) && !['kept_apart', 'said'].includes(step.change.type));
  return [...plain(rest, joined.length > 0, say), ...kept, ...joined, ...said];
}

/** Names and numbers gained and lost. A name or a number that came with a join goes without saying. */
function plain(
  fact: readonly Step[],
  joined: boolean,
  say: (step: Step, type: string, words: Words) => ExplanationStep,
): ExplanationStep[] {
  const [born, named] = [only(fact, 'born')[0], only(fact, 'named')[0]];
  const [leased, ended] = [only(fact, 'leased')[0], only(fact, 'lease_ended')];
  const moved = ended.find(({ change }) => change.ended === 'rotated' || change.ended === 'replaced');
  if (moved) {
    const others = ended
      .filter((step) => step !== moved)
      .map((step) => say(step, 'number_lost', lostWords(step.change)));
    return [say(moved, 'number_changed', movedWords(moved.change, leased?.change.phone)), ...others];
  }
  const lost = ended.map((step) => say(step, 'number_lost', lostWords(step.change)));
  if (born ?? (leased && joined ? undefined : leased))
    return [
      ...lost,
      say(born ?? (leased as Step), born ? 'began' : 'number_gained', beganWords(fact, leased?.change.phone, !!named)),
    ];
  if (named && !joined) return [...lost, say(named, 'account_named', renamedWords(named))];
  return lost;
}

function sentence(step: Step, type: string, { title, detail }: Words, telling: Telling): ExplanationStep {
  const receivedAt = telling.receivedAt(step.evidenceId);
  return {
    id: step.id,
    at: new Date(step.at).toISOString(),
    receivedAt: receivedAt === undefined ? null : new Date(receivedAt).toISOString(),
    rule: step.rule,
    type,
    title,
    detail,
    accountId: telling.accountOf(step.holderId) ?? null,
    tellApart: isDoubtful(step),
  };
}

/** `born` and what came with it, or a number that a known account showed. */
function beganWords(fact: readonly Step[], phone: E164 | undefined, named: boolean): Words {
  const [first] = fact;
  if (!fact.some(({ change }) => change.type === 'born'))
    return {
      title: `${phone ? spokenPhone(phone) : 'A number'} came with this WhatsApp account.`,
      detail:
        first?.rule === 'R22'
          ? 'They answered a request for their number, and WhatsApp vouches that it is their own. Nobody else had it.'
          : 'Nobody else had the number then, so it is theirs from here on.',
    };
  if (!phone)
    return {
      title: 'A WhatsApp account was met that shows no number.',
      detail:
        'It was not known before, so it began as a new person. WhatsApp gives each account an id for this business; agents never see it.',
    };
  const before = ['R5', 'R11', 'R12', 'R26'].includes(first?.rule ?? '');
  return {
    title: named
      ? `${spokenPhone(phone)} and a WhatsApp account were met together.`
      : `${spokenPhone(phone)} was met, from an account WhatsApp did not name.`,
    detail: before
      ? 'Somebody else had this number before, so this began as a new person.'
      : named
        ? 'Neither was known before, so they began as one new person.'
        : 'The number was not known before, so it began as a new person, known by the number alone.',
  };
}

function movedWords({ phone, ended }: Change<'lease_ended'>, to: E164 | undefined): Words {
  const movement = to ? `from ${spokenPhone(phone)} to ${spokenPhone(to)}` : `and left ${spokenPhone(phone)}`;
  if (ended === 'rotated')
    return {
      title: `They changed their number, ${movement}.`,
      detail: `WhatsApp announced the change itself, so it is the same person.${to ? '' : ' The new number is hidden.'}`,
    };
  return {
    title: to
      ? `Their WhatsApp account came with ${spokenPhone(to)} instead of ${spokenPhone(phone)}.`
      : `They are no longer on ${spokenPhone(phone)}.`,
    detail: 'It is the same WhatsApp account, which has one number at a time. WhatsApp did not announce the change.',
  };
}

function lostWords({ phone, ended }: Change<'lease_ended'>): Words {
  return { title: `${spokenPhone(phone)} stopped being theirs.`, detail: lostBecause[ended] };
}

const lostBecause: Record<NonNullable<Lease['ended']>, string> = {
  rotated: 'They changed their number; WhatsApp announced it itself.',
  replaced: 'The same WhatsApp account came with another number.',
  taken: 'The number came with another WhatsApp account. What was written before stays here.',
  gone: 'Somebody said that they gave the number up.',
  rekeyed: 'The security code behind the number changed, and nothing but the number had said who it was.',
};

function renamedWords({ rule }: Step): Words {
  if (['R17', 'R18', 'R19', 'R20'].includes(rule))
    return {
      title: 'WhatsApp gave their account a new id.',
      detail:
        'That happens when somebody changes their number. WhatsApp announced it itself, so it is the same person.',
    };
  return {
    title: 'WhatsApp named their account in one more way.',
    detail: 'Both names came in one message, so they are one account. Agents never see them.',
  };
}

function joinWords({ rule, joins, at }: Step): Words {
  const number = [joins?.a, joins?.b].find((one) => one?.kind === 'phone');
  const spoken = number ? spokenPhone(number.value) : undefined;
  switch (rule) {
    case 'R15':
      return {
        title: 'WhatsApp named two accounts as one.',
        detail: 'Both ids came in one message, so the two are one account.',
      };
    case 'R16':
      return {
        title: 'A second id of their WhatsApp account was met.',
        detail:
          'WhatsApp names the same account above both. The change between them was not announced, so it is worth a check.',
      };
    case 'R17':
    case 'R18':
    case 'R19':
      return {
        title: 'Two became one person with a new number.',
        detail:
          'WhatsApp announced that the one changed to the other. The new account had been met before the announcement came.',
      };
    case 'R20':
      return {
        title: 'The account on their new number was met.',
        detail:
          'WhatsApp had announced the number and not the account. The first account met on it is taken for theirs.',
      };
    case 'R22':
      return {
        title: `They shared ${spoken ?? 'their number'}, and its history is theirs.`,
        detail:
          'They answered a request for the number, and WhatsApp vouches that it is their own. No account had been known for it.',
      };
    case 'R23':
      return {
        title: 'They shared a number that another account had, and the two became one.',
        detail:
          'WhatsApp vouches that the number is their own, nobody else ever had it, and the policy here joins them then.',
      };
    default:
      return spoken && number?.kind === 'phone'
        ? {
            title: `${spoken} turned out to be this WhatsApp account.`,
            detail: `The number ${spoken} was known since ${spokenDate(number.at)}; on ${spokenDate(at)} the same number came with a WhatsApp account, so the history is theirs.`,
          }
        : {
            title: 'Two accounts turned out to be one.',
            detail: 'WhatsApp named the same account above both.',
          };
  }
}

function keptWords(because: KeptApart, other: string | undefined): Words {
  const them = other ?? 'somebody else';
  return { title: `Kept apart from ${them}.`, detail: keptBecause[because] };
}

const keptBecause: Record<KeptApart, string> = {
  told_apart: 'Something spoke for their being one, but somebody here had said that they are not.',
  too_many_parts:
    'Something spoke for their being one, but it would have made one person of too many. Somebody should look.',
  quiet_too_long:
    'The number came with a WhatsApp account after a long silence, so it may have passed to somebody else.',
  other_key: 'The security code behind the number had changed, so it may be somebody else.',
  other_account:
    'They have used the same number under different WhatsApp accounts. A number that changes hands makes nobody one.',
  other_parent:
    'WhatsApp named another account above this one than before, which contradicts itself. Somebody should look.',
};

export function wordWords(word: Word): Words {
  const by = isolated(word.actor.name);
  return { title: `${by} ${wordTitles[word.kind]}`, detail: `Their reason: “${isolated(word.reason)}”.` };
}

const wordTitles: Record<Word['kind'], string> = {
  merge: 'put two people together as one.',
  split: 'told people apart.',
  'never-merge': 'marked two people as never the same.',
  undo: 'took an earlier word back.',
  settled: 'looked at a question and left it as it stands.',
};

function otherIn({ change, holderId }: Changed<'kept_apart'>, { nameOf, successorOf }: Telling): string | undefined {
  const sides = [change.holderId, change.otherId].map(successorOf);
  const other = sides.find((id) => id !== holderId);
  const name = other && nameOf(other);
  return name === undefined ? undefined : isolated(name);
}

/** "3 July 2026", in UTC: an explanation reads the same to everybody. */
function spokenDate(at: number): string {
  return new Date(at).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
}
