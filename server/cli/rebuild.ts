// `doctor --rebuild`: is everybody what the evidence says? Looks in snapshots, so that the running service is not held up; mends one
// neighborhood at a time, holding its portfolio's lane.

import { defaultPolicy, type PortfolioId } from '@throughline/identity';
import { firstSecret } from '../access/secrets.ts';
import { readConfig } from '../config.ts';
import type { NeighborhoodId } from '../contacts/read-rows.ts';
import { neighborhoodsAfter } from '../contacts/rebuild.ts';
import { type Database, inTransaction } from '../db/connect.ts';
import { inSnapshot } from '../db/snapshot.ts';
import { compareIdentities, decidedUnderNow, type Found, rebuildIdentities } from '../flows/rebuild-identities.ts';
import { toolsWith } from '../flows/tools.ts';
import { knownSecrets } from '../home-secret.ts';
import { portfolioIds } from '../numbers/store.ts';
import { type Call, withDatabase } from './command.ts';

interface Report {
  compared: number;
  /** Decided under earlier rules or another policy: the service decides them again by itself. */
  outdated: number;
  /** Of those, how many could not be: only where mending was asked for. */
  undecided: number;
  differing: number;
  mended: number;
  differences: (Found['differences'][number] & { portfolioId: PortfolioId; neighborhoodId: string; mended: boolean })[];
}

const atOnce = 64;

/** Answers the exit code. */
export async function rebuildAll({ values, print, say }: Call): Promise<number> {
  const repair = values.repair === true;
  const report: Report = { compared: 0, outdated: 0, undecided: 0, differing: 0, mended: 0, differences: [] };
  await withDatabase(say, async (db) => {
    const secret = (await firstSecret(db)) ?? (await knownSecrets(readConfig(process.env)))?.oldest;
    if (repair && secret === undefined)
      throw new Error(
        'The secret of the service is needed to mend: set THROUGHLINE_HOME or THROUGHLINE_SECRET as it has them.',
      );
    const rebuilding = { policy: defaultPolicy, tools: toolsWith(secret ?? '') };
    for (const portfolioId of await chosen(db, values.portfolio))
      await onePortfolio({ db, portfolioId, repair, rebuilding, report });
  });
  print(inWords(report, repair), report);
  return report.differing > report.mended || report.undecided > 0 ? 1 : 0;
}

async function chosen(db: Database, portfolio: unknown): Promise<PortfolioId[]> {
  const all = await portfolioIds(db);
  if (typeof portfolio !== 'string') return all;
  const found = all.filter((id) => id === portfolio);
  if (found.length === 0) throw new Error(`There is no portfolio ${portfolio}.`);
  return found;
}

interface Walk {
  db: Database;
  portfolioId: PortfolioId;
  repair: boolean;
  rebuilding: Parameters<typeof compareIdentities>[3];
  report: Report;
}

async function onePortfolio(walk: Walk): Promise<void> {
  const { db, portfolioId, repair, rebuilding, report } = walk;
  for (let last: NeighborhoodId | null = null; ; ) {
    const { next, ids, outdated, found } = await inSnapshot(db, async (tx) => {
      const page = await neighborhoodsAfter(tx, portfolioId, last, atOnce);
      const word = await decidedUnderNow(tx, portfolioId, rebuilding.policy);
      const [current, old] = [
        page.filter((one) => one.decidedUnder === word),
        page.filter((one) => one.decidedUnder !== word),
      ];
      const compared = current.map((one) => one.id);
      return {
        next: page.at(-1)?.id,
        ids: compared,
        outdated: old.map((one) => one.id),
        found: await compareIdentities(tx, portfolioId, compared, rebuilding),
      };
    });
    report.compared += ids.length;
    report.outdated += outdated.length;
    for (const one of found) await take(walk, one);
    if (repair) for (const id of outdated) report.undecided += (await mend(walk, id)) ? 0 : 1;
    if (next === undefined) return;
    last = next;
  }
}

async function take(walk: Walk, { neighborhoodId, differences }: Found): Promise<void> {
  const { portfolioId, report } = walk;
  const mended = walk.repair && (await mend(walk, neighborhoodId));
  report.differing += 1;
  report.mended += mended ? 1 : 0;
  report.differences.push(...differences.map((one) => ({ ...one, portfolioId, neighborhoodId, mended })));
}

async function mend({ db, portfolioId, rebuilding }: Walk, id: NeighborhoodId): Promise<boolean> {
  const work = inTransaction(db, (tx) => rebuildIdentities(tx, portfolioId, [id], rebuilding));
  return await work.then(
    ({ left }) => left.length === 0,
    () => false,
  );
}

function inWords({ compared, outdated, undecided, differing, mended, differences }: Report, repair: boolean): string {
  const waiting = repair
    ? `${outdated} were decided under earlier rules or another policy; ${outdated - undecided} have been decided again.`
    : `${outdated} were decided under earlier rules or another policy; the running service decides them again by itself.`;
  return [
    `${compared} neighborhoods compared with their evidence, ${differing} differ${repair ? `, ${mended} mended` : ''}.`,
    ...(outdated > 0 ? [waiting] : []),
    ...differences.map(
      (one) => `- ${one.sentence}${repair ? (one.mended ? ' Mended.' : ' Could not be mended.') : ''}`,
    ),
  ].join('\n');
}
