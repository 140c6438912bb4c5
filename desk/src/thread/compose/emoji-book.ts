// The emoji with their names in the reader's language, from emojibase (Unicode CLDR). A chunk a language, fetched when asked for.

import type { Language } from '@throughline/contract';
import { locale } from '../../words/say.tsx';
import { plain } from './triggers.ts';

export interface Emoji {
  unicode: string;
  label: string;
  /** Everything it is found by, in plain letters. */
  words: string;
  group: number;
  /** By skin tone, 1 to 5; empty where it has none. */
  skins: readonly string[];
}

export interface EmojiBook {
  groups: { id: number; name: string; face: string }[];
  emojis: Emoji[];
}

interface CompactEmoji {
  label: string;
  unicode: string;
  group?: number;
  tags?: string[];
  skins?: { unicode: string }[];
}

interface Messages {
  groups: { key: string; message: string; order: number }[];
}

type Pages = readonly [{ default: unknown }, { default: unknown }];
const english = () =>
  Promise.all([import('emojibase-data/en/compact.json'), import('emojibase-data/en/messages.json')]) as Promise<Pages>;

/** CLDR's names in Arabic are not in the collection: there they are found by their English ones. */
const books: Record<Language, () => Promise<Pages>> = {
  en: english,
  ar: english,
  es: () => Promise.all([import('emojibase-data/es/compact.json'), import('emojibase-data/es/messages.json')]),
  pt: () => Promise.all([import('emojibase-data/pt/compact.json'), import('emojibase-data/pt/messages.json')]),
  de: () => Promise.all([import('emojibase-data/de/compact.json'), import('emojibase-data/de/messages.json')]),
  hi: () => Promise.all([import('emojibase-data/hi/compact.json'), import('emojibase-data/hi/messages.json')]),
};

/** Parts of emoji, which are none by themselves. */
const component = 2;

export async function emojiBook(): Promise<EmojiBook> {
  const language = locale().split('-')[0] as Language;
  const [list, messages] = await (books[language] ?? english)();
  const emojis = (list.default as CompactEmoji[]).flatMap(({ label, unicode, group, tags = [], skins = [] }) =>
    group === undefined || group === component
      ? []
      : [
          {
            unicode,
            label,
            words: plain([label, ...tags, unicode].join(' ')),
            group,
            skins: skins.slice(0, 5).map((skin) => skin.unicode),
          },
        ],
  );
  const groups = (messages.default as Messages).groups
    .filter(({ order }) => order !== component)
    .map(({ order, message }) => ({
      id: order,
      name: message,
      face: emojis.find(({ group }) => group === order)?.unicode ?? '',
    }));
  return { groups, emojis };
}

/** Those whose words all begin so, best names first. Pure. */
export function foundIn(emojis: readonly Emoji[], sought: string): Emoji[] {
  const words = plain(sought).split(/\s+/).filter(Boolean);
  const fits = ({ words: own }: Emoji) => words.every((word) => ` ${own}`.includes(` ${word}`) || own.includes(word));
  const named = (one: Emoji) => (plain(one.label).startsWith(words.join(' ')) ? 0 : 1);
  return emojis.filter(fits).sort((a, b) => named(a) - named(b));
}

/** As it is drawn in this skin tone: 0 is none. */
export function inTone({ unicode, skins }: Emoji, tone: number): string {
  return tone === 0 ? unicode : (skins[tone - 1] ?? unicode);
}
