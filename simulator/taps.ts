// What a person can tap under a message of the business, and the message that makes
// (Meta, "Interactive messages webhook", "Button messages webhook", read 2026-09).

import { asObject } from './lines.ts';
import type { Json } from './payloads.ts';
import type { Line } from './state.ts';
import { listOf } from './template-words.ts';

export interface Choice {
  /** Unique within the message. */
  id: string;
  label: string;
  /** `share`: their number; `link`: nothing is sent, a browser would open. */
  kind: 'button' | 'row' | 'quick' | 'flow' | 'location' | 'share' | 'link';
  description?: string;
  payload?: string;
  url?: string;
}

export function choicesOf(line: Pick<Line, 'content' | 'direction'>): Choice[] {
  if (line.direction !== 'outbound') return [];
  const interactive = asObject(line.content?.interactive);
  const filled = asObject(line.content?.filled);
  const cards = listOf(filled.cards).flatMap((card) => listOf(card.buttons));
  const buttons = [...listOf(filled.buttons), ...cards].map((button, i) => templateChoice(button, i));
  return [...interactiveChoices(interactive), ...buttons];
}

/** The message a tap sends; nothing for a link, and for a number that is shared by other means. */
export function answerTo(choice: Choice): ({ type: string } & Json) | undefined {
  const { id, label: title, kind, description } = choice;
  switch (kind) {
    case 'button':
      return { type: 'interactive', interactive: { type: 'button_reply', button_reply: { id, title } } };
    case 'row': {
      const row = { id, title, ...(description === undefined ? {} : { description }) };
      return { type: 'interactive', interactive: { type: 'list_reply', list_reply: row } };
    }
    case 'quick':
      return { type: 'button', button: { payload: choice.payload ?? title, text: title } };
    case 'flow': {
      const answers = JSON.stringify({ flow_token: choice.payload ?? 'unused', size: 'M', color: 'green' });
      const reply = { name: 'flow', body: 'Sent', response_json: answers };
      return { type: 'interactive', interactive: { type: 'nfm_reply', nfm_reply: reply } };
    }
    case 'location':
      return {
        type: 'location',
        location: { latitude: 6.5095, longitude: 3.3711, name: 'Yaba Market', address: 'Lagos' },
      };
    default:
      return undefined;
  }
}

function interactiveChoices({ type, action: given }: Json): Choice[] {
  const action = asObject(given);
  const parameters = asObject(action.parameters);
  switch (type) {
    case 'button':
      return listOf(action.buttons).map((button) => {
        const { id, title } = asObject(button.reply);
        return { id: String(id), label: String(title), kind: 'button' };
      });
    case 'list':
      return listOf(action.sections)
        .flatMap((section) => listOf(section.rows))
        .map(({ id, title, description }) => ({
          id: String(id),
          label: String(title),
          kind: 'row',
          ...(typeof description === 'string' ? { description } : {}),
        }));
    case 'cta_url':
      return [{ id: 'link', label: String(parameters.display_text), kind: 'link', url: String(parameters.url) }];
    case 'location_request_message':
      return [{ id: 'location', label: 'Send location', kind: 'location' }];
    case 'request_contact_info':
      return [{ id: 'share', label: 'Share contact info', kind: 'share' }];
    case 'flow': {
      const token = parameters.flow_token;
      const label = String(parameters.flow_cta ?? 'Open');
      return [{ id: 'flow', label, kind: 'flow', ...(typeof token === 'string' ? { payload: token } : {}) }];
    }
    default:
      return [];
  }
}

function templateChoice(button: Json, index: number): Choice {
  const id = `button-${index}`;
  const label = String(button.text);
  switch (button.type) {
    case 'QUICK_REPLY':
      return { id, label, kind: 'quick', payload: String(button.payload ?? label) };
    case 'REQUEST_CONTACT_INFO':
      return { id, label, kind: 'share' };
    case 'FLOW':
      return { id, label, kind: 'flow' };
    default:
      return { id, label, kind: 'link', ...(typeof button.url === 'string' ? { url: button.url } : {}) };
  }
}
