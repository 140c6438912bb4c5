// The steps of an explanation as sentences for agents. An account is "a WhatsApp account", never its id.

import type { ExplanationStep } from '@throughline/contract';
import {
  type E164,
  type EvidenceId,
  type HolderId,
  isDoubtful,
  type KeptApart,
  type Step,
  type Word,
} from '@throughline/identity';
import { say } from '../words/say.ts';
import type { Reader } from '../words/viewer.ts';
import type { Words } from './words.ts';

/** What a sentence needs besides the step. */
export interface Telling {
  reader: Reader;
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
  const { reader } = telling;
  const told: Told = (step, type, words) => sentence(step, type, words, telling);
  const joined = fact.filter(isDoubtful).map((step) => told(step, 'joined', joinWords(reader, step)));
  const kept = only(fact, 'kept_apart').map((step) =>
    told(step, 'kept_apart', keptWords(reader, step.change.because, otherIn(step, telling))),
  );
  const said = only(fact, 'said').map((step) => told(step, step.change.word.kind, wordWords(reader, step.change.word)));
  const rest = fact.filter((step) => !isDoubtful(step) && !['kept_apart', 'said'].includes(step.change.type));
  return [...plain(rest, joined.length > 0, { reader, told }), ...kept, ...joined, ...said];
}

type Told = (step: Step, type: string, words: Words) => ExplanationStep;

/** Names and numbers gained and lost. A name or a number that came with a join goes without saying. */
function plain(
  fact: readonly Step[],
  joined: boolean,
  { reader, told }: { reader: Reader; told: Told },
): ExplanationStep[] {
  const [born, named] = [only(fact, 'born')[0], only(fact, 'named')[0]];
  const [leased, ended] = [only(fact, 'leased')[0], only(fact, 'lease_ended')];
  const moved = ended.find(({ change }) => change.ended === 'rotated' || change.ended === 'replaced');
  if (moved) {
    const others = ended
      .filter((step) => step !== moved)
      .map((step) => told(step, 'number_lost', lostWords(reader, step.change)));
    return [told(moved, 'number_changed', movedWords(reader, moved.change, leased?.change.phone)), ...others];
  }
  const lost = ended.map((step) => told(step, 'number_lost', lostWords(reader, step.change)));
  if (born ?? (leased && joined ? undefined : leased))
    return [
      ...lost,
      told(
        born ?? (leased as Step),
        born ? 'began' : 'number_gained',
        beganWords(reader, fact, { phone: leased?.change.phone, named: !!named }),
      ),
    ];
  if (named && !joined) return [...lost, told(named, 'account_named', renamedWords(reader, named))];
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
function beganWords(reader: Reader, fact: readonly Step[], { phone, named }: Begun): Words {
  const [first] = fact;
  const number = phone && { phone };
  if (!fact.some(({ change }) => change.type === 'born'))
    return {
      title: number
        ? say(reader, 'step.number_gained.title', { phone: number })
        : say(reader, 'step.number_gained.unknown.title'),
      detail: say(reader, first?.rule === 'R22' ? 'step.number_gained.asked.detail' : 'step.number_gained.detail'),
    };
  if (!number)
    return { title: say(reader, 'step.began.account.title'), detail: say(reader, 'step.began.account.detail') };
  const before = ['R5', 'R11', 'R12', 'R26'].includes(first?.rule ?? '');
  const what = named ? ('both' as const) : ('number' as const);
  return {
    title: say(reader, `step.began.${what}.title`, { phone: number }),
    detail: say(reader, before ? 'step.began.other_before.detail' : `step.began.${what}.detail`),
  };
}

interface Begun {
  phone: E164 | undefined;
  named: boolean;
}

function movedWords(reader: Reader, { phone: from, ended }: Change<'lease_ended'>, to: E164 | undefined): Words {
  const before = { phone: from };
  if (ended === 'rotated')
    return to
      ? {
          title: say(reader, 'step.number_changed.title', { before, phone: { phone: to } }),
          detail: say(reader, 'step.number_changed.detail'),
        }
      : {
          title: say(reader, 'step.number_changed.hidden.title', { before }),
          detail: say(reader, 'step.number_changed.hidden.detail'),
        };
  return {
    title: to
      ? say(reader, 'step.number_replaced.title', { before, phone: { phone: to } })
      : say(reader, 'step.number_replaced.hidden.title', { before }),
    detail: say(reader, 'step.number_replaced.detail'),
  };
}

function lostWords(reader: Reader, { phone, ended }: Change<'lease_ended'>): Words {
  return {
    title: say(reader, 'step.number_lost.title', { phone: { phone } }),
    detail: say(reader, `step.number_lost.${ended}.detail`),
  };
}

function renamedWords(reader: Reader, { rule }: Step): Words {
  const what = ['R17', 'R18', 'R19', 'R20'].includes(rule) ? ('renamed' as const) : ('named' as const);
  return {
    title: say(reader, `step.account_${what}.title`),
    detail: say(reader, `step.account_${what}.detail`),
  };
}

function joinWords(reader: Reader, { rule, joins, at }: Step): Words {
  const number = [joins?.a, joins?.b].find((one) => one?.kind === 'phone');
  const phone = number && { phone: number.value };
  switch (rule) {
    case 'R15':
      return joined(reader, 'ids');
    case 'R16':
      return joined(reader, 'second_id');
    case 'R17':
    case 'R18':
    case 'R19':
      return joined(reader, 'changed');
    case 'R20':
      return joined(reader, 'new_account');
    case 'R22':
      return {
        title: phone
          ? say(reader, 'step.joined.shared.title', { phone })
          : say(reader, 'step.joined.shared.unknown.title'),
        detail: say(reader, 'step.joined.shared.detail'),
      };
    case 'R23':
      return joined(reader, 'shared_before');
    default:
      return phone && number?.kind === 'phone'
        ? {
            title: say(reader, 'step.joined.number.title', { phone }),
            detail: say(reader, 'step.joined.number.detail', {
              phone,
              since: new Date(number.at),
              at: new Date(at),
            }),
          }
        : joined(reader, 'accounts');
  }
}

function joined(
  reader: Reader,
  how: 'ids' | 'second_id' | 'changed' | 'new_account' | 'shared_before' | 'accounts',
): Words {
  return { title: say(reader, `step.joined.${how}.title`), detail: say(reader, `step.joined.${how}.detail`) };
}

function keptWords(reader: Reader, because: KeptApart, other: string | undefined): Words {
  return {
    title:
      other === undefined
        ? say(reader, 'step.kept_apart.unknown.title')
        : say(reader, 'step.kept_apart.title', { other }),
    detail: say(reader, `step.kept_apart.${because}.detail`),
  };
}

export function wordWords(reader: Reader, { kind, actor, reason }: Word): Words {
  return {
    title: say(reader, `step.said.${kind}.title`, { by: actor.name }),
    detail: say(reader, 'step.said.detail', { reason }),
  };
}

function otherIn({ change, holderId }: Changed<'kept_apart'>, { nameOf, successorOf }: Telling): string | undefined {
  const sides = [change.holderId, change.otherId].map(successorOf);
  const other = sides.find((id) => id !== holderId);
  return other && nameOf(other);
}
