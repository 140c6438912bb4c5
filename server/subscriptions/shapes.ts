// What the files of the subscriptions room share.

import type { PortfolioId } from '@throughline/identity';

export interface SubscriptionKey {
  portfolioId: PortfolioId;
  id: string;
}
