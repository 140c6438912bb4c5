import { describe, expect, it } from 'vitest';
import type { Attachment } from './attachments.ts';
import { contentsOf } from './contents.ts';

const file = (id: string, type: Attachment['type'], more: Partial<Attachment> = {}): Attachment => ({
  key: `k-${id}`,
  name: `${id}.bin`,
  size: 10,
  type,
  state: 'ready',
  share: 1,
  uploaded: { id, type, mimeType: 'x/y', sizeBytes: 10, filename: null },
  at: 0,
  ...more,
});
const sent = (text: string, files: Attachment[], replyTo?: string) =>
  contentsOf({ text, files, replyTo, previewOf: () => undefined }).map(({ content }) => content);

describe('what is written becomes messages', () => {
  it('words alone are a text, and carry what they answer', () => {
    expect(sent(' hello ', [], 'm1')).toEqual([{ type: 'text', text: { body: 'hello' }, replyTo: 'm1' }]);
    expect(sent('   ', [])).toEqual([]);
  });

  it('words go with the first file that takes them, and are sent once', () => {
    expect(sent('look', [file('s', 'audio'), file('p', 'image'), file('d', 'document')], 'm1')).toEqual([
      { type: 'audio', audio: { media: 's' }, replyTo: 'm1' },
      { type: 'image', image: { media: 'p', caption: 'look' } },
      { type: 'document', document: { media: 'd', filename: 'd.bin' } },
    ]);
  });

  it('words follow where no file takes them', () => {
    expect(sent('listen', [file('v', 'audio', { voice: true })])).toEqual([
      { type: 'audio', audio: { media: 'v', voice: true } },
      { type: 'text', text: { body: 'listen' } },
    ]);
  });
});
