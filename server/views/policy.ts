// What a portfolio chose about who is who, in plain words, and how many people are still to be decided again by it.

import type { Policy } from '@throughline/contract';
import { decidedUnder, type PortfolioId, type Policy as Rules } from '@throughline/identity';
import { outdatedCount } from '../contacts/rebuild.ts';
import type { Reader } from '../db/connect.ts';
import { choicesOf, policyOf } from '../numbers/policy.ts';
import type { Choices } from '../numbers/rules-policy.ts';
import { portfolioIds } from '../numbers/store.ts';
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

/** `defaults`: the program's own. */
export async function policyView(db: Reader, portfolioId: PortfolioId, defaults: Rules): Promise<Policy> {
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
    explained: explained(choices, rules),
    deciding: await outdatedCount(db, portfolioId, decidedUnder(rules)),
  };
}

function explained(choices: Choices, { joinLimits }: Rules): Policy['explained'] {
  const { adoptionLimitDays, strict, joinOnSharedNumber, acrossPortfolios, readReceipts } = choices;
  return [
    {
      setting: 'adoptionLimitDays',
      title: 'How long a number may be quiet',
      explains:
        'When a number comes with a WhatsApp account for the first time, its earlier history is taken for the same person’s if it was not quiet for longer than this. A year by default: customers who write twice a year stay one person.',
      value: `${adoptionLimitDays} days${strict ? ', overridden by strict' : ''}`,
    },
    {
      setting: 'strict',
      title: 'Strict about quiet numbers',
      explains:
        'Allows 45 days only, after which WhatsApp itself takes a number for given to somebody else. Off by default: it shows many returning customers as new people. Choose it where a stranger seeing a conversation would be worse.',
      value: strict ? 'on: 45 days' : 'off',
    },
    {
      setting: 'joinOnSharedNumber',
      title: 'Join by a shared number',
      explains:
        'When somebody answers a request for their number, and exactly one other account ever had it, the two are joined without asking. Off by default: the account before may be another person’s, so somebody is asked.',
      value: joinOnSharedNumber ? 'on' : 'off: somebody is asked',
    },
    {
      setting: 'acrossPortfolios',
      title: 'The same person in other portfolios',
      explains:
        'Whether the same WhatsApp account in another portfolio of your group is shown beside a contact. Nobody is ever joined across portfolios. Apart by default: teams of different brands need not see each other’s customers.',
      value: acrossPortfolios === 'related' ? 'shown as related' : 'kept apart',
    },
    {
      setting: 'readReceipts',
      title: 'Blue ticks for customers',
      explains:
        'When somebody here opens a thread, the customer sees the ticks of their messages turn blue, and the dots while an answer is written. On by default, as people expect of WhatsApp. WhatsApp cannot show the dots without the ticks, so both are off together.',
      value: readReceipts ? 'shown' : 'not shown',
    },
    {
      setting: 'joinLimits',
      title: 'How much one person may be made of',
      explains:
        'Beyond this many accounts or numbers nothing is joined without asking: so many are rarely one person. Cannot be changed.',
      value: `${joinLimits.parts} accounts, ${joinLimits.phones} numbers`,
    },
  ];
}
