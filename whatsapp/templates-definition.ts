// What a template is, once read: its words, its places, its state. The reading is in templates.ts.

export interface TemplateDefinition {
  /** Meta's id of it; another one after it was deleted and written again. */
  metaId: string;
  name: string;
  /** Meta's code, as en_US. */
  language: string;
  category: TemplateCategory;
  status: TemplateStatus;
  /** Why Meta rejected it, in a sentence, where it said so. */
  reason: string | undefined;
  quality: TemplateQuality;
  /** Its places have names and not numbers; their values go to Meta by name. */
  named: boolean;
  header: TemplateHeader | undefined;
  body: TemplateWords;
  footer: string | undefined;
  offer: TemplateOffer | undefined;
  buttons: TemplateButtonDefinition[];
  cards: TemplateCard[];
  /** Why its places cannot be filled from here: product lists and what Meta adds one day. A sentence. */
  unfillable: string | undefined;
}

export type TemplateCategory = 'marketing' | 'utility' | 'authentication' | 'other';
export type TemplateStatus = 'approved' | 'pending' | 'rejected' | 'paused' | 'disabled' | 'deleted' | 'other';
export type TemplateQuality = 'green' | 'yellow' | 'red' | 'unknown';
export type TemplateMedia = 'image' | 'video' | 'document';

/** A text with places `{{1}}` or `{{name}}`, each once, in the order their values are sent in. */
export interface TemplateWords {
  text: string;
  places: { name: string; example: string | undefined }[];
}

export type TemplateHeader = ({ kind: 'text' } & TemplateWords) | { kind: TemplateMedia } | { kind: 'location' };

export interface TemplateOffer {
  text: string;
  /** Meta shows a countdown and must be told when the offer ends. */
  expires: boolean;
}

export type TemplateButtonKind =
  | 'quick_reply'
  | 'url'
  | 'phone'
  | 'copy_code'
  | 'otp'
  | 'flow'
  | 'request_contact_info'
  | 'other';

export interface TemplateButtonDefinition {
  kind: TemplateButtonKind;
  label: string;
  /** With `{{1}}` at its end where something is to be appended. */
  url: string | undefined;
  phone: string | undefined;
  example: string | undefined;
}

export interface TemplateCard {
  header: 'image' | 'video' | undefined;
  body: TemplateWords;
  buttons: TemplateButtonDefinition[];
}

/** `slot: null`: about the template as a whole. The problem is a sentence that says what to do. */
export interface TemplateProblem {
  slot: string | null;
  problem: string;
  /** The same as facts, where the sentence has some in it: for whoever says it in another language. `card`: which, from 1. */
  tooLong?: { what: 'header' | 'text' | 'link' | 'card'; card?: number; characters: number; most: number };
}
