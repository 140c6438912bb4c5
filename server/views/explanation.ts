// Why Throughline takes somebody for one person: decided again from all the evidence, step by step, and told without backend ids.
//
// Always under the policy in force now, also where it is asked what was known at an earlier time: the answer then is what that
// knowledge comes to, not what a deployment with another policy may have shown.

import { randomUUID } from 'node:crypto';
import type { ContactSummary, Explanation, ExplanationStep, Said } from '@throughline/contract';
import {
  anchorsOf,
  type ContactId,
  type Evidence,
  type EvidenceId,
  type HolderId,
  holderAt,
  how,
  isDoubtful,
  asOf as knownAt,
  type Policy,
  type Resolution,
  refold,
  type State,
  type Step,
  standing,
  successors,
  union,
  type Who,
  type Word,
  why,
  whyNot,
} from '@throughline/identity';
import { historyOf, historySize, outlineOf, stateAround } from '../contacts/load.ts';
import { threadCounts } from '../conversations/store.ts';
import type { Reader } from '../db/connect.ts';
import { policyOf } from '../numbers/policy.ts';
import { say } from '../words/say.ts';
import type { Viewer } from '../words/viewer.ts';
import { madeIn } from './accounts.ts';
import type { ContactFound } from './contacts.ts';
import { type Telling, toldSteps, wordWords } from './step-words.ts';

/** The first and the last steps of somebody with very many: a number that goes back and forth makes thousands. */
const firstSteps = 50;
const lastSteps = 150;
const mostSaid = 200;

const noThreads = new Map<HolderId, number>();

/** Somebody asked about: the id as it was given, which may be of a time before a merge, and who answers to it now. */
export interface Asked {
  id: string;
  found: ContactFound;
}

export interface Question {
  about: Asked;
  /** Milliseconds, our clock. */
  asOf?: number | undefined;
  with?: Asked | undefined;
  /** Of more evidence than this the answer is told from its outline: however much there is, it takes no more memory. */
  mostEvidence?: number | undefined;
}

interface Known {
  resolution: Resolution;
  receivedAt: ReadonlyMap<EvidenceId, number | undefined>;
}

/** Reads several tables: give it a snapshot where the service is running. */
export async function explanationOf(db: Reader, question: Question, defaults: Policy): Promise<Explanation> {
  const { about, asOf } = question;
  const { portfolioId, viewer: reader } = about.found;
  const other = question.with?.found.portfolioId === portfolioId ? question.with : undefined;
  const known = await knownOf(db, { ...question, with: other }, defaults);
  const { state } = known.resolution;
  const contactId = contactNow(state, about);
  const threads = await threadCounts(
    db,
    portfolioId,
    state.holders.map(({ id }) => id),
  );
  const made = contactId && madeIn(state, contactId, threads);
  const steps = (contactId ? how(known.resolution, contactId) : []).filter(({ change }) => change.type !== 'said');
  return {
    contactId: contactId ?? about.found.contact.id,
    asOf: asOf === undefined ? null : new Date(asOf).toISOString(),
    known: contactId !== undefined,
    displayName: made?.displayName ?? say(reader, 'explanation.nobody'),
    accounts: made?.accounts ?? [],
    ...bounded(inTime(toldSteps(steps, tellingOf(reader, known)))),
    said: saidOf(reader, known.resolution, contactId),
    comparison: comparisonOf(known, question, other !== undefined),
  };
}

/** Everything known by then, decided again. */
async function knownOf(
  db: Reader,
  { about, asOf, with: other, mostEvidence }: Question,
  defaults: Policy,
): Promise<Known> {
  const { portfolioId } = about.found;
  const holderIds = new Set([...about.found.holderIds, ...(other?.found.holderIds ?? [])]);
  const around = await Promise.all([...holderIds].map((id) => stateAround(db, portfolioId, id)));
  const states = new Map(around.filter((one) => one !== undefined).map((one) => [one.id, one.state]));
  const state = union([...states.values()]);
  const ids = [...states.keys()];
  const isMuch = mostEvidence !== undefined && (await historySize(db, portfolioId, ids)) > mostEvidence;
  const history = await (isMuch ? outlineOf : historyOf)(db, portfolioId, ids);
  const all: Evidence[] = [...history, ...state.words];
  const facts = asOf === undefined ? all : knownAt(all, asOf);
  const policy = await policyOf(db, portfolioId, defaults);
  // Everybody takes back the ids they have now. Who was somebody of their own then, and is not now, gets ids for this answer only.
  const newIds = {
    holder: () => randomUUID() as string as HolderId,
    contact: () => randomUUID() as string as ContactId,
  };
  const resolution = refold(facts, { ...state, words: [] }, { policy, ids: newIds });
  return { resolution, receivedAt: new Map(history.map((one) => [one.id, one.receivedAt])) };
}

