import { describe, expect, it } from 'vitest';
import { fit } from './fit.ts';

const most = { width: 300, height: 340 };

describe('fit', () => {
  it('keeps the shape of a picture within the box', () => {
    expect(fit({ width: 1200, height: 800 }, most)).toEqual({ width: 300, height: 200 });
    expect(fit({ width: 900, height: 1360 }, most)).toEqual({ width: 225, height: 340 });
  });

  it('does not blow up a small picture', () => {
    expect(fit({ width: 120, height: 90 }, most)).toEqual({ width: 120, height: 90 });
  });

  it('leaves a sliver large enough to press, and holds a place for an unknown size', () => {
    expect(fit({ width: 4000, height: 20 }, most)).toEqual({ width: 300, height: 48 });
    expect(fit({}, most)).toEqual({ width: 300, height: 225 });
  });
});
