// What a caller did wrong, said so that it can be put right: RFC 9457, with a stable code.

import type { Problem } from '@throughline/contract';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { BadCursorError } from '../views/paging.ts';

export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(status: number, code: string, detail: string, more: Pick<Problem, 'errors' | 'allowed'> = {}) {
    super(code);
    this.problem = {
      type: `https://throughline.dev/problems/${code}`,
      title: titleOf(code),
      status,
      code,
      detail,
      ...more,
    };
  }
}

export function notFound(what: string): ProblemError {
  return new ProblemError(404, 'not_found', `There is no ${what} with this id, or it is not yours to see.`);
}

function titleOf(code: string): string {
  const words = code.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    const { problem } = problemOf(error);
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

export function pathUnknown(request: FastifyRequest): ProblemError {
  return new ProblemError(404, 'not_found', `${request.method} here leads nowhere. What there is: /api/docs.`);
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
    return new ProblemError(400, 'invalid_request', error.message, {
      errors: [{ field: 'cursor', problem: error.message }],
    });
  if (hasZodFastifySchemaValidationErrors(error)) {
    const errors = error.validation.map((issue) => ({
      field: fieldOf(issue.instancePath, error.validationContext),
      problem: issue.message ?? 'is not valid',
    }));
    return new ProblemError(400, 'invalid_request', errors.map((one) => `${one.field}: ${one.problem}`).join('; '), {
      errors,
    });
  }
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new ProblemError(413, 'too_large', 'The body is larger than is taken here.');
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return new ProblemError(415, 'unsupported_media_type', 'Send JSON, with content-type: application/json.');
  if (
    error.code === 'FST_ERR_CTP_EMPTY_JSON_BODY' ||
    error.code === 'FST_ERR_CTP_INVALID_JSON_BODY' ||
    (error.statusCode === 400 && error instanceof SyntaxError)
  )
    return new ProblemError(400, 'invalid_request', 'The body is not JSON.', {
      errors: [{ field: 'body', problem: 'must be JSON' }],
    });
  if (error.statusCode !== undefined && error.statusCode < 500)
    return new ProblemError(error.statusCode, 'invalid_request', 'The request cannot be understood.');
  return new ProblemError(
    500,
    'internal_error',
    'Something failed here. It is in the log; trying again later may help.',
  );
}

function fieldOf(path: string, context: string | undefined): string {
  const inner = path.split('/').filter(Boolean).join('.');
  return inner === '' ? (context ?? 'body') : inner;
}
