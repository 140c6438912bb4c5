// Tags and fields: which there are, and what stands on people and threads.

import {
  ChangeField,
  ChangeTag,
  Contact,
  ConversationDetail,
  CreateField,
  CreateTag,
  Field,
  FieldSubject,
  Problem,
  SetFieldValue,
  Tag,
} from '@throughline/contract';
import type { ContactId } from '@throughline/identity';
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Actor } from '../../access/actor.ts';
import { inTransaction } from '../../db/connect.ts';
import { type DefineOutcome, type Defining, defineLabel } from '../../flows/define-label.ts';
import { type Labeling, labelContact } from '../../flows/label-contact.ts';
import { labelConversation } from '../../flows/label-conversation.ts';
import { readValue, searchedValue } from '../../labels/rules-values.ts';
import { fieldById, fields, tagById, tags } from '../../labels/store.ts';
import { contactById } from '../../views/contacts.ts';
import { conversationDetail } from '../../views/conversation-detail.ts';
import { conversationById } from '../../views/conversation-list.ts';
import { sentence } from '../../words/sentence.ts';
import { within } from '../../words/viewer.ts';
import { actorOf } from '../auth.ts';
import { notFound, ProblemError } from '../problems.ts';
import { viewerOf } from '../readers.ts';
import type { ApiDoor } from './door.ts';
import { idempotency, once } from './once.ts';

const params = z.object({ id: z.uuid() });
const tagged = z.object({ id: z.uuid(), tagId: z.uuid() });
const filled = z.object({ id: z.uuid(), fieldId: z.uuid() });
const all = <T extends z.ZodType>(item: T) => ({ 200: z.object({ data: z.array(item) }), '4xx': Problem });
const described = { tags: ['Labels'] };

