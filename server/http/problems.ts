// What a caller did wrong, said so that it can be put right: RFC 9457, with a stable code.

import type { Problem } from '@throughline/contract';
import type { PortfolioId } from '@throughline/identity';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { BadCursorError } from '../views/paging.ts';
import { en, type Key } from '../words/en/index.ts';
import { retell, tell } from '../words/say.ts';
import { keptIn, type Sentence, sentence } from '../words/sentence.ts';
import type { Reader } from '../words/viewer.ts';
import { readerOf } from './readers.ts';

/** A sentence of the catalog is said in the caller's language; a text is given as it is. */
export type Told = Sentence | string;

interface More {
  errors?: readonly { field: string; problem: Told }[];
  allowed?: string[];
}

export class ProblemError extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: Told;
  readonly more: More;
  constructor(status: number, code: string, detail: Told, more: More = {}) {
    super(code);
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.more = more;
  }
}

export function notFound(what: string): ProblemError {
  const key = `problem.not_found.${what}`;
  const known = Object.hasOwn(en, key) ? { key: key as Key, values: {} } : sentence('problem.not_found', { what });
  return new ProblemError(404, 'not_found', known);
}

/** As it is answered. */
export function problemFor(reader: Reader, { status, code, detail, more }: ProblemError): Problem {
  const { errors, allowed } = more;
  return {
    type: `https://throughline.dev/problems/${code}`,
    title: titleOf(reader, code),
    status,
    code,
    detail: told(reader, detail),
    ...(errors && { errors: errors.map(({ field, problem }) => ({ field, problem: told(reader, problem) })) }),
    ...(allowed && { allowed }),
  };
}

/** "text.body: must have at least 1 character; to: is missing" */
export function byField(errors: readonly { field: string; problem: Told }[]): Sentence {
  const each = errors.map(({ field, problem }) => sentence('field.named', { field, problem }));
  return sentence('field.all', { problems: { joined: each, by: '; ' } });
}

function told(reader: Reader, one: Told): string {
  return typeof one === 'string' ? retell(reader, one) : tell(reader, one);
}

/** What it is called in few words, by its stable code. */
export function titleOf(reader: Reader, code: string): string {
  const key = `title.${code}`;
  if (Object.hasOwn(en, key)) return tell(reader, { key: key as Key, values: {} });
  const words = code.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Whether an id led to somebody erased, among what may be seen. */
export type Erased = (portfolios: readonly PortfolioId[] | 'all', id: string) => Promise<boolean>;

export function answerProblems(app: FastifyInstance, wasErased: Erased): void {
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    const found = problemOf(error);
    const gone = found.status === 404 && (await leadsToErased(request, wasErased));
    const problem = problemFor(
      readerOf(request),
      gone ? new ProblemError(410, 'erased', sentence('problem.erased')) : found,
    );
    if (problem.status >= 500)
      request.log.error({
        event: 'request_failed',
        route: request.routeOptions.url,
        error: error.name,
        code: error.code,
        stack: error.stack,
      });
    return send(reply, problem);
  });
}

/** What was there once and was erased is told apart from what never was: callers may forget it too. */
async function leadsToErased({ params, actor }: FastifyRequest, wasErased: Erased): Promise<boolean> {
  const { id } = (params ?? {}) as { id?: unknown };
  if (!actor || typeof id !== 'string' || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return false;
  return await wasErased(actor.portfolios, id);
}

export function pathUnknown(request: FastifyRequest): ProblemError {
  return new ProblemError(404, 'not_found', sentence('problem.not_found.path', { method: request.method }));
}

async function send(reply: FastifyReply, problem: Problem): Promise<FastifyReply> {
  return reply
    .code(problem.status)
    .header('content-type', 'application/problem+json')
    .serializer(JSON.stringify)
    .send(problem);
}

function problemOf(error: FastifyError | ProblemError): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof BadCursorError)
    return new ProblemError(400, 'invalid_request', sentence('problem.cursor'), {
      errors: [{ field: 'cursor', problem: sentence('field.cursor') }],
    });
  if (hasZodFastifySchemaValidationErrors(error)) {
    const errors = error.validation.map((issue) => ({
      field: fieldOf(issue.instancePath, error.validationContext),
      problem: keptIn(issue.message ?? 'is not valid'),
    }));
    return new ProblemError(400, 'invalid_request', byField(errors), { errors });
  }
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new ProblemError(413, 'too_large', sentence('problem.too_large'));
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return new ProblemError(415, 'unsupported_media_type', sentence('problem.unsupported_media_type'));
  if (
    error.code === 'FST_ERR_CTP_EMPTY_JSON_BODY' ||
    error.code === 'FST_ERR_CTP_INVALID_JSON_BODY' ||
    (error.statusCode === 400 && error instanceof SyntaxError)
  )
    return new ProblemError(400, 'invalid_request', sentence('problem.invalid_request.json'), {
      errors: [{ field: 'body', problem: sentence('field.json') }],
    });
  if (error.statusCode !== undefined && error.statusCode < 500)
    return new ProblemError(error.statusCode, 'invalid_request', sentence('problem.not_understood'));
  return new ProblemError(500, 'internal_error', sentence('problem.internal_error'));
}

function fieldOf(path: string, context: string | undefined): string {
  const inner = path.split('/').filter(Boolean).join('.');
  return inner === '' ? (context ?? 'body') : inner;
}
