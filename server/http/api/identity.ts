// What people say about who is who: one person, not one person, never one person, taken back; and what they were told of numbers.

import {
  type AuditAct,
  ClaimNumber,
  Contact,
  GiveUpNumber,
  IdentityChange,
  MergeContacts,
  NeverMerge,
  Problem,
  SplitContact,
  TakeBack,
} from '@throughline/contract';
import type { ContactId } from '@throughline/identity';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Actor } from '../../access/actor.ts';
import type { Transaction } from '../../db/connect.ts';
import { inSnapshot } from '../../db/snapshot.ts';
import { claimNumber } from '../../flows/claim-number.ts';
import { giveUpNumber } from '../../flows/give-up-number.ts';
import { mergeContacts } from '../../flows/merge-contacts.ts';
import { neverMerge } from '../../flows/never-merge.ts';
import { noteAct } from '../../flows/note-act.ts';
import type { Saying, Spoken } from '../../flows/say-word.ts';
import { type SplitAt, splitContact } from '../../flows/split-contact.ts';
import { takeBack } from '../../flows/take-back.ts';
import { type ContactFound, contactById } from '../../views/contacts.ts';
import { acrossPortfolios, identityChange } from '../../views/identity-change.ts';
import { sentence } from '../../words/sentence.ts';
import { type Viewer, within } from '../../words/viewer.ts';
import { actorOf } from '../auth.ts';
import { notFound, ProblemError } from '../problems.ts';
import { viewerOf } from '../readers.ts';
import type { ApiDoor } from './door.ts';
import { idempotency, once } from './once.ts';

const params = z.object({ id: z.uuid() });
const described = (summary: string) => ({ tags: ['Who is who'], summary, params, headers: idempotency });
const said = { 200: IdentityChange, '4xx': Problem };

type Body = { reason: string; dryRun: boolean; with?: string | undefined; account?: string | undefined; word?: string };
interface Speaking {
  call: keyof typeof acts;
  request: Request;
  body: Body;
  actor: Actor;
  found: ContactFound;
}
/** What is written down of each word, and what of the body tells about whom. */
const acts = {
  merge: 'contacts_merged',
  never: 'contacts_kept_apart',
  split: 'contact_split',
  undo: 'word_taken_back',
} as const satisfies Record<string, AuditAct>;

type Request = { params: { id: string }; headers: { 'idempotency-key'?: string | undefined } };

