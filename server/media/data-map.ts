// What the media room holds of people, and what becomes of it: see db/data-map/marks.ts.

import type { RoomMap } from '../db/data-map/marks.ts';

export const dataMap: RoomMap = {
  media: {
    what: 'A file that came with a message, or one of ours.',
    columns: {
      portfolio_id: 'none',
      ...{ id: 'pseudonym', origin: 'none', type: 'none', state: 'none', reason: 'none' },
      meta_id: 'customer:file',
      phone_number_id: 'none',
      claimed_type: 'customer:file',
      declared_hash: 'customer:file',
      filename: 'customer:file',
      ...{ voice: 'none', created_at: 'none', attempts: 'none', not_before: 'none', settled_at: 'none' },
      ...{ blob_id: 'pseudonym', size: 'none', mime_type: 'none', width: 'none', height: 'none', duration_s: 'none' },
    },
    key: ['id'],
    rows: { walk: 'files' },
    erase: 'delete',
    export: 'Files',
    kept: 'files',
  },
  media_uses: {
    what: 'Which message shows which file.',
    columns: { portfolio_id: 'none', message_id: 'pseudonym', media_id: 'pseudonym', caption: 'customer:content' },
    key: ['message_id', 'media_id'],
    rows: { of: 'messages', by: 'message_id', key: 'id' },
    erase: 'delete',
    export: 'Files',
    kept: 'files',
  },
  blobs: {
    what: 'The bytes of files: where they stand, and the key that opens them.',
    columns: {
      portfolio_id: 'none',
      ...{ id: 'pseudonym', hash: 'customer:derived', size: 'none', store: 'none', object: 'none', key: 'secret' },
      ...{ created_at: 'none', missing_since: 'none' },
    },
    key: ['id'],
    rows: { walk: 'files' },
    erase: 'delete',
    export: { leftOut: 'How files are stored; the files themselves are given.' },
    kept: 'files',
  },
  blob_removals: {
    what: 'An object to be removed from the store.',
    columns: { portfolio_id: 'none', object: 'none', store: 'none', since: 'none' },
    rows: 'nobody',
    kept: 'queues',
  },
  media_usage: {
    what: 'How much room files take.',
    columns: { portfolio_id: 'none', bytes: 'none' },
    rows: 'nobody',
    kept: 'counts',
  },
  meta_uploads: {
    what: 'A file of ours at Meta.',
    columns: {
      portfolio_id: 'none',
      ...{
        media_id: 'pseudonym',
        phone_number_id: 'none',
        state: 'none',
        meta_id: 'customer:file',
        uploaded_at: 'none',
      },
      ...{ attempts: 'none', not_before: 'none', created_at: 'none' },
    },
    key: ['media_id', 'phone_number_id'],
    rows: { walk: 'files' },
    erase: 'delete',
    export: { leftOut: 'What Meta calls a file of ours; the file itself is given.' },
    kept: 'files',
  },
};
