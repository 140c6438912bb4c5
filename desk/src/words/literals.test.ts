import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { literalsIn } from './literals.testing.ts';

const desk = join(import.meta.dirname, '..');

/** What is the same in every language, and why it may stand in the source. */
const exceptions: Record<string, string> = {
  K: 'the name of a key',
  Esc: 'the name of a key',
  'Ana Prueba': 'the name of nobody, in an example',
  'Lagos Bikes': 'the name of no business, in an example',
  '.vcf': 'the ending of a file',
  'https://': 'how an address begins',
  OpenStreetMap: 'a name',
  'Google Maps': 'a name',
  'Apple Maps': 'a name',
  'Português (Brasil)': 'a language by its own name',
  'Only looking': 'a reason the server wants of a question; nobody reads it',
  '…·…': 'two names with a point between them',
};

describe('words of the desk', () => {
  it('stand in a catalog, and nowhere in the source of a screen', () => {
    const files = readdirSync(desk, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !/\.(test|testing|d|e2e)\.tsx?$/.test(file))
      .filter((file) => !/^words\/[a-z]{2}\//.test(file))
      // The page of all components: for whoever builds screens, with texts of no screen.
      .filter((file) => !file.startsWith('components/'));
    const found = files.flatMap((file) =>
      literalsIn(readFileSync(join(desk, file), 'utf8'), file)
        .filter(({ text }) => !(text in exceptions))
        .map(({ line, text }) => `${file}:${line} ${text}`),
    );
    expect(found).toEqual([]);
  });

  it('are found wherever they may hide', () => {
    const planted = `
      export const title = 'Nothing here yet';
      export function Screen({ on, name }: { on: boolean; name: string }) {
        return (
          <section aria-label="Conversations" className="Not a word" title={on ? 'On' : say('x.off')}>
            Hello, {name}
            {on && 'again'}
            <Empty detail={\`Nobody but \${name}\`} data-kind="Left Out" />
            <button onClick={() => tell('Saved.')}>{say('x.save')}</button>
          </section>
        );
      }`;
    expect(literalsIn(planted).map(({ text }) => text)).toEqual([
      'Nothing here yet',
      'Conversations',
      'On',
      'Hello,',
      'again',
      'Nobody but …',
      'Left Out',
      'Saved.',
    ]);
  });

  it('are not seen in what is no word', () => {
    const plain = `
      import { say } from 'A Module Of Words';
      const look = on ? 'bg-accent Soft' : 'text-ink';
      export const View = () => <p className="Mt-2 Flex" data-state={look}>{say('x.title')} · {count}</p>;`;
    expect(literalsIn(plain)).toEqual([]);
  });
});
