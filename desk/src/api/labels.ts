// Tags and fields: which there are, and what stands on people and conversations.

import { queryOptions } from '@tanstack/react-query';
import type { Contact, ConversationDetail, CreateField, Field, FieldValue, Tag } from '@throughline/contract';
import { call, keyed } from './client.ts';
import { keys } from './queries.ts';

export const tagsQuery = queryOptions({
  queryKey: [...keys.labels, 'tags'] as const,
  queryFn: ({ signal }) => call<{ data: Tag[] }>('/api/v1/tags', { signal }),
  staleTime: 5 * 60_000,
});

export const fieldsQuery = queryOptions({
  queryKey: [...keys.labels, 'fields'] as const,
  queryFn: ({ signal }) => call<{ data: Field[] }>('/api/v1/fields', { signal }),
  staleTime: 5 * 60_000,
});

/** What is labeled: a person, or a conversation. */
export interface Labeled {
  kind: 'contact' | 'conversation';
  id: string;
}

type Answer = Contact | ConversationDetail;

export function setTag({ kind, id }: Labeled, tagId: string, on: boolean): Promise<Answer> {
  return call(`/api/v1/${kind}s/${id}/tags/${tagId}`, { method: on ? 'PUT' : 'DELETE' });
}

export function setValue({ kind, id }: Labeled, field: string, value: FieldValue['value'] | null): Promise<Answer> {
  return call(`/api/v1/${kind}s/${id}/fields/${field}`, { method: 'PUT', body: { value } });
}

export function createTag(tag: Pick<Tag, 'name' | 'color'>, key: string): Promise<Tag> {
  return call('/api/v1/tags', { method: 'POST', body: tag, ...keyed(key) });
}

export function changeTag(id: string, change: Partial<Omit<Tag, 'id'>>): Promise<Tag> {
  return call(`/api/v1/tags/${id}`, { method: 'PATCH', body: change });
}

export function createField(field: CreateField, key: string): Promise<Field> {
  return call('/api/v1/fields', { method: 'POST', body: field, ...keyed(key) });
}

type FieldChange = Partial<Pick<Field, 'name' | 'required' | 'archived' | 'place'>> & {
  choices?: { id?: string; label: string }[];
};

export function changeField(id: string, change: FieldChange): Promise<Field> {
  return call(`/api/v1/fields/${id}`, { method: 'PATCH', body: change });
}
