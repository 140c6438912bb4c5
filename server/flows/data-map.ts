// The data map: what every room states of its tables, in one. A room that owns a table and is missing here fails a test, and so does a
// column nobody speaks of (data-map.db.test.ts).

import { dataMap as access } from '../access/data-map.ts';
import { dataMap as asks } from '../asks/data-map.ts';
import { dataMap as audit } from '../audit/data-map.ts';
import { dataMap as calls } from '../calls/data-map.ts';
import { dataMap as campaigns } from '../campaigns/data-map.ts';
import { dataMap as cannedReplies } from '../canned-replies/data-map.ts';
import { dataMap as changes } from '../changes/data-map.ts';
import { dataMap as contacts } from '../contacts/data-map.ts';
import { dataMap as conversations } from '../conversations/data-map.ts';
import type { RoomMap, TableMap } from '../db/data-map/marks.ts';
import { dataMap as db } from '../db/data-map/own.ts';
import { dataMap as drafts } from '../drafts/data-map.ts';
import { dataMap as errands } from '../errands/data-map.ts';
import { dataMap as events } from '../events/data-map.ts';
import { dataMap as exports_ } from '../exports/data-map.ts';
import { dataMap as imports } from '../imports/data-map.ts';
import { dataMap as inbox } from '../inbox/data-map.ts';
import { dataMap as labels } from '../labels/data-map.ts';
import { dataMap as media } from '../media/data-map.ts';
import { dataMap as notes } from '../notes/data-map.ts';
import { dataMap as numbers } from '../numbers/data-map.ts';
import { dataMap as outbound } from '../outbound/data-map.ts';
import { dataMap as privacy } from '../privacy/data-map.ts';
import { dataMap as readiness } from '../readiness/data-map.ts';
import { dataMap as relay } from '../relay/data-map.ts';
import { dataMap as reports } from '../reports/data-map.ts';
import { dataMap as subscriptions } from '../subscriptions/data-map.ts';
import { dataMap as teams } from '../teams/data-map.ts';
import { dataMap as templates } from '../templates/data-map.ts';

/** By room, as the migrations name it. */
export const roomMaps: Readonly<Record<string, RoomMap>> = {
  contacts,
  conversations,
  calls,
  notes,
  drafts,
  labels,
  media,
  campaigns,
  inbox,
  outbound,
  errands,
  events,
  exports: exports_,
  imports,
  asks,
  changes,
  audit,
  privacy,
  access,
  teams,
  'canned-replies': cannedReplies,
  numbers,
  relay,
  subscriptions,
  readiness,
  templates,
  reports,
  db,
};

export const dataMap: ReadonlyMap<string, TableMap> = new Map(Object.values(roomMaps).flatMap(Object.entries));
