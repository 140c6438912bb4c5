// How systems elsewhere are, and what became of what they are told, in words: those of webhooks, and of the relay too.

import type { Delivery, DeliveryFailure, Subscription } from '@throughline/contract';
import type { Tone } from '../../ui/banner.tsx';
import { say } from '../../words/say.tsx';

/** What there is of every system that is told things, however it is told. */
export type System = Pick<
  Subscription,
  'id' | 'name' | 'url' | 'state' | 'health' | 'waiting' | 'behind' | 'dead' | 'previousSecretUntil'
>;

export const stateWords = ({ state }: Pick<System, 'state'>): string => say('webhooks.state', { state });

/** How it is, where it is meant to deliver. */
export function healthOf({ state, health }: Pick<System, 'state' | 'health'>): { words: string; tone: Tone } {
  if (state === 'disabled') return { words: stateWords({ state }), tone: 'danger' };
  if (state === 'paused') return { words: stateWords({ state }), tone: 'plain' };
  return health.failingSince === null
    ? { words: stateWords({ state }), tone: 'good' }
    : { words: say('webhooks.failing'), tone: 'warn' };
}

export function failureWords(failure: DeliveryFailure, status: number | null): string {
  return failure === 'status' && status !== null
    ? say('webhooks.answered', { code: String(status) })
    : say('webhooks.failure', { failure });
}

export const deliveryWords = ({ state }: Pick<Delivery, 'state'>): string => say('webhooks.delivery', { state });

export const deliveryTones: Readonly<Record<Delivery['state'], Tone>> = {
  waiting: 'info',
  delivered: 'good',
  dead: 'danger',
  dropped: 'plain',
};
