// What a webhook says, after reading: a flat list of items, each understandable on its own.
//
// Meta batches up to 1,000 updates into one POST and promises neither order nor uniqueness (Meta, "Webhooks overview",
// read 2026-09), so an item carries everything needed to act on it alone: who it is about, when, on which business
// number, and the piece of the webhook it came from.

import type { Bsuid, E164, ParentBsuid, Username } from '@throughline/identity';
import type { TemplateCategory, TemplateQuality, TemplateStatus } from './templates-definition.ts';

/** Meta's message id. Embeds the recipient's identifier, so it is never shown, logged or parsed. */
export type Wamid = string & { readonly brand: 'Wamid' };
/** Meta's call id (`wacid...`). */
export type CallId = string & { readonly brand: 'CallId' };

/** The identifiers one payload gives for one person. Absent means hidden or unknown, never empty. */
export interface Party {
  phone?: E164;
  bsuid?: Bsuid;
  parent?: ParentBsuid;
}

/** `username: null` means the payload shows a profile without a username; absent means the payload does not tell. */
export interface Profile {
  name?: string;
  username?: Username | null;
  /**
   * Meta's hash of the person's key, only where the identity change check is switched on for the business number (Meta, "Phone
   * numbers", identity change check, read 2026-09). Another one than before: another device, or another person.
   */
  keyHash?: string;
}

/** Where an item came from: enough to put it through the door again on its own. */
export interface Origin {
  /** Empty where the webhook names no account: nobody's, to be parked. */
  wabaId: string;
  /** Absent on account-level webhooks. */
  phoneNumberId?: string;
  /** Meta's `field`: messages, calls, user_preferences, ...; empty where it could not be read. */
  field: string;
  /** A complete envelope, as Meta would send it, holding only this item. Built when asked for: parking is rare. */
  envelope: () => unknown;
}

interface Base {
  origin: Origin;
  /** Milliseconds since the epoch, Meta's clock (whole seconds). 0 on `unreadable`, and on `other` without a time. */
  at: number;
}

/** A message a person sent to the business, of whatever type, known or not. */
export interface MessageItem extends Base {
  kind: 'message';
  wamid: Wamid;
  from: Party;
  profile: Profile;
  content: MessageContent;
  /** The message this one quotes. */
  quotes?: Wamid;
  groupId?: string;
  /** Delivered to us as an observer, or out of an old history: shown, but it opens no window and rings no bell. */
  via: 'live' | 'standby' | 'history';
}

/** A message the business sent elsewhere: from the WhatsApp Business app (echo) or found in a synced history. */
export interface EchoItem extends Base {
  kind: 'echo';
  wamid: Wamid;
  to: Party;
  profile: Profile;
  content: MessageContent;
  quotes?: Wamid;
  groupId?: string;
  via: 'live' | 'standby' | 'history';
  /** Only in history: what had become of it. */
  status?: DeliveryStatus;
}

/**
 * Typed where the desk shows it, raw where it does not yet: `raw` is the message object as it came, nothing dropped.
 * The typed texts can be stored as they are; `raw` (like `value` below) may hold U+0000 and half surrogates, which
 * PostgreSQL refuses.
 */
export type MessageContent = { raw: Record<string, unknown> } & (
  | { type: 'text'; body: string }
  | {
      type: 'image' | 'video' | 'audio' | 'document' | 'sticker';
      mediaId?: string;
      mimeType?: string;
      caption?: string;
      filename?: string;
      voice?: boolean;
      /** SHA-256 of the bytes, as hex; Meta writes it in base64. */
      sha256?: string;
    }
  | { type: 'location'; latitude: number; longitude: number; name?: string; address?: string }
  | { type: 'contacts'; cards: SharedCard[] }
  | { type: 'reaction'; target: Wamid; emoji: string | null }
  | { type: 'button'; label: string; payload?: string }
  /** `sent`: by a business, with something to tap; otherwise the answer to it, `form` where a form was filled in. */
  | { type: 'interactive'; label: string; payload?: string; sent?: true; form?: true }
  | { type: 'order'; itemCount: number; text?: string }
  | { type: 'edit'; target: Wamid; body?: string }
  | { type: 'revoke'; target: Wamid }
  | { type: 'template'; name: string }
  /** `kind`: what it was, where Meta says so: `poll`. */
  | { type: 'unsupported'; code?: number; kind?: string }
  | { type: 'unknown'; wireType: string }
);

