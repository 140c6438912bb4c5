// A request in words.

import type { PrivacyRequest } from '@throughline/contract';
import type { Tone } from '../ui/banner.tsx';
import { say } from '../words/say.tsx';
import { dayText } from '../words/time.ts';

export const kindOf = ({ kind }: Pick<PrivacyRequest, 'kind'>) => say('privacy.kind', { kind });
export const stateOf = ({ state }: Pick<PrivacyRequest, 'state'>) => say('privacy.state', { state });
export const dueOf = ({ due }: Pick<PrivacyRequest, 'due'>) =>
  say('privacy.due', { state: due.state, day: dayText(due.at) });

export const isOpen = ({ endedAt }: Pick<PrivacyRequest, 'endedAt'>) => endedAt === null;

const stateTones: Partial<Record<PrivacyRequest['state'], Tone>> = {
  verified: 'info',
  awaiting_approval: 'warn',
  running: 'info',
  done: 'good',
  refused: 'danger',
};
const dueTones: Partial<Record<PrivacyRequest['due']['state'], Tone>> = { soon: 'warn', late: 'danger' };

export const stateTone = ({ state }: Pick<PrivacyRequest, 'state'>): Tone => stateTones[state] ?? 'plain';
export const dueTone = ({ due }: Pick<PrivacyRequest, 'due'>): Tone => dueTones[due.state] ?? 'plain';
