// What the API's doors are given.

import type { DeliveryFailure } from '@throughline/contract';
import type { Policy, PortfolioId } from '@throughline/identity';
import type { Logger } from 'pino';
import type { Access } from '../../access/access.ts';
import type { Blobs } from '../../blobs/blobs.ts';
import type { Database } from '../../db/connect.ts';
import type { Tools } from '../../flows/tools.ts';
import type { Network } from '../../subscriptions/rules-networks.ts';
import type { Guard } from '../auth.ts';

export type Ask = (url: string) => Promise<{ failure: DeliveryFailure | null; status: number | null; text: string }>;

export interface ApiDoor {
  db: Database;
  access: Access;
  tools: Tools;
  policy: Policy;
  guard: Guard;
  /** Something is due to be sent. */
  wakeSender: () => void;
  /** An errand to Meta is due. */
  wakeErrands: () => void;
  /** Something is due to be drained. */
  wakeInbox: () => void;
  /** A file is due to be fetched, or to be handed to Meta. */
  wakeMedia: () => void;
  blobs: Blobs;
  /** A link to a file, for some minutes. */
  mediaUrl: (portfolioId: PortfolioId, mediaId: string) => string;
  log: Logger;
  /** Templates are to be listed again. */
  wakeTemplates: () => void;
  /** A campaign is to be checked, or goes on. */
  wakeCampaigns: () => void;
  /** Somebody is to be erased. */
  wakePrivacy: () => void;
  /** Something is to be delivered to other systems. */
  wakeEvents: () => void;
  /** A file is to be made. */
  wakeExports: () => void;
  /** A list is to be looked at, or carried out. */
  wakeImports: () => void;
  /** The canary is to be sent out. */
  wakeCanary: () => void;
  /** Asks an address of somebody's by GET, where it may be reached: it answers, or why it did not. */
  ask: Ask;
  /** Private networks events may be delivered into. */
  networks: readonly Network[];
}
