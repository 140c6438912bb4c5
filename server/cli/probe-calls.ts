// How a probe reaches the integration it was told of: that address and no other. Redirects are not followed.

import { spawn } from 'node:child_process';
import { sign } from '@throughline/whatsapp';
import { limits } from '../limits.ts';
import type { Answer } from '../readiness/probe/verdicts.ts';

/** Posts a webhook as Meta would. Private addresses are fine here: a person named them. */
export function poster(url: URL, secret: string, timeoutMs: number): (webhook: unknown) => Promise<Answer> {
  return async (webhook) => {
    const bytes = Buffer.from(JSON.stringify(webhook));
    const headers = {
      'content-type': 'application/json',
      'x-hub-signature-256': sign(bytes, secret),
      'user-agent': 'throughline-audit',
    };
    const began = performance.now();
    try {
      const signal = AbortSignal.timeout(timeoutMs);
      const response = await fetch(url, {
        method: 'POST',
        body: new Uint8Array(bytes),
        headers,
        redirect: 'manual',
        signal,
      });
      const body = await textUpTo(response, limits.probeAnswerBytes);
      return { status: response.status, ms: performance.now() - began, body };
    } catch (error) {
      const trouble = error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'connection';
      return { status: undefined, ms: performance.now() - began, body: '', trouble };
    }
  };
}

/** `source`: an address that answers JSON, or a command that prints it. */
export function reader(source: string, timeoutMs: number): () => Promise<unknown> {
  const isAddress = /^https?:\/\//i.test(source);
  return async () => {
    const text = isAddress ? await fetched(source, timeoutMs) : await printed(source, timeoutMs);
    try {
      return JSON.parse(text);
    } catch {
      throw new Error(
        `What ${isAddress ? 'the read-back address answers' : 'the read-back command prints'} is no JSON: ${text.slice(0, 80)}`,
      );
    }
  };
}

async function fetched(url: string, timeoutMs: number): Promise<string> {
  const response = await fetch(url, {
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
    headers: { accept: 'application/json' },
  });
  if (!response.ok) throw new Error(`The read-back address answers ${response.status}.`);
  return await textUpTo(response, limits.probeReadBackBytes);
}

async function textUpTo(response: Response, most: number): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body ?? []) {
    parts.push(part);
    bytes += part.byteLength;
    if (bytes > most) break;
  }
  return Buffer.concat(parts).toString('utf8');
}

function printed(command: string, timeoutMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'inherit'], timeout: timeoutMs });
    const parts: Buffer[] = [];
    let bytes = 0;
    child.stdout.on('data', (part: Buffer) => {
      parts.push(part);
      bytes += part.length;
      if (bytes > limits.probeReadBackBytes) child.kill();
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(parts).toString('utf8'));
      else reject(new Error(`The read-back command ended with ${code ?? 'a signal'}.`));
    });
  });
}
