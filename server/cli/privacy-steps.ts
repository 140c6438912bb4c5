// `privacy`: one request taken a step on, as the desk and the API do, and what every verb needs.

import { defaultPolicy } from '@throughline/identity';
import { firstSecret } from '../access/secrets.ts';
import { readConfig } from '../config.ts';
import { type Database, inTransaction } from '../db/connect.ts';
import { type Asked, CorrectionRefused, takePrivacyStep } from '../flows/privacy-steps.ts';
import { type Tools, toolsWith } from '../flows/tools.ts';
import { knownSecrets } from '../home-secret.ts';
import type { RequestRow } from '../privacy/store.ts';
import { privacyRequest } from '../views/privacy-requests.ts';
import { say as tell } from '../words/say.ts';
import { inEnglish } from '../words/viewer.ts';
import { type Call, UsageError, withDatabase } from './command.ts';

export const operator = { kind: 'operator' as const, id: 'operator', name: 'Operator' };
export const viewer = { ...inEnglish, portfolios: 'all' as const };
export const seeing = () => ({ viewer, actorId: operator.id, now: Date.now() });

/** @throws what stands in the way, in words. */
export async function taken(
  db: Database,
  tools: Tools,
  { id, asked }: { id: string; asked: Asked },
): Promise<RequestRow> {
  const stepping = { portfolios: 'all' as const, id, actor: operator, asked };
  const outcome = await inTransaction(db, (tx) =>
    takePrivacyStep(tx, stepping, { policy: defaultPolicy, tools }),
  ).catch((error: unknown) => {
    throw error instanceof CorrectionRefused ? new Error(tell(viewer, 'problem.privacy_correction_refused')) : error;
  });
  switch (outcome.kind) {
    case 'taken':
      return outcome.request;
    case 'no_request':
      throw new Error('There is no such request.');
    case 'obstacle':
      throw new Error(tell(viewer, `problem.privacy_${outcome.obstacle}`));
    case 'wrong_code':
      throw new Error(
        outcome.triesLeft > 0
          ? tell(viewer, 'problem.privacy_code_wrong', { left: outcome.triesLeft })
          : tell(viewer, 'problem.privacy_code_used_up'),
      );
  }
}

export async function step({ print, say }: Call, id: string | undefined, asked: Asked): Promise<number> {
  const request = await withTools(say, (db, tools) => taken(db, tools, { id: uuidOf(id), asked }));
  print(request.state, { id, state: request.state });
  return 0;
}

export async function requestShown(db: Database, id: string) {
  const found = await privacyRequest(db, seeing(), id);
  if (!found) throw new Error('There is no such request.');
  return found;
}

export function uuidOf(text: string | undefined): string {
  if (text === undefined || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text))
    throw new UsageError('Say which, by its id.');
  return text;
}

/** Runs `work` on the configured database with what the service would bring to it. */
export async function withTools<T>(say: Call['say'], work: (db: Database, tools: Tools) => Promise<T>): Promise<T> {
  return await withDatabase(say, async (db) => {
    const secret = (await firstSecret(db)) ?? (await knownSecrets(readConfig(process.env)))?.oldest;
    if (secret === undefined) throw new Error('This home has no secret yet: it is made when the service starts.');
    return await work(db, toolsWith(secret));
  });
}
