// Who will read the answer to a request: the language it asks for, and what its role may see of numbers.

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { languageAsked } from '../words/languages.ts';
import { inEnglish, type Reader, type Viewer } from '../words/viewer.ts';

declare module 'fastify' {
  interface FastifyRequest {
    reader?: Reader;
  }
}

/** Every answer of the API says its language, and that another could have been asked for. */
export function listenForLanguages(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/api/v1/')) return;
    // Numbers stay masked until the guard knows whose request it is.
    request.reader = { ...languageAsked(languageIn(request) ?? request.headers['accept-language']), phones: 'masked' };
    reply.header('content-language', request.reader.language);
    reply.header('vary', 'accept-language');
  });
}

/** A stream or a file that a browser opens by itself is asked for in the browser's language, whatever the desk speaks: the address says it. */
function languageIn({ query }: FastifyRequest): string | undefined {
  const { language } = (query ?? {}) as { language?: unknown };
  return typeof language === 'string' && language !== '' ? language : undefined;
}

export function readerOf(request: FastifyRequest): Reader {
  return request.reader ?? inEnglish;
}

/** For a door with a guard: its reader, and whose rows they may see. */
export function viewerOf(request: FastifyRequest): Viewer {
  if (!request.actor || !request.reader) throw new Error('A door without a guard asked who reads.');
  return { ...request.reader, portfolios: request.actor.portfolios };
}
