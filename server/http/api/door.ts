// What the API's doors are given.

import type { Policy } from '@throughline/identity';
import type { Database } from '../../db/connect.ts';
import type { Tools } from '../../flows/tools.ts';
import type { Guard } from '../auth.ts';

export interface ApiDoor {
  db: Database;
  tools: Tools;
  policy: Policy;
  guard: Guard;
  /** Something is due to be sent. */
  wakeSender: () => void;
  /** An errand to Meta is due. */
  wakeErrands: () => void;
  /** Something is due to be drained. */
  wakeInbox: () => void;
  /** Templates are to be listed again. */
  wakeTemplates: () => void;
  /** A campaign is to be checked, or goes on. */
  wakeCampaigns: () => void;
}
