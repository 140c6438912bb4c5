// The media calls of the Graph API: upload, address, deletion, and the bytes behind an address (Meta, "Media", read 2026-09).

import { faultOf, type MetaFault, objectMissing } from './errors.ts';
import { asObject } from './lines.ts';
import { bareType, carriageFault, isMediaKind, uploadFault } from './media-rules.ts';
import type { MediaStore } from './media-store.ts';
import type { Json } from './payloads.ts';
import type { Registry } from './registry.ts';
import type { BusinessNumber, MediaRecord } from './state.ts';
import { listOf } from './template-words.ts';

type MediaAnswer = { kind: 'done'; json: Json } | { kind: 'refused'; fault: MetaFault };

const refused = (fault: MetaFault): MediaAnswer => ({ kind: 'refused', fault });

/** The type Meta looks at is that of the form's part; the field `type` is only a word beside it. */
export async function takeUpload(
  media: MediaStore,
  number: BusinessNumber,
  upload: { contentType: string; body: Buffer },
): Promise<MediaAnswer> {
  const form = await formOf(upload.contentType, upload.body);
  if (form === undefined) return refused(faultOf(100, '(#100) The parameter messaging_product is required.'));
  if (form.get('messaging_product') !== 'whatsapp') {
    return refused(faultOf(100, '(#100) The parameter messaging_product is required.'));
  }
  const file = form.get('file');
  if (!(file instanceof File)) return refused(faultOf(100, '(#100) The parameter file is required.'));
  const named = form.get('type');
  const mimeType = file.type === '' && typeof named === 'string' ? named : file.type;
  const bytes = Buffer.from(await file.arrayBuffer());
  const fault = uploadFault(mimeType, bytes);
  if (fault !== undefined) return refused(fault);
  const record = media.put({
    phoneNumberId: number.phoneNumberId,
    from: 'business',
    mimeType: bareType(mimeType),
    bytes,
    ...(file.name === '' ? {} : { filename: file.name }),
  });
  return { kind: 'done', json: { id: record.id } };
}

/** `GET` or `DELETE /{MEDIA_ID}`. A `phone_number_id` must be that of the number the file belongs to. */
export function answerMedia(
  media: MediaStore,
  call: { method: string; record: MediaRecord; query: URLSearchParams },
): MediaAnswer {
  const { method, record, query } = call;
  const asked = query.get('phone_number_id');
  if (asked !== null && asked !== record.phoneNumberId) return refused(objectMissing(method, record.id));
  if (method === 'DELETE') {
    media.remove(record.id);
    return { kind: 'done', json: { success: true } };
  }
  const { id, mimeType, sha256, size } = record;
  const facts = { mime_type: mimeType, sha256, file_size: size, id };
  return { kind: 'done', json: { messaging_product: 'whatsapp', url: media.urlOf(record), ...facts } };
}

/** What a message carrying a file by its id meets: `answer` at once, or `status` later. A `link` is taken on trust. */
export function carriedFault(
  world: Registry,
  number: BusinessNumber,
  body: Json,
): { when: 'answer' | 'status'; fault: MetaFault } | undefined {
  for (const { kind, id, path } of filesIn(body)) {
    const record = world.media.find(id);
    const own = record !== undefined && world.number(record.phoneNumberId).wabaId === number.wabaId;
    if (record === undefined || !own || record.from === 'person') {
      const fault = faultOf(100, `(#100) Param ${path} is not a valid whatsapp business account media attachment ID`);
      return world.knobs.missingMedia === 'answer'
        ? { when: 'answer', fault }
        : { when: 'status', fault: faultOf(131053, 'Media with this id was not found') };
    }
    const fault = isMediaKind(kind) ? carriageFault(kind, record.mimeType, record.size) : undefined;
    if (fault !== undefined) return { when: 'status', fault };
  }
  return undefined;
}

interface CarriedFile {
  kind: string;
  id: string;
  path: string;
}

/** Every file a body names by id: the message itself, the header of an interactive one, the parameters of a template. */
export function filesIn(body: Json): CarriedFile[] {
  const found: CarriedFile[] = [];
  const look = (holder: Json, path: string): void => {
    const kind = String(holder.type);
    const id = asObject(holder[kind]).id;
    if (isMediaKind(kind) && typeof id === 'string') found.push({ kind, id, path: `${path}${kind}['id']` });
  };
  look(body, '');
  look(asObject(asObject(body.interactive).header), "interactive['header'].");
  const components = listOf(asObject(body.template).components);
  const cards = components.flatMap((one) => listOf(one.cards)).flatMap((card) => listOf(card.components));
  for (const component of [...components, ...cards]) {
    for (const parameter of listOf(component.parameters)) look(parameter, "template['components'].");
  }
  return found;
}

async function formOf(contentType: string, body: Buffer): Promise<FormData | undefined> {
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  } catch {
    return undefined;
  }
}
