// The identifiers WhatsApp gives people, each with a brand and one way in.
//
// Source of the formats: Meta, "Business-scoped user IDs" (revision 2026-06-29, read 2026-09) and "Phone numbers".
// An identifier is never classified by its look where the field it arrived in says what it is; the parsers below only
// refuse values that cannot be what the field promises.

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** Meta's business portfolio. The scope of every other identifier here, the tenant and the shard key. */
export type PortfolioId = Branded<'PortfolioId'>;
/** A business-scoped user id, unique per (portfolio, WhatsApp user). Regenerated when the user's number changes. Opaque, case kept. */
export type Bsuid = Branded<'Bsuid'>;
/** A parent BSUID, unique per (group of portfolios, WhatsApp user). Opaque, case kept. */
export type ParentBsuid = Branded<'ParentBsuid'>;
/** A phone number as `+` and 6 to 18 digits. Global, but a claim of the moment: numbers are hidden, changed and recycled. */
export type E164 = Branded<'E164'>;
/** A username without `@`, in the spelling last seen. Changes hands: shown, searched, never evidence of sameness. */
export type Username = Branded<'Username'>;

const bsuidPattern = /^[A-Z]{2}\.[A-Za-z0-9]{1,128}$/;
const parentPattern = /^[A-Z]{2}\.ENT\.[A-Za-z0-9]{1,128}$/;
const digitsPattern = /^[1-9]\d{5,17}$/;
const usernamePattern = /^[A-Za-z0-9._]{3,35}$/;

/** `US.1000000000000001` and the like, whole or not at all. */
export function parseBsuid(text: string): Bsuid | undefined {
  return bsuidPattern.test(text) ? (text as Bsuid) : undefined;
}

/** `US.ENT.2000000000000001` and the like. Disjoint from a BSUID: a regular one has no second dot. */
export function parseParentBsuid(text: string): ParentBsuid | undefined {
  return parentPattern.test(text) ? (text as ParentBsuid) : undefined;
}

/**
 * A phone number from Meta's digits (`15550002222`) or a person's spelling (`+1 (555) 000-2222`).
 * Any letter or inner dot means "not a phone": stripping `MY.2035200694071263` to digits gives a plausible number of a stranger.
 */
export function parseE164(text: string): E164 | undefined {
  const digits = text
    .trim()
    .replace(/^\+/, '')
    .replace(/[\s()\-\u00a0\u2010-\u2015\u202f]/g, '');
  return digitsPattern.test(digits) ? (`+${digits}` as E164) : undefined;
}

/** A username, with or without a leading `@` (one provider adds it). */
export function parseUsername(text: string): Username | undefined {
  const bare = text.trim().replace(/^@/, '');
  return usernamePattern.test(bare) && /[A-Za-z]/.test(bare) ? (bare as Username) : undefined;
}

/** A portfolio id as Meta prints it: digits. Other deployments' ids are accepted as long as they are short and plain. */
export function parsePortfolioId(text: string): PortfolioId | undefined {
  return /^[A-Za-z0-9_-]{1,64}$/.test(text) ? (text as PortfolioId) : undefined;
}
