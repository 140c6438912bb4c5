// Text (Meta, "Text messages", read 2026-09).

import { lengthProblems, type SendProblem } from './send-problem.ts';

export interface TextSend {
  type: 'text';
  /** `preview_url`: WhatsApp shows a preview of the first link in the body. */
  text: { body: string; preview_url?: boolean };
}

export function textProblems({ text }: TextSend): SendProblem[] {
  return lengthProblems('text.body', text.body, { most: 4096 });
}
