// What happened before the first start: some days of threads, told once. Every act happens at its own moment, so that each
// webhook shows exactly what Meta would have shown then. The shop's side was written in the WhatsApp Business app and so
// arrives as echoes: to our side these are messages it never sent.

import type { Simulator } from './handle.ts';
import { photo, voice } from './town-files.ts';

type Step =
  | { ago: number; who: string; says: string; to?: 'sales' | 'service' }
  | { ago: number; who: string; shop: string; to?: 'sales' | 'service' }
  | { ago: number; who: string; act: (simulator: Simulator, number: string) => void };

const DAY = 24 * 60;

/** `ago` in minutes. The order is that of telling; it is sorted before it is played. */
const story: readonly Step[] = [
  { ago: 4 * DAY + 310, who: 'greta', says: 'Guten Tag, ich hatte gestern mein E-Bike zur Inspektion gebracht.' },
  {
    ago: 4 * DAY + 301,
    who: 'greta',
    shop: 'Hello Greta, yes, it is on the stand right now. We will write when it is done.',
  },
  { ago: 3 * DAY + 95, who: 'greta', shop: 'Your bike is ready. New brake pads in front, the rest was fine.' },
  { ago: 3 * DAY + 88, who: 'greta', says: 'Wunderbar, ich hole es heute ab. Danke!' },

  { ago: 3 * DAY + 420, who: 'dana', says: 'Hi, do you ship the Eko commuter to the US?' },
  { ago: 3 * DAY + 402, who: 'dana', shop: 'We do, it takes about two weeks. Shall I send a quote?' },
  { ago: 3 * DAY + 399, who: 'dana', says: 'Yes please. Zip is 20001' },
  { ago: 2 * DAY + 60, who: 'dana', act: (meta) => meta.world.person('dana').adoptUsername('dana.w') },
  { ago: 2 * DAY + 44, who: 'dana', says: 'Got the quote, it looks fair. Can I choose the color later?' },
  { ago: 2 * DAY + 30, who: 'dana', shop: 'Of course, until the day we pack it.' },

  { ago: 2 * DAY + 700, who: 'joao', says: 'Boa tarde! Vocês têm a Lekki no tamanho G?' },
  { ago: 2 * DAY + 684, who: 'joao', shop: 'Hello João, one left in size L, in green.' },
  { ago: 2 * DAY + 680, who: 'joao', says: 'Verde é perfeito. Pode reservar?' },
  { ago: 1 * DAY + 240, who: 'joao', act: (meta) => meta.world.person('joao').changeNumber('+55 21 90000 0115') },
  { ago: 1 * DAY + 200, who: 'joao', says: 'Troquei de número, sou o João da Lekki verde. A reserva continua?' },

  { ago: 2 * DAY + 300, who: 'ngozi', says: 'Good morning, the front light on my bike stopped working' },
  { ago: 2 * DAY + 281, who: 'ngozi', shop: 'Good morning! Bring it by any time before six, it is a quick fix.' },
  { ago: 1 * DAY + 600, who: 'ngozi', act: (meta) => meta.world.person('ngozi').changeNumber('+234 555 000 0116') },
  { ago: 400, who: 'ngozi', says: 'I have a new line now. The light is still dim sometimes' },
  {
    ago: 330,
    who: 'chidi',
    act: (meta) =>
      meta.world.addPerson({ id: 'chidi', name: 'Chidi Nwosu', phone: '+234 555 000 0114', country: 'NG' }),
  },
  { ago: 325, who: 'chidi', says: 'Hello, I just got this number. Is this the bicycle shop?', to: 'service' },

  { ago: 1 * DAY + 500, who: 'leila', says: 'مرحباً، أبحث عن دراجة لابنتي، عمرها ثماني سنوات' },
  { ago: 1 * DAY + 470, who: 'leila', shop: 'Hello Leila, the 20 inch model fits well from about 1.20 m.' },
  { ago: 1 * DAY + 466, who: 'leila', says: 'طولها متر وخمسة وعشرون سنتيمتراً، إذن مناسبة' },
  { ago: 1 * DAY + 20, who: 'leila', act: (meta) => meta.world.person('leila').adoptUsername('leila.h') },
  { ago: 180, who: 'leila', says: 'هل هي متوفرة باللون الأحمر؟' },

  { ago: 1 * DAY + 130, who: 'tunde', says: 'Good day, I booked a service for Friday' },
  { ago: 1 * DAY + 121, who: 'tunde', shop: 'Good day Tunde, Friday ten o’clock, it is in the book.' },
  { ago: 95, who: 'tunde', act: (meta, number) => void meta.world.person('tunde').call(number, { answered: false }) },
  { ago: 93, who: 'tunde', says: 'I tried to call. Can I bring it today instead?' },

  { ago: 610, who: 'yui', says: 'はじめまして。小径車を探しています。' },
  { ago: 590, who: 'yui', shop: 'Welcome! We have two folding models with 20 inch wheels.' },
  { ago: 585, who: 'yui', says: '写真を送っていただけますか？' },

  { ago: 520, who: 'oliver', says: 'Afternoon. Do you do frame swaps if the size is wrong?' },
  { ago: 501, who: 'oliver', shop: 'Within 30 days, yes, as long as it is clean.' },
  { ago: 500, who: 'oliver', says: 'Fair enough, ordering the medium then' },

  { ago: 380, who: 'priya', says: 'नमस्ते, क्या आप चेन भी बदलते हैं?' },
  { ago: 372, who: 'priya', shop: 'Namaste, yes, chain and cassette together take half a day.' },
  { ago: 250, who: 'camille', says: 'Bonjour, ma roue arrière est voilée.' },
  { ago: 240, who: 'camille', shop: 'Bonjour Camille, bring it in, truing takes twenty minutes.' },
  { ago: 150, who: 'valentina', says: '¡Hola! Vi la bici amarilla en la foto, ¿todavía está?' },
  {
    ago: 149,
    who: 'valentina',
    act: (meta, number) =>
      void meta.world.person('valentina').sendMedia(number, photo(meta.world.random, 'Esta de aquí')),
  },
  { ago: 120, who: 'mateo', says: 'Buenas tardes, ¿tienen cámara para rodada 26?' },
  { ago: 70, who: 'omar', says: 'السلام عليكم، صوت غريب من الدواسة اليمنى' },
  {
    ago: 68,
    who: 'omar',
    act: (meta, number) => void meta.world.person('omar').sendMedia(number, voice(meta.world.random)),
  },
  { ago: 35, who: 'amara', says: 'Hello! I saw your bikes at the Yaba market. Are you open on Sunday?' },
  { ago: 12, who: 'amara', says: 'Also, do you take old bikes in exchange?', to: 'service' },
];

export function tellStory(meta: Simulator, numberOf: (who: string, to?: 'sales' | 'service') => string): void {
  const now = meta.world.now();
  for (const step of story.toSorted((a, b) => b.ago - a.ago)) {
    meta.world.at(now - step.ago * 60_000, () => {
      const number = numberOf(step.who, 'to' in step ? step.to : undefined);
      if ('act' in step) step.act(meta, number);
      else if ('says' in step) meta.world.person(step.who).write(number, step.says);
      else meta.appSends(number, step.who, step.shop);
    });
  }
}