export const identity: FastifyPluginAsyncZod<ApiDoor> = async (app, { db, tools, policy, guard }) => {
  const find = async (id: string, viewer: Viewer) => {
    const found = await contactById(db, viewer, id);
    if (!found) throw notFound('contact');
    return found;
  };
  const findOther = async (id: string, viewer: Viewer) => {
    const found = await contactById(db, viewer, id);
    if (!found)
      throw new ProblemError(422, 'contact_unknown', sentence('problem.contact_unknown'), {
        errors: [{ field: 'with', problem: sentence('field.contact') }],
      });
    return found;
  };

  /** A dry run reads one moment and cannot write; what is said in earnest is done once for its key, and undone where it is refused. */
  const speak = async (
    { call, request, body, actor, found }: Speaking,
    say: (tx: Transaction, saying: Saying) => Promise<Spoken>,
  ) => {
    const { reason, dryRun } = body;
    const saying = { portfolioId: found.portfolioId, actor, reason, dryRun, policy, tools };
    const work = async (tx: Transaction) => await identityChange(tx, found.viewer, await say(tx, saying));
    if (dryRun) return await inSnapshot(db, work);
    const asks = { call, id: request.params.id, body };
    return await once(db, { request, asks }, async (tx) => {
      const change = earnest(await work(tx));
      const detail = {
        word: change.word ?? null,
        ...(body.with !== undefined && { with: body.with }),
        ...(body.account !== undefined && { account: body.account }),
        ...(body.word !== undefined && { word: body.word }),
      };
      const { portfolioId: portfolio } = found;
      await noteAct(tx, actor, { act: acts[call], subject: contactSubject(found), portfolio, detail });
      return change;
    });
  };

  app.post(
    '/contacts/:id/merge',
    {
      ...guard('identity:merge'),
      schema: { ...described('Say that two contacts are one person'), body: MergeContacts, response: said },
    },
    async (request) => {
      const { body } = request;
      const actor = actorOf(request);
      const [found, other] = [
        await find(request.params.id, viewerOf(request)),
        await findOther(body.with, viewerOf(request)),
      ];
      if (found.portfolioId !== other.portfolioId) return apart(found, other, body);
      const pair = pairOf(found, other);
      return await speak({ call: 'merge', request, body, actor, found }, (tx, saying) =>
        mergeContacts(tx, pair, saying),
      );
    },
  );

  app.post(
    '/contacts/:id/never-merge',
    {
      ...guard('identity:merge'),
      schema: { ...described('Say that two contacts are never one person'), body: NeverMerge, response: said },
    },
    async (request) => {
      const { body } = request;
      const actor = actorOf(request);
      const [found, other] = [
        await find(request.params.id, viewerOf(request)),
        await findOther(body.with, viewerOf(request)),
      ];
      if (found.portfolioId !== other.portfolioId) return apart(found, other, body);
      const pair = pairOf(found, other);
      return await speak({ call: 'never', request, body, actor, found }, (tx, saying) => neverMerge(tx, pair, saying));
    },
  );

  app.post(
    '/contacts/:id/split',
    {
      ...guard('identity:merge'),
      schema: { ...described('Say that a contact is not one person'), body: SplitContact, response: said },
    },
    async (request) => {
      const { body } = request;
      const actor = actorOf(request);
      const found = await find(request.params.id, viewerOf(request));
      const at: SplitAt =
        body.account === undefined ? { kind: 'step', id: body.step ?? '' } : { kind: 'account', id: body.account };
      return await speak({ call: 'split', request, body, actor, found }, (tx, saying) =>
        splitContact(tx, { contactId: idOf(found), at }, saying),
      );
    },
  );

  app.post(
    '/contacts/:id/undo',
    {
      ...guard('identity:merge'),
      schema: { ...described('Take back what was said about a contact'), body: TakeBack, response: said },
    },
    async (request) => {
      const { body } = request;
      const actor = actorOf(request);
      const found = await find(request.params.id, viewerOf(request));
      return await speak({ call: 'undo', request, body, actor, found }, (tx, saying) =>
        takeBack(tx, { contactId: idOf(found), word: body.word }, saying),
      );
    },
  );

  app.post(
    '/contacts/:id/claims',
    {
      ...guard('conversations:manage'),
      schema: {
        ...described('Note a number that this person is said to have; it joins nobody'),
        body: ClaimNumber,
        response: { 200: Contact, '4xx': Problem },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      const found = await find(request.params.id, viewerOf(request));
      const { portfolioId, contact } = found;
      const claim = { portfolioId, contactId: contact.id as ContactId, phone: request.body.phone, actor };
      const asks = { call: 'claim', id: contact.id, body: request.body };
      return await once(db, { request, asks }, async (tx) => {
        const outcome = await claimNumber(tx, claim, { policy, tools });
        if (outcome === 'phone_invalid') throw phoneInvalid();
        if (outcome === 'alias_not_dialable')
          throw new ProblemError(422, 'alias_not_dialable', sentence('problem.alias_not_dialable'), {
            errors: [{ field: 'phone', problem: sentence('field.phone') }],
          });
        if (outcome === 'own_number')
          throw new ProblemError(422, 'own_number', sentence('problem.own_number'), {
            errors: [{ field: 'phone', problem: sentence('field.own_number') }],
          });
        return await shown(tx, found);
      });
    },
  );

  app.post(
    '/contacts/:id/give-up',
    {
      ...guard('identity:merge'),
      schema: {
        ...described('Say that a number is no longer this person’s'),
        body: GiveUpNumber,
        response: { 200: Contact, '4xx': Problem },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      const found = await find(request.params.id, viewerOf(request));
      const { portfolioId, contact } = found;
      const giving = { portfolioId, contactId: contact.id as ContactId, ...request.body, actor };
      const asks = { call: 'give-up', id: contact.id, body: request.body };
      return await once(db, { request, asks }, async (tx) => {
        const outcome = await giveUpNumber(tx, giving, { policy, tools });
        if (outcome === 'phone_invalid') throw phoneInvalid();
        if (outcome === 'not_theirs') throw new ProblemError(409, 'not_theirs', sentence('problem.not_theirs'));
        await noteAct(tx, actor, {
          act: 'number_given_up',
          subject: { kind: 'contact', id: contact.id },
          portfolio: portfolioId,
        });
        return await shown(tx, found);
      });
    },
  );
};

const contactSubject = ({ contact }: ContactFound) => ({ kind: 'contact' as const, id: contact.id });
const idOf = ({ contact }: ContactFound) => contact.id as ContactId;
const pairOf = (one: ContactFound, other: ContactFound) => ({ one: idOf(one), other: idOf(other) });

function earnest(change: z.infer<typeof IdentityChange>) {
  if (change.refused) throw new ProblemError(409, change.refused.code, change.refused.title);
  return change;
}

function apart(found: ContactFound, other: ContactFound, { dryRun }: Body) {
  const change = acrossPortfolios(
    found.viewer,
    [found, other].map((one) => one.contact),
  );
  return dryRun ? change : earnest(change);
}

function phoneInvalid(): ProblemError {
  return new ProblemError(422, 'phone_invalid', sentence('problem.phone_invalid'), {
    errors: [{ field: 'phone', problem: sentence('field.phone') }],
  });
}

async function shown(tx: Transaction, { viewer, portfolioId, contact }: ContactFound) {
  const found = await contactById(tx, within(viewer, portfolioId), contact.id);
  if (!found) throw new Error('A contact that was just changed is not there.');
  return found.contact;
}
