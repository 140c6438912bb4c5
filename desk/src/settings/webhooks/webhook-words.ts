// What webhooks are told of, in words.

import type { EventType } from '@throughline/contract';
import { say } from '../../words/say.tsx';

export const typeWords = (type: EventType): string => say('webhooks.type', { type: type.replace('.', '_') });

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
