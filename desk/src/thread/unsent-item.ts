// How a message looks before the server has it. Pure.

import type { MessageItem, SendReply } from '@throughline/contract';
import type { Unsent } from '../api/outbox.ts';
import { say } from '../words/say.tsx';

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
      return content.image.caption ?? say('thread.photo');
    case 'video':
      return content.video.caption ?? say('thread.video');
    case 'document':
      return content.document.caption ?? content.document.filename ?? say('thread.document');
    case 'audio':
      return content.audio.voice === true ? say('thread.voiceMessage') : say('thread.sound');
    case 'sticker':
      return say('thread.sticker');
    case 'location':
      return content.location.name ?? content.location.address ?? say('thread.place');
    case 'contacts':
      return content.contacts.map(({ name }) => name.formatted).join(', ');
    case 'interactive':
      return content.interactive.body;
    case 'template':
      return say('thread.template', { name: content.template.name });
    case 'reaction':
      return content.reaction.emoji === null
        ? say('thread.reactionTakenBack')
        : say('thread.reaction', { emoji: content.reaction.emoji });
  }
}
