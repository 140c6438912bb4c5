import { isAbsolute } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

function problemsOf(env: Record<string, string>): string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('the configuration', () => {
  it('needs nothing: everything has a default', () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      port: 8080,
      host: '127.0.0.1',
      databaseUrl: undefined,
      publicUrl: 'http://127.0.0.1:8080',
      graph: { url: 'https://graph.facebook.com', accessToken: '' },
      appSecrets: [],
      verifyToken: undefined,
    });
    expect(isAbsolute(config.home)).toBe(true);
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '', META_GRAPH_URL: '' })).toEqual(readConfig({}));
  });

  it('reports every problem at once, each with the variable and what would be right', () => {
    const problems = problemsOf({
      PORT: '99999',
      DATABASE_URL: 'mysql://here',
      META_GRAPH_URL: 'graph.facebook.com',
      META_API_VERSION: '26',
      THROUGHLINE_SECRET: 'short',
      THROUGHLINE_PUBLIC_URL: 'ftp://x',
    });
    const names = problems.map((problem) => problem.split(' ')[0]).sort();
    expect(names).toEqual([
      'DATABASE_URL',
      'META_API_VERSION',
      'META_GRAPH_URL',
      'PORT',
      'THROUGHLINE_PUBLIC_URL',
      'THROUGHLINE_SECRET',
    ]);
    for (const problem of problems) expect(problem).toMatch(/must|needs/);
  });

  it.each(['http', '-1', '80.5', '65536'])('does not take %s for a port', (port) => {
    expect(problemsOf({ PORT: port })).toEqual([expect.stringContaining('PORT')]);
  });

  it('takes several app secrets while one is being replaced', () => {
    expect(readConfig({ META_APP_SECRET: 'old, new,,' }).appSecrets).toEqual(['old', 'new']);
  });

  it('takes secrets of before behind the newest, each long enough', () => {
    const [now, before, first] = ['n', 'b', 'f'].map((letter) => letter.repeat(32)) as [string, string, string];
    const read = readConfig({ THROUGHLINE_SECRET: now, THROUGHLINE_SECRET_PREVIOUS: `${before}, ${first}` });
    expect([read.secret, ...read.previousSecrets]).toEqual([now, before, first]);
    expect(problemsOf({ THROUGHLINE_SECRET: now, THROUGHLINE_SECRET_PREVIOUS: 'short' })).toHaveLength(1);
    expect(problemsOf({ THROUGHLINE_SECRET_PREVIOUS: first })).toEqual([expect.stringContaining('is needed where')]);
  });

  it('never repeats a secret in a problem', () => {
    expect(problemsOf({ THROUGHLINE_SECRET: 'hunter2' }).join()).not.toContain('hunter2');
  });

  it('shows an address a browser can open', () => {
    expect(readConfig({ HOST: '0.0.0.0', PORT: '9000' }).publicUrl).toBe('http://localhost:9000');
    expect(readConfig({ HOST: '::1' }).publicUrl).toBe('http://[::1]:8080');
  });

  it('takes a Graph address with or without its last slash', () => {
    expect(readConfig({ META_GRAPH_URL: 'http://127.0.0.1:9001/' }).graph.url).toBe('http://127.0.0.1:9001');
  });

  it('keeps files in the home, in 50 GB, for as long as their conversations, unless told otherwise', () => {
    expect(readConfig({}).media).toEqual({ quotaBytes: 50 * 1024 ** 3, retentionDays: undefined, s3: undefined });
    const told = readConfig({ MEDIA_QUOTA_BYTES: '2000000000', MEDIA_RETENTION_DAYS: '90' }).media;
    expect(told).toMatchObject({ quotaBytes: 2_000_000_000, retentionDays: 90 });
  });

  it('keeps files on S3 where all that needs is there', () => {
    const env = {
      MEDIA_S3_ENDPOINT: 'https://s3.example.com/',
      MEDIA_S3_BUCKET: 'files',
      MEDIA_S3_ACCESS_KEY: 'key',
      MEDIA_S3_SECRET_KEY: 'hunter2',
      MEDIA_S3_PREFIX: 'a/b',
    };
    expect(readConfig(env).media.s3).toEqual({
      endpoint: 'https://s3.example.com',
      bucket: 'files',
      region: 'us-east-1',
      accessKey: 'key',
      secretKey: 'hunter2',
      prefix: 'a/b/',
    });
    const { MEDIA_S3_SECRET_KEY: _, MEDIA_S3_BUCKET: __, ...half } = env;
    expect(problemsOf(half)).toEqual([
      'MEDIA_S3_BUCKET is needed where files go to S3',
      'MEDIA_S3_SECRET_KEY is needed where files go to S3',
    ]);
    const wrong = problemsOf({
      ...half,
      PORT: '99999',
      MEDIA_S3_BUCKET: 'NO',
      MEDIA_S3_PREFIX: '../x?',
      MEDIA_QUOTA_BYTES: '1',
    });
    expect(wrong.map((problem) => problem.split(' ')[0]).sort()).toEqual([
      'MEDIA_QUOTA_BYTES',
      'MEDIA_S3_BUCKET',
      'MEDIA_S3_PREFIX',
      'MEDIA_S3_SECRET_KEY',
      'PORT',
    ]);
    expect(wrong.join()).not.toContain('hunter2');
  });
});
