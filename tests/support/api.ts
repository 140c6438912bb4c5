// A program of a stranger's: calls the API with a key, and remembers every answer it got, to the letter.

import type {
  Contact,
  Conversation,
  ConversationDetail,
  MessageItem,
  Page,
  Parked,
  TimelineItem,
} from '@throughline/contract';

export interface Answer<T> {
  status: number;
  body: T;
}

export interface Heard {
  path: string;
  /** Headers and body, as they came. */
  text: string;
}

/** One key's view of the service. `heard` holds every answer but those of `identity`, which may show backend ids. */
export class Api {
  readonly heard: Heard[] = [];
  readonly #url: string;
  readonly #key: string;

  /** For calls that are not JSON. */
  get authorization(): string {
    return `Bearer ${this.#key}`;
  }

  constructor(url: string, key: string) {
    this.#url = url;
    this.#key = key;
  }

  /** Every page of a list. */
  async all<T>(path: string): Promise<T[]> {
    const found: T[] = [];
    let cursor: string | null = null;
    do {
      const joint: string = path.includes('?') ? '&' : '?';
      const answer: Page<T> = await this.get<Page<T>>(
        cursor === null ? path : `${path}${joint}cursor=${encodeURIComponent(cursor)}`,
      );
      found.push(...answer.data);
      cursor = answer.next;
    } while (cursor !== null);
    return found;
  }

  /** @throws where the answer is not 200. */
  async get<T>(path: string): Promise<T> {
    const { status, body } = await this.call<T>('GET', path);
    if (status !== 200) throw new Error(`GET ${path} answered ${status}: ${JSON.stringify(body)}`);
    return body;
  }

  async call<T>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const answer = await fetch(`${this.#url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.#key}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(20_000),
    });
    const text = await answer.text();
    if (!path.endsWith('/identity'))
      this.heard.push({ path: `${method} ${path}`, text: `${JSON.stringify([...answer.headers])}\n${text}` });
    return { status: answer.status, body: (text === '' ? undefined : JSON.parse(text)) as T };
  }

  /** A file as the body of a PUT. */
  async upload<T>(path: string, file: string | Uint8Array | ReadableStream, type = 'text/csv'): Promise<Answer<T>> {
    const answer = await fetch(`${this.#url}${path}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${this.#key}`, 'content-type': type },
      body: file as BodyInit,
      duplex: 'half',
      signal: AbortSignal.timeout(300_000),
    } as RequestInit);
    const text = await answer.text();
    this.heard.push({ path: `PUT ${path}`, text });
    return { status: answer.status, body: JSON.parse(text) as T };
  }

  /** What is no JSON, as it came. */
  async text(path: string): Promise<string> {
    const answer = await fetch(`${this.#url}${path}`, {
      headers: { authorization: `Bearer ${this.#key}` },
      signal: AbortSignal.timeout(60_000),
    });
    const text = await answer.text();
    this.heard.push({ path: `GET ${path}`, text });
    return text;
  }

  contacts(query = ''): Promise<Contact[]> {
    return this.all(`/api/v1/contacts?limit=200${query}`);
  }

  contact(id: string): Promise<Contact> {
    return this.get(`/api/v1/contacts/${id}`);
  }

  conversations(query = ''): Promise<Conversation[]> {
    return this.all(`/api/v1/conversations?limit=200${query}`);
  }

  conversation(id: string): Promise<ConversationDetail> {
    return this.get(`/api/v1/conversations/${id}`);
  }

  /** The whole thread, oldest first. */
  timeline(id: string): Promise<TimelineItem[]> {
    return this.all(`/api/v1/conversations/${id}/messages?limit=200&order=oldest`);
  }

  async message(conversationId: string, id: string): Promise<MessageItem> {
    const item = (await this.timeline(conversationId)).find((one) => one.id === id);
    if (item?.kind !== 'message') throw new Error('There is no such message in this thread.');
    return item;
  }

  parked(): Promise<Parked[]> {
    return this.all('/api/v1/parked?limit=200');
  }

  /** @throws where it is not taken with 202. */
  async reply(conversationId: string, body: string): Promise<MessageItem> {
    const path = `/api/v1/conversations/${conversationId}/messages`;
    const answer = await this.call<MessageItem>('POST', path, { type: 'text', text: { body } });
    if (answer.status !== 202)
      throw new Error(`The reply was answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** Listens to the live stream until `stop`; what came is in `heard`. */
  async listen(): Promise<{ text: () => string; stop: () => void }> {
    const control = new AbortController();
    const answer = await fetch(`${this.#url}/api/v1/live`, {
      headers: { authorization: `Bearer ${this.#key}` },
      signal: control.signal,
    });
    const heard = { path: 'GET /api/v1/live', text: '' };
    this.heard.push(heard);
    const reading = (async () => {
      const decoder = new TextDecoder();
      for await (const piece of answer.body ?? []) heard.text += decoder.decode(piece, { stream: true });
    })();
    reading.catch(() => {});
    return { text: () => heard.text, stop: () => control.abort() };
  }
}
