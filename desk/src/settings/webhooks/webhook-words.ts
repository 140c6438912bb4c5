// What webhooks are and do, in words.

import type { Delivery, DeliveryFailure, EventType, Subscription } from '@throughline/contract';
import type { Tone } from '../../ui/banner.tsx';
import { say } from '../../words/say.tsx';

export const typeWords = (type: EventType): string => say('webhooks.type', { type: type.replace('.', '_') });

export const stateWords = ({ state }: Pick<Subscription, 'state'>): string => say('webhooks.state', { state });

/** How it is, where it is meant to deliver. */
export function healthOf({ state, health }: Pick<Subscription, 'state' | 'health'>): { words: string; tone: Tone } {
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

/** Types in the order people look for them. `subscription.tested` is nobody's wish. */
export const types: readonly EventType[] = [
  'contact.created',
  'contact.changed',
  'contact.joined',
  'contact.split',
  'identifier.gained',
  'identifier.lost',
  'conversation.created',
  'conversation.joined',
  'conversation.assigned',
  'conversation.resolved',
  'conversation.reopened',
  'message.received',
  'message.sent',
  'message.status',
  'call.updated',
  'campaign.changed',
  'privacy.changed',
];