/** Who answers to an id: whoever was born with it, else whoever has a part of the one it leads to now. */
function contactNow({ holders }: State, { id, found }: Asked): ContactId | undefined {
  const own = holders.find((holder) => holder.ownContactId === id);
  return (own ?? holders.find((holder) => found.holderIds.includes(holder.id)))?.contactId;
}

function nameOf(state: State, contactId: ContactId | undefined): string | undefined {
  return contactId && madeIn(state, contactId, noThreads)?.displayName;
}

function tellingOf(reader: Viewer, { resolution, receivedAt }: Known): Telling {
  const { state, trace, retired } = resolution;
  const contactOf = new Map(state.holders.map((holder) => [holder.id, holder.contactId]));
  const accounts = new Map(state.holders.map((holder) => [holder.id, holder.ownContactId]));
  return {
    reader,
    receivedAt: (id) => receivedAt.get(id),
    nameOf: (id) => nameOf(state, contactOf.get(id)),
    accountOf: (id) => accounts.get(id),
    successorOf: successors(trace, retired),
  };
}

/** What people said about this person, oldest first; what was taken back too, and the takings-back. */
function saidOf(reader: Viewer, { state }: Resolution, contactId: ContactId | undefined): Said[] {
  const stands = new Set(standing(state.words).map(({ id }) => id));
  const own = new Set(state.holders.filter((holder) => holder.contactId === contactId).map(({ id }) => id));
  const about = (word: Word) => anchorsOf(word).some((anchor) => own.has(holderAt(state, anchor) ?? ('' as HolderId)));
  return state.words
    .filter(about)
    .sort((a, b) => a.at - b.at)
    .slice(-mostSaid)
    .map((word) => ({
      id: word.id,
      at: new Date(word.at).toISOString(),
      type: word.kind,
      by: word.actor.name,
      reason: word.reason,
      title: wordWords(reader, word).title,
      stands: stands.has(word.id),
    }));
}

function comparisonOf(known: Known, { about, with: other }: Question, comparable: boolean): Explanation['comparison'] {
  if (!other) return null;
  const { resolution } = known;
  const { viewer: reader } = about.found;
  const summary = summaryOf(resolution.state, other);
  if (!comparable)
    return { with: summary, same: false, title: say(reader, 'explanation.other_portfolio'), because: [] };
  const [one, two] = whoAre(resolution.state, about, other) ?? [];
  const tell = (steps: readonly Step[]) => bounded(inTime(toldSteps(steps, tellingOf(reader, known)))).steps;
  const reason = one && two && why(resolution, one, two);
  if (one && reason) {
    // Two ids of one account: whatever made it one.
    const whole = contactNow(resolution.state, about);
    const because = reason.length > 0 || !whole ? reason : how(resolution, whole).filter(isDoubtful);
    return { with: summary, same: true, title: say(reader, 'explanation.same'), because: tell(because) };
  }
  const against = one && two && whyNot(resolution, one, two);
  const found = against === undefined ? 'unknown_then' : against.length > 0 ? 'apart' : 'unconnected';
  return { with: summary, same: false, title: say(reader, `explanation.${found}`), because: tell(against ?? []) };
}

/**
 * Two contacts are compared as they are, with all their parts. Two ids that lead to one contact mean the parts that were born with
 * them: why those are one is the question then.
 */
function whoAre(state: State, about: Asked, other: Asked): Extract<Who, { id: string }>[] | undefined {
  const [one, two] = [contactNow(state, about), contactNow(state, other)];
  if (one === undefined || two === undefined) return undefined;
  return [
    [about, one],
    [other, two],
  ].map(([asked, contactId]) => {
    const own = state.holders.find((holder) => holder.ownContactId === (asked as Asked).id);
    return one === two && own ? { kind: 'holder', id: own.id } : { kind: 'contact', id: contactId as ContactId };
  });
}

function summaryOf(state: State, asked: Asked): ContactSummary {
  const contactId = contactNow(state, asked);
  const made = contactId && madeIn(state, contactId, noThreads);
  const { id, displayName, identifier, numberHidden } = made ?? asked.found.contact;
  return { id, displayName, identifier, numberHidden };
}

const inTime = (steps: ExplanationStep[]) => steps.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));

function bounded(steps: ExplanationStep[]): { steps: ExplanationStep[]; stepsLeftOut?: number } {
  const stepsLeftOut = steps.length - firstSteps - lastSteps;
  return stepsLeftOut > 0
    ? { steps: [...steps.slice(0, firstSteps), ...steps.slice(-lastSteps)], stepsLeftOut }
    : { steps };
}