export interface SharedCard {
  name: string;
  phones: { text: string; phone?: E164 }[];
  /** `contact_request`: the sender's own number, attested by Meta. Anything else proves nothing about the sender. */
  origin: 'contact_request' | 'other';
}

export type DeliveryStatus = 'sent' | 'delivered' | 'read' | 'played' | 'failed';

/** What became of a message we sent. */
export interface StatusItem extends Base {
  kind: 'status';
  wamid: Wamid;
  status: DeliveryStatus;
  recipient: Party;
  profile: Profile;
  /** Set when the message went to a group; `recipient` is then the participant. */
  groupId?: string;
  /** What we sent along, echoed: the only way to recognize a send whose answer was lost. */
  callbackData?: string;
  errors: MetaError[];
}

export interface MetaError {
  code: number;
  title: string;
  details?: string;
}

/** A person's identifiers were replaced: new number, new BSUID. Any side may be partly unknown (three wire generations). */
export interface RotationItem extends Base {
  kind: 'rotation';
  /** The system message's wamid, or a made-up stable id for the withdrawn `user_id_update` form. */
  eventId: string;
  previous: Party;
  current: Party;
}

/** A call's life, one event at a time; several items share a `callId`. */
export interface CallItem extends Base {
  kind: 'call';
  callId: CallId;
  direction: 'from_customer' | 'to_customer';
  event: 'ringing' | 'accepted' | 'rejected' | 'connected' | 'ended';
  party: Party;
  profile: Profile;
  /** Only on `ended`: COMPLETED or FAILED on the wire. `durationS` absent or 0 means nobody talked. */
  completed?: boolean;
  durationS?: number;
  callbackData?: string;
}

/** A person's word on marketing. */
export interface PreferenceItem extends Base {
  kind: 'preference';
  eventId: string;
  from: Party;
  profile: Profile;
  category: string;
  value: 'stop' | 'resume';
}

/** A contact known to the WhatsApp Business app, synced. Says nothing about time of contact. */
export interface CardItem extends Base {
  kind: 'app-contact';
  eventId: string;
  party: Party;
  profile: Profile;
  action: 'add' | 'remove';
}

/** News of a template: only what the webhook says is set. `name` and `language` as Meta wrote them there (en-US, en_US). */
export interface TemplateItem extends Base {
  kind: 'template';
  eventId: string;
  metaId?: string;
  name?: string;
  language?: string;
  change:
    | { what: 'status'; status?: TemplateStatus; reason?: string }
    | { what: 'quality'; quality: TemplateQuality }
    | { what: 'category'; category: TemplateCategory }
    | { what: 'content' };
}

/** Everything else, kept as it came: account and group updates, unknown fields, other system messages. */
export interface OtherItem extends Base {
  kind: 'other';
  eventId: string;
  /** Meta's `field`, and after a slash what it is within it: `messages/system.customer_identity_changed`. */
  topic: string;
  value: unknown;
}

/** Something in a known place that cannot be what it should be. Parked, never dropped. */
export interface UnreadableItem extends Base {
  kind: 'unreadable';
  /** One sentence a supervisor understands, naming the field in the item's own envelope: "messages[0].id is missing". */
  problem: string;
  value: unknown;
}

export type WebhookItem =
  | MessageItem
  | EchoItem
  | StatusItem
  | RotationItem
  | CallItem
  | PreferenceItem
  | CardItem
  | TemplateItem
  | OtherItem
  | UnreadableItem;
