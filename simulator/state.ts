// All the pretend Meta remembers, as plain data: what the state file holds.

export interface Portfolio {
  id: string;
  contactBook: boolean;
  /** The parent BSUID account this portfolio is enrolled in. */
  parentAccount?: string;
  /** People in the contact book, by id. */
  book: string[];
  /** To how many people it may begin in 24 hours; without it, to all. */
  messagingLimit?: MessagingTier;
}

export type MessagingTier =
  | 'TIER_50'
  | 'TIER_250'
  | 'TIER_1K'
  | 'TIER_2K'
  | 'TIER_10K'
  | 'TIER_100K'
  | 'TIER_UNLIMITED';

export interface BusinessNumber {
  phoneNumberId: string;
  /** Digits only, as in `metadata.display_phone_number`. */
  displayPhone: string;
  name: string;
  wabaId: string;
  portfolioId: string;
  blocked: string[];
  /** STANDARD where left out. */
  throughput?: 'STANDARD' | 'HIGH';
  /** It cannot be used until then, and has HIGH throughput afterwards. */
  upgradingUntil?: number;
  /** GREEN where left out. */
  quality?: 'GREEN' | 'YELLOW' | 'RED';
}

export interface PersonRecord {
  id: string;
  name: string;
  /** Digits only; null once the account is gone. */
  phone: string | null;
  /** ISO 3166-1 alpha-2. */
  country: string;
  username?: string;
  /** By portfolio id. */
  bsuids: Record<string, string>;
  /** By parent account id. */
  parents: Record<string, string>;
  /** Numbers given up, newest last. */
  formerPhones: string[];
  /** Every message to them fails so; the way is Meta's for the code where left out. */
  fails?: { code: number; way?: 'answer' | 'status' };
  /** What they do when asked for their number. */
  whenAsked?: WhenAsked;
}

/** `share` and `ignore` as they say; `late` shares after `askedAgainMs`; left out: nothing happens by itself. */
export type WhenAsked = 'share' | 'late' | 'ignore';

/** A message, call or notice between one person and one business number. */
export interface Line {
  wamid: string;
  tail: string;
  phoneNumberId: string;
  personId: string;
  direction: 'inbound' | 'outbound';
  /** Milliseconds since the epoch. */
  at: number;
  type: string;
  /** For people's eyes. */
  text: string;
  status?: OutgoingStatus;
  /** The message as it stood on the wire, for the page. */
  content?: Record<string, unknown>;
  /** The id of the message this one answers. */
  replyTo?: string;
  /** The business has marked it read. */
  readByBusiness?: boolean;
  /** Until when the business is shown as typing, after a read mark that said so. */
  typingUntil?: number;
}

/** A file under an id. The bytes are with the media store. */
export interface MediaRecord {
  id: string;
  /** The number it was uploaded for, or came to. */
  phoneNumberId: string;
  from: 'person' | 'business';
  mimeType: string;
  /** Hexadecimal. */
  sha256: string;
  /** Bytes. */
  size: number;
  expiresAt: number;
  filename?: string;
}

export type OutgoingStatus = 'accepted' | 'sent' | 'delivered' | 'read' | 'failed';
export type AddressedBy = 'phone' | 'bsuid' | 'parent' | 'group';

/** A message a business sent and the API accepted. */
export interface Outgoing {
  wamid: string;
  phoneNumberId: string;
  at: number;
  addressedBy: AddressedBy;
  /** `to` or `recipient` exactly as sent. */
  input: string;
  /** The digits a phone-addressed message went to. */
  waId?: string;
  /** Absent where nobody is reachable under that address. */
  personId?: string;
  type: string;
  body: Record<string, unknown>;
  category: string;
  callbackData?: string;
  status: OutgoingStatus;
  errorCode?: number;
}

export type TemplateCategory = 'authentication' | 'marketing' | 'utility';
export type TemplateStatus = 'PENDING' | 'APPROVED' | 'REJECTED' | 'PAUSED' | 'DISABLED';

/** A template a test only names: it goes out in any language and with any parameters. */
export interface Template {
  name: string;
  category: TemplateCategory;
}

/** A template with everything Meta knows of it. */
export interface CatalogTemplate {
  /** At most 15 digits: webhooks write it as a number. */
  id: string;
  wabaId: string;
  name: string;
  language: string;
  category: TemplateCategory;
  parameterFormat: 'POSITIONAL' | 'NAMED';
  components: Record<string, unknown>[];
  status: TemplateStatus;
  rejectedReason?: string;
  quality: 'GREEN' | 'YELLOW' | 'RED' | 'UNKNOWN';
  /** When it was made, edited or last decided upon. */
  changedAt: number;
}

/** One thing to tell the webhook; several may share a POST. */
export interface Update {
  wabaId: string;
  field: string;
  value: Record<string, unknown>;
}

export interface State {
  version: 1;
  nextPerson: number;
  portfolios: Record<string, Portfolio>;
  numbers: Record<string, BusinessNumber>;
  people: Record<string, PersonRecord>;
  templates: Record<string, Template>;
  catalog: Record<string, CatalogTemplate>;
  /** `WABA name` -> when the last approved template of that name was deleted. */
  restingNames: Record<string, number>;
  /** `phoneNumberId personId` -> last traffic with the phone number itself. */
  phoneTraffic: Record<string, number>;
  /** `phoneNumberId personId` -> when the person last wrote or called. */
  lastInbound: Record<string, number>;
  /** `phoneNumberId personId` of whoever wants no marketing from a number. */
  marketingStops: Record<string, true>;
  lines: Line[];
  outbox: Outgoing[];
  media: Record<string, MediaRecord>;
  /** Webhooks not yet answered with 200. */
  waiting: Update[];
  /** What a driver of the world (the town) wants to remember. */
  notes: Record<string, unknown>;
}

export function emptyState(): State {
  return {
    version: 1,
    nextPerson: 1,
    portfolios: {},
    numbers: {},
    people: {},
    templates: {},
    catalog: {},
    restingNames: {},
    phoneTraffic: {},
    lastInbound: {},
    marketingStops: {},
    lines: [],
    outbox: [],
    media: {},
    waiting: [],
    notes: {},
  };
}

export const pairKey = (phoneNumberId: string, personId: string): string => `${phoneNumberId} ${personId}`;
