import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hashOf, readMediaAnswer, readUploadAnswer } from './read-media.ts';

const digest = createHash('sha256').update('a photo').digest();
const error = (code: number) => ({ error: { message: `(#${code}) no`, code, type: 'OAuthException' } });

describe("Meta's answer about a file", () => {
  it('says where to fetch it, what it is and how long', () => {
    const body = {
      url: 'https://lookaside.fbsbx.com/x?mid=1',
      mime_type: 'image/jpeg',
      sha256: digest.toString('hex'),
      file_size: '303833',
      id: '1',
      messaging_product: 'whatsapp',
    };
    expect(readMediaAnswer(200, body)).toEqual({
      kind: 'found',
      url: body.url,
      mimeType: 'image/jpeg',
      sha256: body.sha256,
      bytes: 303833,
    });
  });

  it.each([
    [400, error(100), 'gone'],
    [404, error(131052), 'gone'],
    [401, error(190), 'denied'],
    [403, error(10), 'denied'],
    [500, error(2), 'later'],
    [400, error(4), 'later'],
    [502, '<html>busy</html>', 'later'],
    [200, {}, 'later'],
    [200, { url: 'file:///etc/passwd' }, 'later'],
    [200, { url: 'javascript:alert(1)' }, 'later'],
  ])('with HTTP %i and %j is %s', (status, body, kind) => {
    expect(readMediaAnswer(status, body).kind).toBe(kind);
  });
});

describe("Meta's answer to a file of ours", () => {
  it.each([
    [200, { id: '1234567890' }, { kind: 'uploaded', id: '1234567890' }],
    [400, error(131053), { kind: 'refused', error: { code: 131053, title: '(#131053) no' } }],
    [400, error(100), { kind: 'refused', error: { code: 100, title: '(#100) no' } }],
    [400, error(130429), { kind: 'later', code: 130429 }],
    [401, error(190), { kind: 'later', code: 190 }],
    [503, '<html></html>', { kind: 'later' }],
    [200, {}, { kind: 'later' }],
  ])('with HTTP %i and %j is %j', (status, body, answer) => {
    expect(readUploadAnswer(status, body)).toEqual(answer);
  });
});

describe('a hash', () => {
  it('is read in base64, as webhooks have it, and in hex, as answers do', () => {
    expect(hashOf(digest.toString('base64'))).toBe(digest.toString('hex'));
    expect(hashOf(digest.toString('hex').toUpperCase())).toBe(digest.toString('hex'));
  });

  it.each([undefined, '', 'abc', 'x'.repeat(64), 7])('is none in %j', (value) => {
    expect(hashOf(value)).toBeUndefined();
  });
});
