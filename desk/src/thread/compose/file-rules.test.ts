import { describe, expect, it } from 'vitest';
import { fileProblem, fileType, mayBeVoice } from './file-rules.ts';

describe('files before they are sent', () => {
  it('go as what WhatsApp shows, and as a document otherwise', () => {
    const types = [
      'image/png',
      'image/heic',
      'image/webp',
      'video/mp4',
      'audio/ogg; codecs=opus',
      'application/pdf',
      '',
    ];
    expect(types.map((type) => fileType({ type }))).toEqual([
      'image',
      'document',
      'sticker',
      'video',
      'audio',
      'document',
      'document',
    ]);
  });

  it('are held to the limit of their type, which says what to do', () => {
    expect(fileProblem({ name: 'a.jpg', size: 5_000_000, type: 'image/jpeg' })).toBeUndefined();
    expect(fileProblem({ name: 'a.jpg', size: 5_000_001, type: 'image/jpeg' })).toMatch(/5 MB.*smaller/);
    expect(fileProblem({ name: 'a.webp', size: 600_000, type: 'image/webp' })).toMatch(/500 kB/);
    expect(fileProblem({ name: 'a.pdf', size: 99_000_000, type: 'application/pdf' })).toBeUndefined();
    expect(fileProblem({ name: 'a.txt', size: 0, type: 'text/plain' })).toBe('The file is empty.');
  });

  it('are voice messages only as Ogg', () => {
    expect(mayBeVoice({ type: 'audio/ogg' })).toBe(true);
    expect(mayBeVoice({ type: 'audio/mpeg' })).toBe(false);
  });
});
