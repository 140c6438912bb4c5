// `privacy export`: the sealed archive of an access request, written to a file that is there only once it is whole.

import { randomInt } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openBlobs } from '../blobs/blobs.ts';
import { readConfig } from '../config.ts';
import { type Database, inTransaction } from '../db/connect.ts';
import { takeArchive } from '../flows/take-archive.ts';
import type { Tools } from '../flows/tools.ts';
import { openArchive } from '../http/archive/open.ts';
import { sealedZip } from '../http/archive/zip.ts';
import type { Download } from '../privacy/store.ts';
import { type Call, needed } from './command.ts';
import { operator, requestShown, taken, uuidOf, viewer, withTools } from './privacy-steps.ts';

export async function exportArchive({ values, print, say }: Call, [given]: string[]): Promise<number> {
  const id = uuidOf(given);
  const file = resolve(needed(values, 'file'));
  const passphrase = newPassphrase();
  await withTools(say, async (db, tools) => {
    const { kind, state } = await requestShown(db, id);
    if (kind !== 'access') throw new Error('This request is none for a copy: there is nothing to export.');
    if (state === 'verified') {
      const { state: now } = await taken(db, tools, { id, asked: { do: 'run' } });
      if (now === 'awaiting_approval') throw new Error('Somebody else must approve it first, in the desk.');
    }
    await writeArchive(db, tools, { id, file, passphrase, say });
  });
  print(`${file}\nPassphrase: ${passphrase}`, { id, file, passphrase });
  return 0;
}

interface Writing {
  id: string;
  file: string;
  passphrase: string;
  say: Call['say'];
}

async function writeArchive(db: Database, tools: Tools, { id, file, passphrase, say }: Writing): Promise<void> {
  const { home, media } = readConfig(process.env);
  const outcome = await inTransaction(db, (tx) => takeArchive(tx, { portfolios: 'all', id, actor: operator }, tools));
  if (outcome.kind !== 'taken')
    throw new Error('There is no archive to take: nobody was verified, or the time for it is over.');
  const blobs = await openBlobs(home, media);
  const opening = { request: outcome.request, viewer, heard: (download: Download) => say(progressOf(download)) };
  const archive = await openArchive({ db, blobs, tools }, opening);
  if (!archive) throw new Error('The person is not there any more.');
  // Under another name until it is whole: half an archive does not look like one.
  const part = `${file}.part`;
  try {
    await pipeline(sealedZip(archive.entries, passphrase), createWriteStream(part, { flags: 'wx', mode: 0o600 }));
    await rename(part, file);
  } catch (error) {
    await archive.cut();
    await rm(part, { force: true });
    throw error;
  }
}

function progressOf({ state, done, total }: Download): string {
  const percent = state === 'taken' ? 100 : total === 0 ? 0 : Math.min(99, Math.floor((100 * done) / total));
  return `${String(percent).padStart(3)}%  ${done} of ${total} rows`;
}

const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Twenty letters nobody mistakes for another: some 99 bits. */
function newPassphrase(): string {
  const picked = Array.from({ length: 20 }, () => letters[randomInt(letters.length)]).join('');
  return picked.replace(/(.{5})(?=.)/g, '$1-');
}
