// Pictures, films, sounds, documents, stickers (Meta, "Image messages" and its siblings, read 2026-09).

import { lengthProblems, type SendProblem } from './send-problem.ts';

/** Where Meta takes the file from: an id of Meta's, or an address it fetches. */
export type FileSource = { id: string; link?: never } | { link: string; id?: never };

export type MediaSend =
  | { type: 'image'; image: FileSource & { caption?: string } }
  | { type: 'video'; video: FileSource & { caption?: string } }
  /** `voice`: shown as a voice message, with the sender's picture; needs OGG with the OPUS codec. */
  | { type: 'audio'; audio: FileSource & { voice?: boolean } }
  | { type: 'document'; document: FileSource & { caption?: string; filename?: string } }
  | { type: 'sticker'; sticker: FileSource };

export function mediaProblems(content: MediaSend): SendProblem[] {
  const { type } = content;
  const part: { id?: unknown; link?: unknown; caption?: string; filename?: string } = partOf(content);
  const sources = [part.id, part.link].filter((source) => source !== undefined);
  return [
    ...(sources.length === 1 ? [] : [{ field: type, problem: 'must name one file, by id or by link' }]),
    ...(typeof part.link === 'string' && !/^https?:\/\/\S+$/.test(part.link)
      ? [{ field: `${type}.link`, problem: 'must be an address that begins with https://' }]
      : []),
    ...lengthProblems(`${type}.caption`, part.caption, { least: 0, most: 1024 }),
    ...lengthProblems(`${type}.filename`, part.filename, { most: 240 }),
  ];
}

function partOf(content: MediaSend): object {
  switch (content.type) {
    case 'image':
      return content.image;
    case 'video':
      return content.video;
    case 'audio':
      return content.audio;
    case 'document':
      return content.document;
    case 'sticker':
      return content.sticker;
  }
}
