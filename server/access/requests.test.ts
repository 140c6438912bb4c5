import { describe, expect, it } from 'vitest';
import { peerHeader, toWebHeaders, toWebRequest } from './requests.ts';

const peer = '203.0.113.7';

describe('a web request made from an incoming one', () => {
  it('has the method, path, headers and a parsed body as JSON again', async () => {
    const headers = { 'content-type': 'application/json', 'content-length': '999', cookie: 'a=1; b=2' };
    const request = toWebRequest({ url: '/api/auth/sign-out?x=1', method: 'POST', headers, body: { a: 1 }, peer });
    expect(new URL(request.url).pathname).toBe('/api/auth/sign-out');
    expect(request.headers.get('cookie')).toBe('a=1; b=2');
    expect(request.headers.get('content-length')).toBeNull();
    expect(await request.json()).toEqual({ a: 1 });
  });

  it('keeps text and bytes as they came', async () => {
    const parts = { url: '/', method: 'POST', headers: {}, peer };
    expect(await toWebRequest({ ...parts, body: '{"a":1}' }).text()).toBe('{"a":1}');
    expect(await toWebRequest({ ...parts, body: Buffer.from('{"a":1}') }).text()).toBe('{"a":1}');
  });

  it('needs no body', async () => {
    expect(await toWebRequest({ url: '/', method: 'POST', headers: {}, peer }).text()).toBe('');
    expect(toWebRequest({ url: '/', method: 'GET', headers: {}, body: null, peer }).body).toBeNull();
  });

  it("takes the caller's address from the connection, whatever the caller claims", () => {
    const claimed = { [peerHeader]: '198.51.100.1' };
    expect(toWebHeaders(claimed, peer).get(peerHeader)).toBe(peer);
    expect(toWebHeaders(claimed).has(peerHeader)).toBe(false);
  });
});
