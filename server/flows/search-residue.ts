// Is anything of an erased person left? Every column of every table is read for what only they were known by, in every form it may have been
// left in. A number somebody else has by now, and what the person has begun anew since, are no residue.

import type { PortfolioId } from '@throughline/identity';
import { neighborhoodsOf } from '../contacts/load.ts';
import type { Reader } from '../db/connect.ts';
import { type Canary, needlesOf } from '../db/residue/forms.ts';
import { scanTables } from '../db/residue/scan.ts';
import { sealedColumns } from '../inbox/erasing.ts';
import type { Subject } from '../subject.ts';

export interface Residue {
  /** Rows. */
  searched: number;
  /** Columns. */
  places: string[];
  found: number;
}

export async function searchResidue(db: Reader, subject: Subject): Promise<Residue> {
  const keyed: (Canary & { key: string })[] = [
    ...subject.bsuids.map((value) => ({ label: 'account', kind: 'text' as const, value, key: `bsuid:${value}` })),
    ...subject.parents.map((value) => ({ label: 'account', kind: 'text' as const, value, key: `parent:${value}` })),
    ...subject.phones
      .filter(({ until }) => until === 'infinity')
      .map(({ phone, key }) => ({ label: 'number', kind: 'phone' as const, value: phone, key: `phone:${key}` })),
  ];
  const portfolioId = subject.portfolioId as PortfolioId;
  const known = await neighborhoodsOf(
    db,
    portfolioId,
    keyed.map(({ key }) => key) as Parameters<typeof neighborhoodsOf>[2],
  );
  const canaries = keyed.filter(({ key }) => !known.has(key as never));
  if (canaries.length === 0) return { searched: 0, places: [], found: 0 };
  // The row that says whom this is about goes with the certificate.
  const { looked, findings } = await scanTables(db, needlesOf(canaries), {
    except: ['erasing'],
    open: sealedColumns(db),
  });
  const places = [
    ...new Set(findings.map(({ where }) => where).filter((where) => !where.startsWith('statistics of '))),
  ];
  const left = findings.filter(({ where }) => places.includes(where));
  return { searched: looked, places, found: left.reduce((sum, { count }) => sum + count, 0) };
}
