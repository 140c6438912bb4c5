// Notes beside a thread, whom they call, and the queue of those that called one.

import {
  Colleague,
  ListMentions,
  MentionCount,
  MentionItem,
  NoteItem,
  NoteVersion,
  Problem,
  page,
  WriteNote,
} from '@throughline/contract';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Actor } from '../../access/actor.ts';
import { inTransaction, type Reader } from '../../db/connect.ts';
import { changeNote, type NoteEdit } from '../../flows/change-note.ts';
import { readMentions } from '../../flows/read-mentions.ts';
import { writeNote } from '../../flows/write-note.ts';
import { conversationById } from '../../views/conversation-list.ts';
import { listMentions, unreadMentions } from '../../views/mentions.ts';
import { callable, noteById, noteVersions } from '../../views/notes.ts';
import { sentence } from '../../words/sentence.ts';
import type { Viewer } from '../../words/viewer.ts';
import { actorOf } from '../auth.ts';
import { personIn } from '../person.ts';
import { notFound, ProblemError } from '../problems.ts';
import { viewerOf } from '../readers.ts';
import type { ApiDoor } from './door.ts';
import { idempotency, once } from './once.ts';

const params = z.object({ id: z.uuid() });
const noteParams = z.object({ id: z.uuid(), noteId: z.uuid() });
const tags = ['Notes'];

interface Asking {
  actor: Actor;
  viewer: Viewer;
}

export const notes: FastifyPluginAsyncZod<ApiDoor> = async (app, { db, tools, guard }) => {
  const find = async (from: Reader, viewer: Viewer, id: string) => {
    const found = await conversationById(from, viewer, id);
    if (!found) throw notFound('conversation');
    return found;
  };

  app.post(
    '/conversations/:id/notes',
    {
      ...guard('notes:write'),
      schema: {
        tags,
        summary: 'Write a note beside a thread',
        description: 'Colleagues see it in the timeline; the customer never does.',
        params,
        headers: idempotency,
        body: WriteNote,
        response: { 201: NoteItem, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { id } = request.params;
      const { portfolios } = actor;
      const author = { id: actor.id, name: actor.name };
      const note = await once(db, { request, asks: { note: id, ...request.body } }, async (tx) => {
        const outcome = await writeNote(
          tx,
          { conversationId: id, portfolios, ...request.body, author, userId: personIn(actor)?.id },
          tools,
        );
        if (outcome.kind === 'no_conversation') throw notFound('conversation');
        if (outcome.kind === 'nobody_called_so') throw nobodyCalledSo();
        const written = await noteById(tx, outcome.portfolioId, outcome.noteId);
        if (!written) throw new Error('A note just written is not there.');
        return written;
      });
      return reply.code(201).send(note);
    },
  );

  const change = async ({ actor, viewer }: Asking, { id, noteId }: z.infer<typeof noteParams>, to: NoteEdit['to']) => {
    const { portfolioId, conversation } = await find(db, viewer, id);
    const edit = { noteId, conversationId: conversation.id, authorId: actor.id, to };
    const outcome = await inTransaction(db, (tx) => changeNote(tx, portfolioId, edit, tools));
    switch (outcome.kind) {
      case 'no_note':
        throw notFound('note');
      case 'not_yours':
        throw new ProblemError(403, 'not_yours', sentence('problem.not_yours', { author: outcome.author }));
      case 'nobody_called_so':
        throw nobodyCalledSo();
    }
    const now = await noteById(db, portfolioId, noteId);
    if (!now) throw notFound('note');
    return now;
  };

  app.put(
    '/conversations/:id/notes/:noteId',
    {
      ...guard('notes:write'),
      schema: {
        tags,
        summary: 'Edit a note of your own',
        params: noteParams,
        body: WriteNote,
        response: { 200: NoteItem, '4xx': Problem },
      },
    },
    async (request) =>
      await change({ actor: actorOf(request), viewer: viewerOf(request) }, request.params, request.body),
  );

  app.delete(
    '/conversations/:id/notes/:noteId',
    {
      ...guard('notes:write'),
      schema: {
        tags,
        summary: 'Delete a note of your own',
        description: 'Its place stays in the thread; what it said is kept for those who may read the history of notes.',
        params: noteParams,
        response: { 200: NoteItem, '4xx': Problem },
      },
    },
    async (request) => await change({ actor: actorOf(request), viewer: viewerOf(request) }, request.params, null),
  );

  app.get(
    '/conversations/:id/notes/:noteId/versions',
    {
      ...guard('notes-history:read'),
      schema: {
        tags,
        summary: 'What a note said before',
        params: noteParams,
        response: { 200: page(NoteVersion), '4xx': Problem },
      },
    },
    async (request) => {
      const { portfolioId, conversation } = await find(db, viewerOf(request), request.params.id);
      const note = await noteById(db, portfolioId, request.params.noteId);
      if (note?.conversationId !== conversation.id) throw notFound('note');
      return { data: await noteVersions(db, portfolioId, note.id), next: null };
    },
  );

  app.get(
    '/colleagues',
    {
      ...guard('conversations:read'),
      schema: { tags, summary: 'Whom a note can call', response: { 200: page(Colleague), '4xx': Problem } },
    },
    async () => ({ data: await callable(db), next: null }),
  );

  app.get(
    '/mentions',
    {
      ...guard('conversations:read'),
      schema: {
        tags,
        summary: 'Notes that called you, newest first',
        querystring: ListMentions,
        response: { 200: page(MentionItem), '4xx': Problem },
      },
    },
    async (request) => {
      const { portfolios, id: userId } = actorOf(request);
      return await listMentions(db, { portfolios, userId }, request.query);
    },
  );

  app.get(
    '/mentions/count',
    {
      ...guard('conversations:read'),
      schema: { tags, summary: 'How many you have not seen', response: { 200: MentionCount, '4xx': Problem } },
    },
    async (request) => {
      const { portfolios, id: userId } = actorOf(request);
      return { unread: await unreadMentions(db, { portfolios, userId }) };
    },
  );

  app.post(
    '/conversations/:id/mentions/read',
    {
      ...guard('conversations:read'),
      schema: {
        tags,
        summary: 'You have seen the notes that called you here',
        params,
        response: { 204: z.null(), '4xx': Problem },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { portfolioId, conversation } = await find(db, viewerOf(request), request.params.id);
      const seen = { userId: actor.id, conversationId: conversation.id, at: tools.clock() };
      await inTransaction(db, (tx) => readMentions(tx, portfolioId, seen));
      return reply.code(204).send(null);
    },
  );
};

function nobodyCalledSo(): ProblemError {
  return new ProblemError(422, 'nobody_called_so', sentence('problem.nobody_called_so'), {
    errors: [{ field: 'mentions', problem: sentence('field.colleagues') }],
  });
}
