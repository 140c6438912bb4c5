// Sending a file to the server. Not by fetch, which does not tell how far it has come.

import type { Problem, UploadedMedia } from '@throughline/contract';
import { locale } from '../words/say.tsx';
import { RequestProblem, Unreachable } from './client.ts';

export interface Watch {
  /** 0 to 1. */
  onProgress(share: number): void;
  signal: AbortSignal;
}

/** The bytes as they are; the server looks at them itself, and takes the type named here for a hint. `conversationId`: for whom: where
    one sees several portfolios, a file belongs to one of them. */
export function uploadFile(
  file: File,
  { conversationId, ...watch }: Watch & { conversationId: string },
): Promise<UploadedMedia> {
  return sendFile('POST', `/api/v1/media?${new URLSearchParams({ conversation: conversationId })}`, file, watch);
}

export function sendFile<T>(method: 'POST' | 'PUT', address: string, file: File, watch: Watch): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, address);
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('accept-language', locale());
    request.setRequestHeader('x-filename', encodeURIComponent(file.name));
    request.setRequestHeader('content-type', file.type === '' ? 'application/octet-stream' : file.type);
    request.upload.onprogress = ({ loaded, total }) => watch.onProgress(total === 0 ? 0 : loaded / total);
    request.onload = () => {
      const answer = parse(request.responseText);
      if (request.status < 300) resolve(answer as T);
      else reject(new RequestProblem(request.status, answer as Partial<Problem>));
    };
    request.onerror = () => reject(new Unreachable());
    request.onabort = () => reject(new DOMException('Cancelled', 'AbortError'));
    watch.signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

function parse(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
