// From what has been written and attached to the messages it becomes. Pure.

import type { Media, SendReply } from '@throughline/contract';
import type { Attachment } from './attachments.ts';

export interface Outgoing {
  content: SendReply;
  media?: Media;
}

interface Written {
  text: string;
  files: Attachment[];
  replyTo: string | undefined;
  previewOf: (id: string) => string | undefined;
}

/** Meta, Media messages, read 2026-09: a caption holds up to 1,024 characters, a text 4,096. */
export const longest = { text: 4_096, caption: 1_024 } as const;

/** Whether the words go with a file; sounds and stickers carry none. */
export function takesCaption(files: Pick<Attachment, 'type'>[]): boolean {
  return files.some(({ type }) => type === 'image' || type === 'video' || type === 'document');
}

/** In order: each file a message, the words with the first that takes them, else after. What is quoted goes with the first. */
export function contentsOf({ text, files, replyTo, previewOf }: Written): Outgoing[] {
  const words = text.trim();
  let caption = takesCaption(files) ? words : '';
  const list: Outgoing[] = files.flatMap((file) => {
    const takes = takesCaption([file]);
    const one = outgoingOf(file, takes ? caption : '', previewOf);
    if (takes) caption = '';
    return one === undefined ? [] : [one];
  });
  if (words !== '' && !takesCaption(files)) list.push({ content: { type: 'text', text: { body: words } } });
  return list.map((one, index) =>
    index === 0 && replyTo !== undefined ? { ...one, content: { ...one.content, replyTo } as SendReply } : one,
  );
}

function outgoingOf(file: Attachment, words: string, previewOf: Written['previewOf']): Outgoing | undefined {
  const { uploaded } = file;
  if (uploaded === undefined) return undefined;
  const { id, type, mimeType, sizeBytes } = uploaded;
  const caption = words === '' ? {} : { caption: words };
  const voice = file.voice === true ? { voice: true } : {};
  const url = previewOf(id);
  // Where the browser has no picture of it, it is shown as on its way.
  const state = url === undefined && (type === 'image' || type === 'sticker' || type === 'video' || type === 'audio');
  const media: Media = {
    id,
    type,
    state: state ? 'waiting' : 'ready',
    ...(url === undefined ? {} : { url }),
    mimeType,
    sizeBytes,
    filename: file.name,
    ...caption,
    ...voice,
  };
  switch (type) {
    case 'image':
      return { content: { type, image: { media: id, ...caption } }, media };
    case 'video':
      return { content: { type, video: { media: id, ...caption } }, media };
    case 'document':
      return { content: { type, document: { media: id, filename: file.name.slice(0, 240), ...caption } }, media };
    case 'audio':
      return { content: { type, audio: { media: id, ...voice } }, media };
    case 'sticker':
      return { content: { type, sticker: { media: id } }, media };
  }
}
