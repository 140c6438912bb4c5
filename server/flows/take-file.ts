// A file that came in whole becomes the campaign's; the one before is swept.

import type { CampaignFile } from '@throughline/contract';
import { columnsOf } from '../campaigns/rules-columns.ts';
import { mayDo } from '../campaigns/rules-state.ts';
import { type CampaignRecord, save } from '../campaigns/store.ts';
import { record } from '../changes/store.ts';
import type { ReadFile } from '../csv/read-file.ts';
import type { Transaction } from '../db/connect.ts';
import { kept } from '../words/sentence.ts';
import { asDraft } from './change-campaign.ts';

/** The caller has loaded the campaign with its lock. Undefined where it may not have another file any more. */
export async function takeFile(
  tx: Transaction,
  campaign: CampaignRecord,
  { name, upload, read }: { name: string; upload: string; read: ReadFile },
): Promise<CampaignFile | undefined> {
  if (!mayDo(campaign.state, 'edit')) return undefined;
  const { headers, first, problems, ...told } = read;
  const columns = columnsOf(
    headers,
    first.map(({ cells }) => cells),
  );
  const file: CampaignFile = {
    name,
    ...told,
    // Told again in the language of whoever looks.
    problems: problems.map(({ line, problem }) => ({ line, problem: kept(problem) })),
    columns,
  };
  const fits = campaign.file && sameColumns(campaign.file, file);
  await save(tx, {
    ...asDraft(campaign),
    audience: { kind: 'file' },
    file,
    upload,
    rows: read.rows,
    // The choice of columns holds where the next file has the same.
    mapping: fits ? campaign.mapping : null,
    listed: false,
    listCursor: null,
  });
  await record(tx, campaign.portfolioId, [{ kind: 'campaign', subjectId: campaign.id }]);
  return file;
}

function sameColumns(a: CampaignFile, b: CampaignFile): boolean {
  return a.columns.length === b.columns.length && a.columns.every(({ header }, i) => header === b.columns[i]?.header);
}
