// What the pretend town chose about who is who.

import type { Policy } from '@throughline/contract';

type Chosen = Pick<Policy, 'adoptionLimitDays' | 'strict' | 'joinOnSharedNumber' | 'acrossPortfolios'>;

export function firstPolicy(): Policy {
  return policyOf({ adoptionLimitDays: 365, strict: false, joinOnSharedNumber: false, acrossPortfolios: 'related' }, 0);
}

export function policyOf(chosen: Chosen, deciding: number): Policy {
  return {
    portfolioId: '500000000000001',
    ...chosen,
    readReceipts: true,
    joinLimits: { parts: 5, phones: 8 },
    explained: [
      {
        setting: 'adoptionLimitDays',
        title: 'How long a silent number keeps its history',
        explains:
          'Somebody writes from a number you know, and WhatsApp now tells which account it is. Within this time the earlier conversation is taken to be theirs; after it, the number may have gone to somebody else, and a question is asked instead.',
        value: `${chosen.adoptionLimitDays} days`,
      },
      {
        setting: 'strict',
        title: 'Strict',
        explains:
          'Use 45 days instead: the time after which WhatsApp itself takes a number for recycled. Safer where messages hold private matters; more people have to be put together by hand.',
        value: chosen.strict ? 'on' : 'off',
      },
      {
        setting: 'joinOnSharedNumber',
        title: 'Join when somebody shares a number that is known',
        explains:
          'Somebody hidden shares a number on request, and exactly one other person here has it. On: they become one person by themselves. Off: it becomes a question for your team.',
        value: chosen.joinOnSharedNumber ? 'on' : 'off',
      },
      {
        setting: 'acrossPortfolios',
        title: 'The same account in other portfolios of your group',
        explains:
          'Related: each portfolio keeps a contact of its own, and they are shown to each other. Apart: neither knows of the other.',
        value: chosen.acrossPortfolios,
      },
      {
        setting: 'joinLimits',
        title: 'How much one person may be made of',
        explains: 'Beyond this nothing is joined by itself; a question is asked instead.',
        value: '5 accounts, 8 numbers',
      },
    ],
    deciding,
  };
}
