// Files in a bucket of anything that speaks S3. One PUT each: the largest file (limits.ts) is far below the 5 GB S3 takes in one, and
// the hash that is signed along makes the store refuse what was damaged on the way.

import { openAsBlob } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { AwsClient } from 'aws4fetch';
import { limits } from '../limits.ts';
import { type BlobStore, type ObjectName, objectPattern, pathOf } from './store.ts';

export interface S3Access {
  endpoint: string;
  bucket: string;
  region: string;
  accessKey: string;
  secretKey: string;
  /** Before every name; empty or ending in a slash. */
  prefix: string;
}

interface Call {
  method: 'GET' | 'PUT' | 'DELETE';
  headers?: Record<string, string>;
  body?: Blob;
}

export function s3Store(access: S3Access): BlobStore {
  const { endpoint, bucket, region, prefix } = access;
  const client = new AwsClient({
    accessKeyId: access.accessKey,
    secretAccessKey: access.secretKey,
    service: 's3',
    region,
    retries: 0,
  });
  const urlOf = (name: ObjectName) => `${endpoint}/${bucket}/${prefix}${pathOf(name)}`;
  const call = async (url: string, { method, headers = {}, body }: Call): Promise<Response> => {
    // Signed apart from the body, whose hash is among the headers: it is read once, while it is sent.
    const signed = await client.sign(url, { method, headers });
    return await fetch(signed.url, {
      method,
      headers: signed.headers,
      ...(body && { body }),
      signal: AbortSignal.timeout(limits.mediaTransferMs),
    });
  };
  return {
    kind: 's3',
    put: async (name, { path, hash }) => {
      const answer = await call(urlOf(name), {
        method: 'PUT',
        headers: { 'x-amz-content-sha256': hash, 'content-type': 'application/octet-stream' },
        body: await openAsBlob(path),
      });
      await finish(answer, 'write');
      await rm(path, { force: true });
    },
    get: async (name, { start, end }) => {
      const answer = await call(urlOf(name), { method: 'GET', headers: { range: `bytes=${start}-${end}` } });
      if (answer.status === 404) return void (await answer.body?.cancel());
      if (answer.status !== 206 && answer.status !== 200) await finish(answer, 'read');
      if (!answer.body) throw new Error('The S3 store answered without a body.');
      return Readable.fromWeb(answer.body as ReadableStream);
    },
    remove: async (name) => finish(await call(urlOf(name), { method: 'DELETE' }), 'delete', [404]),
    list: async (portfolioId, beginning) => {
      const found: { object: string; writtenAt: number }[] = [];
      let token: string | undefined;
      do {
        const query = new URLSearchParams({ 'list-type': '2', prefix: `${prefix}${portfolioId}/${beginning}/` });
        if (token) query.set('continuation-token', token);
        const answer = await call(`${endpoint}/${bucket}?${query}`, { method: 'GET' });
        if (!answer.ok) await finish(answer, 'list');
        const page = readPage(await answer.text());
        found.push(...page.found);
        token = page.next;
      } while (token);
      return found;
    },
  };
}

/** The status of a failure alone: what a store says about it may quote names and keys. */
async function finish(answer: Response, what: string, allowed: readonly number[] = []): Promise<void> {
  await answer.body?.cancel();
  if (!answer.ok && !allowed.includes(answer.status))
    throw new Error(`The S3 store refused to ${what}: ${answer.status}.`);
}

const entry = /<Contents>(.*?)<\/Contents>/gs;

/** Our names hold nothing XML would write otherwise, so two expressions read the list. */
function readPage(xml: string): { found: { object: string; writtenAt: number }[]; next: string | undefined } {
  const found = [...xml.matchAll(entry)].flatMap(([, inner = '']) => {
    const object = /<Key>[^<]*?([^</]+)<\/Key>/.exec(inner)?.[1] ?? '';
    const writtenAt = Date.parse(/<LastModified>([^<]+)<\/LastModified>/.exec(inner)?.[1] ?? '');
    return objectPattern.test(object) && Number.isFinite(writtenAt) ? [{ object, writtenAt }] : [];
  });
  const more = /<IsTruncated>true<\/IsTruncated>/.test(xml);
  return { found, next: more ? /<NextContinuationToken>([^<]+)</.exec(xml)?.[1] : undefined };
}
