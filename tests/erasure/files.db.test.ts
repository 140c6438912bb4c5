// Files of somebody erased are gone from where they lay, on disk and in S3, with their names and whatever was half taken in; what somebody else
// sent as well stays theirs. The service is whole, the simulator is Meta, and what is logged meanwhile names nobody.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { Media, MessageItem, PrivacyRequestDetail } from '@throughline/contract';
import type { Person } from '@throughline/simulator';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { needlesOf } from '../../server/db/residue/forms.ts';
import { scanFolder } from '../../server/db/residue/scan.ts';
import { searchFor } from '../../server/db/residue/search.ts';
import type { Api } from '../support/api.ts';
import { dumpOf } from '../support/dump.ts';
import { pdf, png, sha256 } from '../support/files.ts';
import { type S3, startS3 } from '../support/s3.ts';
import { apiOf, lagosBikes, startTestService, type TestService } from '../support/service.ts';
import { startTown, type Town } from '../support/town.ts';
import { waitFor } from '../support/waiting.ts';

const sales = '200000000000002';
const words = 'my receipt, canary 0861';

describe.each(['disk', 's3'] as const)('files kept on %s', (store) => {
  let s3: S3 | undefined;
  let town: Town;
  let service: TestService;
  let agent: Api;
  let officer: Api;
  let ada: Person;
  let ben: Person;
  let log = '';

  beforeAll(async () => {
    if (store === 's3') s3 = await startS3();
    town = await startTown();
    const lines = new Writable({
      write: (line, _encoding, done) => {
        log += String(line);
        done();
      },
    });
    const media = s3 ? { s3: s3.access } : {};
    service = await startTestService({ graphUrl: town.url, media, log: pino({ level: 'trace' }, lines) });
    town.pointAt({ url: service.webhookUrl });
    agent = await apiOf(service, 'supervisor', lagosBikes.portfolioId);
    officer = await apiOf(service, 'privacy_officer');
    ada = town.world.addPerson({ name: 'Adaeze Filecanary', phone: '+2348031230861', country: 'NG' });
    ben = town.world.addPerson({ name: 'Ben Beside', phone: '+15550109002', country: 'US' });
    ada.adoptUsername('ada.filecanary');
  });

  afterAll(async () => {
    await service?.end();
    await town?.close();
    await s3?.close();
  });

  const objects = () => filesUnder(s3 ? s3.folder : join(service.home, 'media', 'blobs'));

  async function fileIn(person: Person, number: number): Promise<Media> {
    return await waitFor(`file ${number} of ${person.name} is there`, async () => {
      const [thread] = await agent.conversations(`&q=${encodeURIComponent(person.name)}`);
      const items = thread ? await agent.timeline(thread.id) : [];
      const files = items.flatMap((item) => (item.kind === 'message' && item.media ? [item.media] : []));
      return files.length >= number && files.every(({ state }) => state === 'ready') ? files.at(-1) : undefined;
    });
  }

  async function answerWithFile(person: Person, bytes: Buffer): Promise<void> {
    const upload = await fetch(`${service.url}/api/v1/media`, {
      method: 'POST',
      headers: { authorization: agent.authorization, 'x-filename': 'for-ada-canary-0862.pdf' },
      body: new Uint8Array(bytes),
    });
    const { id } = (await upload.json()) as { id: string };
    const [thread] = await agent.conversations(`&q=${encodeURIComponent(person.name)}`);
    const path = `/api/v1/conversations/${thread?.id}/messages`;
    const { body } = await agent.call<MessageItem>('POST', path, { type: 'document', document: { media: id } });
    await waitFor(
      'it is delivered',
      async () => (await agent.message(thread?.id ?? '', body.id)).status === 'delivered',
    );
  }

  async function erase(username: string): Promise<PrivacyRequestDetail> {
    const requests = '/api/v1/privacy/requests';
    const { body } = await officer.call<PrivacyRequestDetail>('POST', requests, { kind: 'erase', subject: username });
    const path = `${requests}/${body.id}`;
    await officer.call('POST', `${path}/prove`, { by: 'document', note: 'Papers seen' });
    await officer.call('POST', `${path}/run`, { confirm: true });
    return await waitFor(
      'the erasure is done',
      async () => {
        const { body: now } = await officer.call<PrivacyRequestDetail>('GET', path);
        return now.state === 'done' ? now : undefined;
      },
      60_000,
    );
  }

  it('are gone with the person, but for what somebody else sent too', { timeout: 180_000 }, async () => {
    const shared = png(61, 62);
    const picture = (bytes: Buffer, caption?: string) =>
      ({ type: 'image', bytes, mimeType: 'image/png', ...(caption && { caption }) }) as const;
    ada.sendMedia(sales, picture(shared));
    await fileIn(ada, 1);
    ada.sendMedia(sales, picture(png(63, 64), words));
    await fileIn(ada, 2);
    ben.sendMedia(sales, picture(shared));
    const bens = await fileIn(ben, 1);
    await answerWithFile(ada, pdf());
    expect(objects()).toHaveLength(3);
    const canaries = needlesOf([
      { label: 'phone', kind: 'phone', value: '+2348031230861' },
      ...[ada.name, 'ada.filecanary', words, 'for-ada-canary-0862.pdf', ada.bsuid(lagosBikes.portfolioId)].map(
        (value) => ({ label: value, kind: 'text' as const, value }),
      ),
    ]);
    const found = async () => {
      const search = searchFor(canaries);
      const seen = new Set<string>();
      for (const rows of (await dumpOf(service.db)).values()) {
        search.feed(rows);
        for (const { label } of search.end()) seen.add(label);
      }
      return [...seen];
    };
    expect((await found()).length).toBe(6);

    const done = await erase('@ada.filecanary');
    expect(done.certificate).toMatchObject({ residue: { found: 0 } });
    await waitFor('their objects are gone', async () => objects().length === 1);
    expect(filesUnder(join(service.home, 'media', 'incoming'))).toEqual([]);
    const left = await fileIn(ben, 1);
    expect(left.id).toBe(bens.id);
    const served = Buffer.from(await (await fetch(`${service.url}${left.url}`)).arrayBuffer());
    expect(sha256(served)).toBe(sha256(shared));
    expect(await found()).toEqual([]);
    expect((await scanFolder(service.home, canaries)).findings).toEqual([]);
    const search = searchFor(canaries);
    search.feed(Buffer.from(log));
    expect(search.end()).toEqual([]);
    expect(log).toContain('"event":"erased"');
  });
});

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes('_s3rver_'))
    .map((entry) => join(entry.parentPath, entry.name));
}
