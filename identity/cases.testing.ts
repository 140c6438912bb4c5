// The case table, put together. A new group of cases is a file in cases/ and a line here.

import { accountCases } from './cases/accounts.testing.ts';
import { furtherChangeCases } from './cases/changes.testing.ts';
import { contradictionCases } from './cases/contradictions.testing.ts';
import { formCases } from './cases/forms.testing.ts';
import { adoptionCases, aloneCases, newHandsCases, pairCases } from './cases/numbers.testing.ts';
import { lateCases, tieCases } from './cases/order.testing.ts';
import { peopleCases } from './cases/people.testing.ts';
import { phonesOnlyCases } from './cases/phones-only.testing.ts';
import { presentationCases } from './cases/presentation.testing.ts';
import { changeCases, joiningCases } from './cases/rotations.testing.ts';
import { statusCases } from './cases/statuses.testing.ts';
import { stories } from './cases/stories.testing.ts';
import { addressCases, threadCases } from './cases/threads.testing.ts';
import { variantCases } from './cases/variants.testing.ts';
import type { Case } from './given.testing.ts';

export const cases: readonly Case[] = [
  ...stories,
  ...aloneCases,
  ...accountCases,
  ...pairCases,
  ...adoptionCases,
  ...newHandsCases,
  ...changeCases,
  ...formCases,
  ...furtherChangeCases,
  ...joiningCases,
  ...phonesOnlyCases,
  ...statusCases,
  ...variantCases,
  ...lateCases,
  ...tieCases,
  ...addressCases,
  ...threadCases,
  ...presentationCases,
  ...contradictionCases,
  ...peopleCases,
];
