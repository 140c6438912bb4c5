// What an export of each kind is: its columns, its rows a batch at a time, and how many there will be. Read in one moment, in a transaction.

import type { Transaction } from '../../db/connect.ts';
import type { Asked, Table } from '../../exports/shapes.ts';
import type { Viewer } from '../../words/viewer.ts';
import { campaignsTable, countCampaigns } from './campaigns.ts';
import { contactsTable, countContacts } from './contacts.ts';
import { conversationsTable, countConversations } from './conversations.ts';
import { countCoverageRows, coverageTable } from './coverage.ts';
import { countMessages, messagesTable } from './messages.ts';

/** `reader`: whose eyes it is made for, masked numbers and language; of portfolios it has the one that is asked for. */
export async function exportTable(tx: Transaction, reader: Viewer, asked: Asked): Promise<Table & { total: number }> {
  const viewer: Viewer = { ...reader, portfolios: [asked.portfolioId] };
  switch (asked.kind) {
    case 'contacts':
      return { ...(await contactsTable(tx, viewer, asked)), total: await countContacts(tx, viewer, asked) };
    case 'conversations':
      return { ...conversationsTable(tx, viewer, asked), total: await countConversations(tx, asked) };
    case 'messages':
      return { ...messagesTable(tx, viewer, asked), total: await countMessages(tx, asked) };
    case 'campaigns':
      return { ...campaignsTable(tx, viewer, asked), total: await countCampaigns(tx, asked) };
    case 'coverage':
      return { ...coverageTable(tx, asked), total: await countCoverageRows(tx, asked) };
  }
}
