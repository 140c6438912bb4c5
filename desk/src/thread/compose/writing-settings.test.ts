import { describe, expect, it } from 'vitest';
import { readWriting } from './writing-settings.ts';

describe('how a person writes', () => {
  it('is five seconds to take back and no notices, until they choose', () => {
    expect(readWriting(null)).toEqual({ undoSeconds: 5, notices: 'off' });
    expect(readWriting('{"undoSeconds":0,"notices":"plain"}')).toEqual({ undoSeconds: 0, notices: 'plain' });
  });

  it('takes nothing it does not know', () => {
    expect(readWriting('{"undoSeconds":-4,"notices":"loud"}')).toEqual({ undoSeconds: 5, notices: 'off' });
    expect(readWriting('null')).toEqual({ undoSeconds: 5, notices: 'off' });
    expect(readWriting('{')).toEqual({ undoSeconds: 5, notices: 'off' });
  });
});
