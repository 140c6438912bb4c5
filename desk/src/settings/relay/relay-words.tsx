// What integrations are and were told, in words.

import type { Integration, RelayMode, Rewritten } from '@throughline/contract';
import type { ReactNode } from 'react';
import { say, show } from '../../words/say.tsx';

const modeKeys = { 'as-is': 'asIs', 'fill-phone': 'fillPhone', 'stable-alias': 'stableAlias' } as const;

export const modeWords = ({ mode }: Pick<Integration, 'mode'>): string => say('relay.modeIs', { mode: modeKeys[mode] });

export const modes: readonly { id: RelayMode; label: () => string; detail: () => string }[] = [
  { id: 'as-is', label: () => say('relay.asIs'), detail: () => say('relay.asIsDetail') },
  { id: 'fill-phone', label: () => say('relay.fillPhone'), detail: () => say('relay.fillPhoneDetail') },
  { id: 'stable-alias', label: () => say('relay.stableAlias'), detail: () => say('relay.stableAliasDetail') },
];

/** Where it calls, in the place of WhatsApp. */
export const relayAddress = (): string => `${window.location.origin}/relay`;

/** In the order people look for them. */
export const fields: readonly string[] = [
  'messages',
  'calls',
  'user_preferences',
  'smb_message_echoes',
  'history',
  'account_update',
  'message_template_status_update',
  'user_id_update',
];

export const fieldWords = (field: string): string => say('relay.field', { field });

/** Why something else stands in a place than WhatsApp sent. */
export function whyWords({ why, before, phone }: Rewritten): ReactNode {
  const number = phone === null ? say('relay.goneNumber') : <bdi dir="ltr">{phone}</bdi>;
  switch (why) {
    case 'alias':
      return show(before === 'nothing' ? 'relay.whyStandIn' : 'relay.whyAlias', { phone: number });
    case 'live_number':
      return show('relay.whyNumber', { phone: number });
    case 'no_live_number':
      return say('relay.whyNone');
    case 'own_id':
      return say('relay.whyId');
    case 'own_callback_data':
      return say('relay.whyCallback');
  }
}
