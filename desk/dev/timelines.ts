import type { TimelineItem } from '@throughline/contract';
import { sample } from './files.ts';
import { everyKind, everyState } from './kinds.ts';
import { type Make, maker } from './make.ts';
import { chatter, type Person, people } from './people.ts';

const minute = 60_000;

export function timeline(index: number, conversationId: string, endsAt: number): TimelineItem[] {
  const person = people[index] as Person;
  const make = maker(conversationId);
  const told = stories[index]?.(make, endsAt);
  if (told) return told;
  const length = index === 4 ? 600 : 2 + ((index * 7) % 24);
  const items: TimelineItem[] = [];
  for (let i = 0; i < length; i++) {
    const at = endsAt - (length - i) * 11 * minute - (length - i > 6 ? 30 * 60 * minute : 0);
    const body = chatter[(i + index) % chatter.length] as string;
    items.push(make.message(at, (i + index) % 3 === 0 ? 'out' : 'in', body));
  }
  items.push(make.message(endsAt, 'in', person.says));
  return items;
}

const day = 24 * 60 * minute;

const stories: Record<number, (make: Make, endsAt: number) => TimelineItem[]> = {
  0: (make, end) => {
    const ask = make.message(end - 10 * day, 'in', 'Hi! Is the city bike still available in blue?');
    const welcome = make.message(end - 4 * minute, 'out', 'Welcome back! We kept it for you. Blue or the new green?');
    return [
      ask,
      make.message(
        end - 10 * day + 2 * minute,
        'out',
        'Hi Ana, it is. Two left in your size. Shall I hold one for you until tomorrow?',
        { quotes: ask.id },
      ),
      make.message(end - 10 * day + 3 * minute, 'in', 'Yes please, thank you'),
      make.other(end - 10 * day + 4 * minute, 'in', 'reaction', 'Reacted with ❤️', { emoji: '❤️', target: ask.id }),
      make.notice(
        end - 20 * minute,
        'username_adopted',
        'Ana now writes as @ana.prueba.',
        'Her number is hidden from now on. It is the same WhatsApp account, so this conversation simply goes on.',
        'R10',
      ),
      make.message(end - 11 * minute, 'in', 'Sorry for the silence! I would still like the bike'),
      welcome,
      make.other(end - 3 * minute, 'in', 'reaction', 'Reacted with 🎉', { emoji: '🎉', target: welcome.id }),
      make.other(end - 2 * minute, 'in', 'image', 'Photo: my hallway, it has to fit here', {
        media: sample('hallway.jpg', 'image', { caption: 'my hallway, it has to fit here' }),
      }),
      make.message(end, 'in', 'Perfect, the blue one then. Can it arrive by Friday?', { quotes: welcome.id }),
    ];
  },
  1: (make, end) => [
    make.message(end - 9 * day, 'in', 'Boa tarde! O conserto ficou pronto?'),
    make.message(end - 9 * day + 5 * minute, 'out', 'Boa tarde, João. Fica pronto amanhã.'),
    make.notice(
      end - 8 * day,
      'security_code_changed',
      'The security code of \u2068João Silva\u2069 changed.',
      'It happens with a new phone or a new installation. It is the same WhatsApp account.',
      'R25',
    ),
    make.notice(
      end - 6 * day,
      'number_shared',
      '\u2068João Silva\u2069 shared their number.',
      'It is +55 68 99240-0139, and WhatsApp vouches that it is their own.',
      'R22',
    ),
    make.notice(
      end - 3 * day,
      'kept_apart',
      '\u2068João Silva\u2069 and \u2068João Souza\u2069 are never the same person.',
      'Maya Kamau: “Father and son, both customers.”',
      'R30',
    ),
    make.notice(
      end - 2 * day,
      'contacts_split',
      '\u2068João Souza\u2069 is somebody else than \u2068João Silva\u2069.',
      'Maya Kamau: “Two people at one counter.”',
      'R30',
    ),
    make.notice(
      end - 2 * day + minute,
      'taken_back',
      'Taken back: \u2068João Silva\u2069 and his workshop are one person again.',
      'Maya Kamau: “My mistake.”',
      'R30',
    ),
    make.notice(
      end - day,
      'number_given_up',
      '+55 68 99240-0100 is no longer the number of \u2068João Silva\u2069.',
      'Maya Kamau: “He told us on the phone.” Replies here do not go to it.',
      'R30',
    ),
    make.message(end, 'in', 'Mandei a foto do recibo, chegou aí?'),
  ],
  3: (make, end) => [
    make.message(end - 3 * day, 'out', 'Your order 4410 is ready to be picked up.', { status: 'delivered' }),
    make.notice(
      end - 2 * day,
      'number_in_new_hands',
      '+49 30 55501844 belongs to somebody else now.',
      'Another WhatsApp account writes from this number. What Tomás wrote ends here; the new holder has a thread of their own.',
      'R13',
    ),
    make.message(end - 30 * minute, 'in', 'Hello, Tomás here from my new account'),
    make.notice(
      end - 29 * minute,
      'number_changed',
      'Tomás changed his number to +49 30 55509911.',
      'WhatsApp told us so. It is the same person.',
      'R12',
    ),
    make.message(end, 'in', 'Hi, I got a message about an order that is not mine'),
  ],
  5: everyState,
  6: (make, end) => [
    make.message(end - 3 * day, 'in', 'Halo, apakah pesanan saya sudah dikirim?'),
    make.message(end - 3 * day + minute, 'out', 'Sudah, Dewi. Paketnya tiba besok.'),
    make.other(end - 3 * day + 2 * minute, 'in', 'document', 'Document: bukti-transfer.pdf'),
    make.other(end - 3 * day + 3 * minute, 'in', 'location', 'Location: Jl. Melati 14, Bandung'),
    make.other(end - 3 * day + 4 * minute, 'in', 'audio', 'Voice message · 0:14'),
    make.other(end - 3 * day + 5 * minute, 'in', 'contacts', 'Shared a contact: Otra Persona'),
    make.other(end - 3 * day + 6 * minute, 'in', 'unsupported', 'A kind of message WhatsApp does not pass on'),
    make.other(end - 3 * day + 7 * minute, 'in', 'revoke', 'Deleted a message', { target: null }),
    make.other(end - 3 * day + 8 * minute, 'in', 'edit', 'Edited: Oke, terima kasih banyak ya', { target: null }),
    make.message(end, 'in', 'Oke, terima kasih banyak'),
  ],
  10: everyKind,
};
