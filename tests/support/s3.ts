// An S3-compatible server that checks signatures and keeps its objects in a folder, with one bucket.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from '@20minutes/s3rver';
import type { S3Access } from '../../server/blobs/s3.ts';

export interface S3 {
  access: S3Access;
  folder: string;
  /** It answers nobody, and later again on the same port with what it has. */
  stop(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

export async function startS3(): Promise<S3> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-s3-'));
  const bucket = 'files';
  const serverOn = (port: number) =>
    new S3rver({ port, address: '127.0.0.1', silent: true, directory: folder, configureBuckets: [{ name: bucket }] });
  let server = serverOn(0);
  const { port } = await server.run();
  return {
    folder,
    // The one pair of keys this server knows.
    access: {
      endpoint: `http://127.0.0.1:${port}`,
      bucket,
      region: 'us-east-1',
      accessKey: 'S3RVER',
      secretKey: 'S3RVER',
      prefix: 'throughline/',
    },
    stop: () => server.close(),
    start: async () => {
      server = serverOn(port);
      await server.run();
    },
    close: async () => {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
