// The desk's files, as built. Every path that is not a file is a place inside the desk.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { pathUnknown } from './problems.ts';

const policy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "frame-ancestors 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "object-src 'none'",
  "worker-src 'self'",
  "manifest-src 'self'",
].join('; ');

export const deskFolder = join(import.meta.dirname, '..', '..', 'desk', 'dist');

export async function deskDoor(app: FastifyInstance, { folder = deskFolder }: { folder?: string }): Promise<void> {
  const built = existsSync(join(folder, 'index.html'));
  if (built)
    await app.register(fastifyStatic, {
      root: folder,
      index: ['index.html'],
      setHeaders: protect,
      // The build leaves a .br and a .gz beside each file of text.
      preCompressed: true,
    });
  else app.get('/', { schema: { hide: true } }, async (_request, reply) => reply.type('text/plain').send(notBuilt));
  app.setNotFoundHandler(async (request, reply) => {
    if (!built || !asksForPage(request)) throw pathUnknown(request);
    return reply.sendFile('index.html');
  });
}

const notBuilt = 'The desk is not built yet: `npm start` builds it. The API is at /api/docs.\n';

function asksForPage({ method, url, headers }: FastifyRequest): boolean {
  return method === 'GET' && !/^\/(api|webhooks|metrics)\b/.test(url) && (headers.accept ?? '').includes('text/html');
}

function protect(response: { header: (name: string, value: string) => unknown }, path: string): void {
  response.header('x-content-type-options', 'nosniff');
  // Of pages: a script, a style or a picture obeys the page that asked for it.
  if (path.endsWith('.html')) {
    response.header('content-security-policy', policy);
    response.header('referrer-policy', 'same-origin');
  }
  // Built files carry their content's hash in the name; the page that names them must always be asked for.
  response.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
}