export const labels: FastifyPluginAsyncZod<ApiDoor> = async (app, { db, tools, guard }) => {
  const define = async <Kind extends 'tag' | 'field'>(defining: Defining, kind: Kind, actor: Actor) =>
    inTransaction(db, async (tx) => definedAs(await defineLabel(tx, { defining, actor }, tools), kind));

  app.get(
    '/tags',
    { ...guard('labels:read'), schema: { ...described, summary: 'All tags, archived ones too', response: all(Tag) } },
    async () => ({ data: await tags(db) }),
  );

  app.post(
    '/tags',
    {
      ...guard('labels:manage'),
      schema: {
        ...described,
        summary: 'Add a tag',
        headers: idempotency,
        body: CreateTag,
        response: { 201: Tag, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const asks = { call: 'tag', body: request.body };
      const asked = { defining: { kind: 'new-tag' as const, tag: request.body }, actor: actorOf(request) };
      const tag = await once(db, { request, asks }, async (tx) =>
        definedAs(await defineLabel(tx, asked, tools), 'tag'),
      );
      return reply.code(201).send(tag);
    },
  );

  app.patch(
    '/tags/:id',
    {
      ...guard('labels:manage'),
      schema: {
        ...described,
        summary: 'Rename, recolor or archive a tag',
        params,
        body: ChangeTag,
        response: { 200: Tag, '4xx': Problem },
      },
    },
    async (request) => define({ kind: 'tag', id: request.params.id, change: request.body }, 'tag', actorOf(request)),
  );

  app.get(
    '/fields',
    {
      ...guard('labels:read'),
      schema: {
        ...described,
        summary: 'All fields, archived ones too, in their order',
        querystring: z.object({ subject: FieldSubject.optional() }),
        response: all(Field),
      },
    },
    async (request) => ({ data: await fields(db, request.query.subject) }),
  );

  app.post(
    '/fields',
    {
      ...guard('labels:manage'),
      schema: {
        ...described,
        summary: 'Add a field',
        headers: idempotency,
        body: CreateField,
        response: { 201: Field, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const asks = { call: 'field', body: request.body };
      const asked = { defining: { kind: 'new-field' as const, field: request.body }, actor: actorOf(request) };
      const field = await once(db, { request, asks }, async (tx) =>
        definedAs(await defineLabel(tx, asked, tools), 'field'),
      );
      return reply.code(201).send(field);
    },
  );

  app.patch(
    '/fields/:id',
    {
      ...guard('labels:manage'),
      schema: {
        ...described,
        summary: 'Rename, reorder or archive a field, or change its choices',
        params,
        body: ChangeField,
        response: { 200: Field, '4xx': Problem },
      },
    },
    async (request) =>
      define({ kind: 'field', id: request.params.id, change: request.body }, 'field', actorOf(request)),
  );

  const onContact = async (id: string, labeling: Labeling, request: FastifyRequest) => {
    const [actor, viewer] = [actorOf(request), viewerOf(request)];
    const found = await contactById(db, viewer, id);
    if (!found) throw notFound('contact');
    const { portfolioId, contact } = found;
    const labeled = { portfolioId, contactId: contact.id as ContactId, actor: { id: actor.id, name: actor.name } };
    await inTransaction(db, (tx) => labelContact(tx, labeled, labeling, tools));
    const after = await contactById(db, within(viewer, portfolioId), contact.id);
    if (!after) throw notFound('contact');
    return after.contact;
  };

  const onConversation = async (id: string, labeling: Labeling, request: FastifyRequest) => {
    const [actor, viewer] = [actorOf(request), viewerOf(request)];
    const found = await conversationById(db, viewer, id);
    if (!found) throw notFound('conversation');
    const { portfolioId, conversation } = found;
    const by = { id: actor.id, name: actor.name };
    const thread = { portfolioId, id: conversation.id, contactId: conversation.contactId, actor: by };
    const done = await inTransaction(db, (tx) => labelConversation(tx, thread, labeling, tools));
    const after = done ? await conversationById(db, within(viewer, portfolioId), conversation.id) : undefined;
    if (!after) throw notFound('conversation');
    return conversationDetail(db, after, tools.clock());
  };

  const tagging = async (tagId: string, on: boolean): Promise<Labeling> => {
    const tag = await tagById(db, tagId);
    if (!tag) throw notFound('tag');
    if (on && tag.archived) throw new ProblemError(409, 'tag_archived', sentence('problem.tag_archived'));
    return { kind: 'tag', tagId, on };
  };

  const filling = async (fieldId: string, subject: Field['subject'], given: string | number | boolean | null) => {
    const field = await fieldById(db, fieldId);
    if (!field || field.subject !== subject || field.archived) throw notFound('field');
    const read = readValue(field, given);
    if (read.kind === 'wrong')
      throw new ProblemError(
        422,
        'value_wrong',
        sentence('field.named', { field: field.name, problem: read.problem }),
        {
          errors: [{ field: 'value', problem: read.problem }],
        },
      );
    if (read.kind === 'empty') {
      if (field.required)
        throw new ProblemError(422, 'value_required', sentence('problem.value_required', { name: field.name }));
      return { kind: 'value' as const, fieldId, value: null, search: '' };
    }
    return { kind: 'value' as const, fieldId, value: read.value, search: searchedValue(field, read.value) };
  };

  const contactAnswer = { 200: Contact, '4xx': Problem };
  const conversationAnswer = { 200: ConversationDetail, '4xx': Problem };

  for (const [method, on] of [
    ['PUT', true],
    ['DELETE', false],
  ] as const) {
    app.route({
      method,
      url: '/contacts/:id/tags/:tagId',
      ...guard('contacts:manage'),
      schema: {
        ...described,
        summary: on ? 'Put a tag on a person' : 'Take a tag off a person',
        params: tagged,
        response: contactAnswer,
      },
      handler: async (request) => onContact(request.params.id, await tagging(request.params.tagId, on), request),
    });
    app.route({
      method,
      url: '/conversations/:id/tags/:tagId',
      ...guard('conversations:manage'),
      schema: {
        ...described,
        summary: on ? 'Put a tag on a thread' : 'Take a tag off a thread',
        params: tagged,
        response: conversationAnswer,
      },
      handler: async (request) => onConversation(request.params.id, await tagging(request.params.tagId, on), request),
    });
  }

  app.put(
    '/contacts/:id/fields/:fieldId',
    {
      ...guard('contacts:manage'),
      schema: {
        ...described,
        summary: 'Fill in a field of a person; null empties it',
        params: filled,
        body: SetFieldValue,
        response: contactAnswer,
      },
    },
    async (request) => {
      const { id, fieldId } = request.params;
      return onContact(id, await filling(fieldId, 'contact', request.body.value), request);
    },
  );

  app.put(
    '/conversations/:id/fields/:fieldId',
    {
      ...guard('conversations:manage'),
      schema: {
        ...described,
        summary: 'Fill in a field of a thread; null empties it',
        params: filled,
        body: SetFieldValue,
        response: conversationAnswer,
      },
    },
    async (request) => {
      const { id, fieldId } = request.params;
      return onConversation(id, await filling(fieldId, 'conversation', request.body.value), request);
    },
  );
};

function definedAs<Kind extends 'tag' | 'field'>(outcome: DefineOutcome, kind: Kind): Kind extends 'tag' ? Tag : Field {
  switch (outcome.kind) {
    case 'tag':
      return outcome.tag as Kind extends 'tag' ? Tag : Field;
    case 'field':
      return outcome.field as Kind extends 'tag' ? Tag : Field;
    case 'unknown':
      throw notFound(kind);
    case 'name_taken':
      throw new ProblemError(409, 'name_taken', sentence(`problem.${kind}_name_taken`), {
        errors: [{ field: 'name', problem: sentence('field.unused_name') }],
      });
    case 'too_many':
      throw new ProblemError(
        409,
        'too_many',
        sentence(kind === 'tag' ? 'problem.too_many_tags' : 'problem.too_many_fields'),
      );
  }
}
