// What the parts of placing share: items with their owners, and what became of each.

import type { HolderId } from '@throughline/identity';
import type { CallItem, EchoItem, MessageItem } from '@throughline/whatsapp';
import type { ChangeNote } from '../changes/store.ts';
import type { News } from '../conversations/rules-news.ts';
import type { Applicable } from '../inbox/rules-sorting.ts';
import type { InboxRow, ParkedItem } from '../inbox/store.ts';
import type { Entry } from './entries.ts';
import type { Tools } from './tools.ts';

export interface Placed {
  counts: Map<Entry<Applicable>, 'applied' | 'repeated' | 'kept'>;
  parked: { row: InboxRow; item: ParkedItem }[];
  changes: ChangeNote[];
}

/** Items that stand in a thread. */
export type Threaded = MessageItem | EchoItem | CallItem;

export interface Owned extends Entry<Threaded> {
  entry: Entry<Applicable>;
  holderId: HolderId;
  tie: string;
  number: string;
}

export interface Writing {
  threadOf: (one: Owned) => string;
  news: News;
  placed: Placed;
  tools: Tools;
}
