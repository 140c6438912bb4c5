// What a portfolio's canary begins with. Pure.

import type { PortfolioId } from '@throughline/identity';
import type { CanarySettings } from './shapes.ts';

export function newCanary(portfolioId: PortfolioId): CanarySettings {
  return { portfolioId, enabled: false, clock: '04:00', zone: 'UTC', feed: false, leftOut: [], dueAt: null };
}
