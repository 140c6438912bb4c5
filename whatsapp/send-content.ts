// Everything that can be sent, in Meta's own form: `type`, and the part it names.

import { type ContactsSend, contactsProblems } from './send-contacts.ts';
import { type InteractiveSend, interactiveProblems } from './send-interactive.ts';
import { type LocationSend, locationProblems } from './send-location.ts';
import { type MediaSend, mediaProblems } from './send-media.ts';
import type { SendProblem } from './send-problem.ts';
import { type ReactionSend, reactionProblems } from './send-reaction.ts';
import { type TemplateSend, templateProblems } from './send-template.ts';
import { type TextSend, textProblems } from './send-text.ts';

export type SendContent =
  | TextSend
  | MediaSend
  | LocationSend
  | ContactsSend
  | InteractiveSend
  | ReactionSend
  | TemplateSend;

/** What Meta would refuse about it, as far as its pages tell. Empty: nothing known. */
export function sendProblems(content: SendContent): SendProblem[] {
  switch (content.type) {
    case 'text':
      return textProblems(content);
    case 'image':
    case 'video':
    case 'audio':
    case 'document':
    case 'sticker':
      return mediaProblems(content);
    case 'location':
      return locationProblems(content);
    case 'contacts':
      return contactsProblems(content);
    case 'interactive':
      return interactiveProblems(content);
    case 'reaction':
      return reactionProblems(content);
    case 'template':
      return templateProblems(content);
  }
}
