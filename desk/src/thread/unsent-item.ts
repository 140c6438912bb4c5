// How a message looks before the server has it. Pure.

import type { MessageItem, SendReply } from '@throughline/contract';
import type { Unsent } from '../api/outbox.ts';

/** The item it will become, as far as can be told here. */
export function itemOf({ key, conversationId, content, media, at }: Unsent): MessageItem {
  const base = {
    kind: 'message',
    id: `unsent-${key}`,
    conversationId,
    at,
    direction: 'out',
    status: 'queued',
  } as const;
  const summary = wordsOfContent(content);
  switch (content.type) {
    case 'text':
      return { ...base, type: 'text', text: { body: content.text.body }, summary };
    case 'location':
      return { ...base, type: 'location', location: content.location, summary };
    case 'contacts':
      return {
        ...base,
        type: 'contacts',
        cards: content.contacts.map((card) => ({ ...card, attested: false })),
        summary,
      };
    case 'interactive': {
      const { kind, body } = content.interactive;
      return {
        ...base,
        type: 'interactive',
        interactive: { kind, body, options: optionsOf(content.interactive) },
        summary,
      };
    }
    case 'template': {
      const { name, language } = content.template;
      return { ...base, type: 'template', template: { name, language: language.code, text: null }, summary };
    }
    default:
      return { ...base, type: content.type, summary, ...(media === undefined ? {} : { media }) };
  }
}

function optionsOf(interactive: Extract<SendReply, { type: 'interactive' }>['interactive']) {
  switch (interactive.kind) {
    case 'buttons':
      return interactive.buttons.map(({ title }) => ({ label: title }));
    case 'list':
      return interactive.sections.flatMap(({ rows }) =>
        rows.map(({ title, description }) => ({ label: title, ...(description ? { description } : {}) })),
      );
    case 'link':
      return [{ label: interactive.label, url: interactive.url }];
    case 'location_request':
      return [];
  }
}

/** One line of it, whatever the type: also what goes back to the draft. */
export function wordsOfContent(content: SendReply): string {
  switch (content.type) {
    case 'text':
      return content.text.body;
    case 'image':
      return content.image.caption ?? 'Photo';
    case 'video':
      return content.video.caption ?? 'Video';
    case 'document':
      return content.document.caption ?? content.document.filename ?? 'Document';
    case 'audio':
      return content.audio.voice === true ? 'Voice message' : 'Sound';
    case 'sticker':
      return 'Sticker';
    case 'location':
      return content.location.name ?? content.location.address ?? 'A place';
    case 'contacts':
      return content.contacts.map(({ name }) => name.formatted).join(', ');
    case 'interactive':
      return content.interactive.body;
    case 'template':
      return `Template ${content.template.name}`;
    case 'reaction':
      return content.reaction.emoji === null ? 'Reaction taken back' : `Reaction ${content.reaction.emoji}`;
  }
}
