import { expect, it } from 'vitest';
import { countText } from './count-text.ts';

const page = (count: number, next: string | null = null) => ({ data: new Array(count).fill(0), next });

it('counts what is loaded, says where there is more, and nothing where there is none', () => {
  expect(countText([])).toBeUndefined();
  expect(countText([page(0)])).toBeUndefined();
  expect(countText([page(3)])).toBe('3');
  expect(countText([page(50, 'more')])).toBe('50+');
  expect(countText([page(100), page(20)])).toBe('99+');
});
