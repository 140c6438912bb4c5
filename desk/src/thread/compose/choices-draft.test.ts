import { InteractiveContent } from '@throughline/contract';
import { describe, expect, it } from 'vitest';
import { type Draft, problemsOf, toContent } from './choices-draft.ts';

const draft = (more: Partial<Draft>): Draft => ({
  kind: 'buttons',
  body: 'Which day?',
  footer: '',
  button: 'Choose',
  url: '',
  options: [
    { title: 'Friday', description: '' },
    { title: ' Saturday ', description: 'until noon' },
    { title: '', description: '' },
  ],
  ...more,
});

describe('buttons and lists being written', () => {
  it('become what the contract takes, without the empty ones', () => {
    for (const kind of ['buttons', 'list', 'link'] as const) {
      const one = draft({ kind, url: 'https://bikes.example/days' });
      expect(problemsOf(one)).toEqual({});
      expect(InteractiveContent.parse(toContent(one)).kind).toBe(kind);
    }
    expect(toContent(draft({}))).toEqual({
      kind: 'buttons',
      body: 'Which day?',
      buttons: [
        { id: 'answer-1', title: 'Friday' },
        { id: 'answer-2', title: 'Saturday' },
      ],
    });
  });

  it('say what is wrong', () => {
    const same = [
      { title: 'Yes', description: '' },
      { title: 'Yes ', description: '' },
    ];
    const four = ['a', 'b', 'c', 'd'].map((title) => ({ title, description: '' }));
    expect(problemsOf(draft({ body: ' ' })).body).toBeDefined();
    expect(problemsOf(draft({ options: [] })).options).toMatch(/at least one/);
    expect(problemsOf(draft({ options: same })).options).toMatch(/same/);
    expect(problemsOf(draft({ options: four })).options).toMatch(/three/);
    expect(problemsOf(draft({ kind: 'link', url: 'bikes' })).url).toBeDefined();
    expect(problemsOf(draft({ kind: 'list', button: '' })).button).toBeDefined();
  });
});
