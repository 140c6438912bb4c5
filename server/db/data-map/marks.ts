// The data map, as types: what every column of every table holds, whose its rows are, and what becomes of them when a person asks to be
// forgotten. Each room states it of its own tables (server/<room>/data-map.ts); flows/data-map.ts puts them together. Export, erasure, the
// clocks of retention and docs/data-map.md are all made from these statements, so that none of them can know a table the others do not.

/** What a column holds of a customer. */
export type CustomerKind =
  | 'phone'
  | 'username'
  | 'name'
  | 'email'
  /** Meta's ids of a person: account ids, parent ids, key hashes. */
  | 'account_id'
  /** Meta's ids of messages and calls: the number or the account id stands inside, encoded. */
  | 'message_id'
  /** What they or we said. */
  | 'content'
  /** A file, or what describes it. */
  | 'file'
  /** Made from one of the others: search words, folded names, counts of one person. */
  | 'derived'
  /** What somebody here noted of them, and why. */
  | 'note';

/** What a column holds of a person who works here. */
export type ColleagueKind = 'name' | 'email' | 'address' | 'device' | 'note';

/**
 * none: of nobody. pseudonym: an id of ours or a keyed hash, which leads to nobody once what it stood for is gone. secret: opens something.
 * customer, colleague: personal, of what kind.
 */
export type Mark = 'none' | 'pseudonym' | 'secret' | `customer:${CustomerKind}` | `colleague:${ColleagueKind}`;

/** Of a json column, by path; `$` is everything no other path names. A step is `.name`, `[*]` for each of a list, or `.*` for each of an object. */
export interface JsonMarks {
  readonly $: Mark;
  readonly [path: `$${string}`]: Mark;
}

export type Columns = Readonly<Record<string, Mark | JsonMarks>>;

/** How long things of a class are kept is one choice: flows/retention.ts. */
export type RetentionClass =
  /** What is said, and the work on it. */
  | 'conversations'
  /** Who is who, and what it was decided from. */
  | 'identity'
  /** Webhooks as they came. */
  | 'raw'
  | 'files'
  | 'campaigns'
  /** Owed to somebody or told to somebody; gone in hours or days. */
  | 'queues'
  /** Who did what. */
  | 'audit'
  /** People who work here, and how they come in. */
  | 'access'
  /** What the business set up for itself. */
  | 'settings'
  /** Numbers about many. */
  | 'counts'
  /** Privacy requests and the proof that they were carried out. */
  | 'privacy';

/** Walks over rows whose owner no condition can tell; each has a reader and an eraser in code, see flows/data-walks.ts. */
export type WalkName =
  | 'evidence'
  | 'words'
  | 'raw'
  | 'parked'
  | 'kept'
  | 'statuses'
  | 'answers'
  | 'files'
  | 'shown_cards';

export type Rows =
  /**
   * A condition on `t`, the row, with names of the subject: see `subjectParameters`. The portfolio is compared besides, unless the table
   * has none.
   */
  | { readonly where: string }
  /** Of whoever the row of `of` is whose `key` is this row's `by`. */
  | { readonly of: string; readonly by: string; readonly key: string }
  | { readonly walk: WalkName };

export type Erasing =
  | 'delete'
  /** Columns to SQL: what stays of the row says nothing of the person any more, and `rows` does not find it again. */
  | { readonly replace: Readonly<Record<string, string>> }
  | { readonly keep: string };

interface Stated {
  /** For whoever reads docs/data-map.md: what a row is, in a line. */
  readonly what: string;
  readonly columns: Columns;
  readonly kept: RetentionClass;
}

/** No row is about a customer. */
export interface OfNobody extends Stated {
  readonly rows: 'nobody';
}

export interface OfCustomers extends Stated {
  /** The primary key without portfolio_id: what pages of rows are ordered by. */
  readonly key: readonly string[];
  readonly rows: Rows;
  readonly erase: Erasing;
  /** Under which heading a person is given it; or why they are not, which is only where they are given the same elsewhere, or where it is not theirs. */
  readonly export: string | { readonly leftOut: string };
  /** A condition on `t`, with `:before`, that a row has had its time: for tables that are swept by age. */
  readonly outdated?: string;
  /** Columns a person is not given, with the reason: ours alone, or somebody else's. */
  readonly withheld?: Readonly<Record<string, string>>;
}

export type TableMap = OfNobody | OfCustomers;
export type RoomMap = Readonly<Record<string, TableMap>>;

/** A number held at a moment, as conditions say it: expressions for its key and for the moment. */
export function heldAt(key: string, at: string): string {
  return `exists (select from unnest(:lease_keys, :lease_from, :lease_until) as held (key, from_at, until_at)
    where held.key = ${key} and ${at} >= held.from_at and ${at} < held.until_at)`;
}

export function isPersonal(mark: Mark): boolean {
  return mark.startsWith('customer:') || mark.startsWith('colleague:');
}

export function isCustomers(mark: Mark): boolean {
  return mark.startsWith('customer:');
}

export function marksOf(marks: Mark | JsonMarks): Mark[] {
  return typeof marks === 'string' ? [marks] : Object.values(marks);
}
