// One page of a listing of templates is saved; desks that show templates are told where something changed.

import { readTemplate, templateSearchText } from '@throughline/whatsapp';
import { record } from '../changes/store.ts';
import type { Transaction } from '../db/connect.ts';
import { markGone, saveListed } from '../templates/store.ts';
import type { SyncRun } from '../templates/syncs.ts';
import type { Tools } from './tools.ts';

/** `last`: the listing is complete with this page, so that whatever it did not name is gone. Answers how many were read. */
export async function saveTemplateListing(
  tx: Transaction,
  run: SyncRun,
  { page, last }: { page: readonly unknown[]; last: boolean },
  tools: Tools,
): Promise<number> {
  const listed = page.flatMap((definition) => {
    const template = readTemplate(definition);
    return template ? [{ id: tools.newId(), template, definition, words: templateSearchText(template) }] : [];
  });
  const changed = await saveListed(tx, run, listed);
  const gone = last ? await markGone(tx, run) : 0;
  if (changed + gone > 0) await record(tx, run.portfolioId, [{ kind: 'template', subjectId: tools.newId() }]);
  return listed.length;
}
