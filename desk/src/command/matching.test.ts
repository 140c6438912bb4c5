import { describe, expect, it } from 'vitest';
import type { Action } from './actions.ts';
import { matching } from './matching.ts';

const actions: Action[] = ['Resolve', 'Go to settings', 'Dark theme', 'Señal'].map((name) => ({
  id: name,
  group: 'go',
  name,
  run: () => undefined,
}));
const names = (query: string, recent: string[] = []) => matching(actions, query, recent).map(({ name }) => name);

describe('deeds', () => {
  it('are all offered where nothing is typed, those used last first', () => {
    expect(names('', ['Dark theme'])).toEqual(['Dark theme', 'Resolve', 'Go to settings', 'Señal']);
  });

  it('are found by the beginnings of words, in any order, without accents, before parts of words', () => {
    expect(names('set')).toEqual(['Go to settings']);
    expect(names('settings go')).toEqual(['Go to settings']);
    expect(names('sen')).toEqual(['Señal']);
    expect(names('e')).toEqual(['Resolve', 'Go to settings', 'Dark theme', 'Señal']);
    expect(names('xyz')).toEqual([]);
  });

  it('that ask which are found by their answers too, once something is typed', () => {
    const deed = (name: string) => ({ id: name, group: 'thread' as const, name, run: () => undefined });
    const assign = {
      id: 'assign',
      group: 'thread' as const,
      name: 'Assign to…',
      answers: [deed('Assign to Maya'), deed('Assign to Jonas')],
    };
    const found = (query: string) => matching([assign], query, []).map(({ name }) => name);
    expect(found('')).toEqual(['Assign to…']);
    expect(found('assign')).toEqual(['Assign to…', 'Assign to Maya', 'Assign to Jonas']);
    expect(found('jo')).toEqual(['Assign to Jonas']);
  });
});
