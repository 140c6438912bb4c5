// What a portfolio chose about who is who, in plain words, and how many people are still to be decided again by it.

import type { Policy } from '@throughline/contract';
import { decidedUnder, type PortfolioId, type Policy as Rules } from '@throughline/identity';
import { outdatedCount } from '../contacts/rebuild.ts';
import type { Reader } from '../db/connect.ts';
import { choicesOf, policyOf } from '../numbers/policy.ts';
import type { Choices } from '../numbers/rules-policy.ts';
import { portfolioIds } from '../numbers/store.ts';
import { say, tell } from '../words/say.ts';
import { sentence } from '../words/sentence.ts';
import type { Viewer } from '../words/viewer.ts';
import type { Portfolios } from './conversation-list.ts';

export type PolicyFound = { kind: 'found'; portfolioId: PortfolioId } | { kind: 'unknown' } | { kind: 'several' };

/** Which portfolio is meant; it may be left out where somebody sees only one. */
export async function whichPortfolio(
  db: Reader,
  portfolios: Portfolios,
  named: string | undefined,
): Promise<PolicyFound> {
  const all = await portfolioIds(db);
  const own = portfolios === 'all' ? all : all.filter((id) => portfolios.includes(id));
  const [found, another] = named === undefined ? own : own.filter((id) => id === named);
  if (!found) return { kind: 'unknown' };
  return another ? { kind: 'several' } : { kind: 'found', portfolioId: found };
}

interface Asked {
  viewer: Viewer;
  portfolioId: PortfolioId;
}

/** `defaults`: the program's own. */
export async function policyView(db: Reader, { viewer, portfolioId }: Asked, defaults: Rules): Promise<Policy> {
  const [choices, rules] = await Promise.all([choicesOf(db, portfolioId), policyOf(db, portfolioId, defaults)]);
  const { adoptionLimitDays, strict, joinOnSharedNumber, acrossPortfolios, readReceipts } = choices;
  return {
    portfolioId,
    adoptionLimitDays,
    strict,
    joinOnSharedNumber,
    acrossPortfolios,
    readReceipts,
    joinLimits: rules.joinLimits,
    explained: explained(viewer, choices, rules),
    deciding: await outdatedCount(db, portfolioId, decidedUnder(rules)),
  };
}

function explained(viewer: Viewer, choices: Choices, { joinLimits }: Rules): Policy['explained'] {
  const { adoptionLimitDays: days, strict, joinOnSharedNumber, acrossPortfolios, readReceipts } = choices;
  const values = {
    adoptionLimitDays: sentence(strict ? 'policy.adoptionLimitDays.overridden' : 'policy.adoptionLimitDays.value', {
      days,
    }),
    strict: sentence(strict ? 'policy.strict.on' : 'policy.strict.off'),
    joinOnSharedNumber: sentence(joinOnSharedNumber ? 'policy.joinOnSharedNumber.on' : 'policy.joinOnSharedNumber.off'),
    acrossPortfolios: sentence(`policy.acrossPortfolios.${acrossPortfolios === 'related' ? 'related' : 'apart'}`),
    readReceipts: sentence(readReceipts ? 'policy.readReceipts.on' : 'policy.readReceipts.off'),
    joinLimits: sentence('policy.joinLimits.value', { accounts: joinLimits.parts, numbers: joinLimits.phones }),
  };
  return (Object.keys(values) as (keyof typeof values)[]).map((setting) => ({
    setting,
    title: say(viewer, `policy.${setting}.title`),
    explains: say(viewer, `policy.${setting}.explains`),
    value: tell(viewer, values[setting]),
  }));
}
