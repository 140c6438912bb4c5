// Sentences that read in another language as they do in English. Whoever translates one so writes its key here: a test takes any
// other for one that was forgotten.

import type { Language } from '@throughline/contract';
import type { Key } from './en/index.ts';

export const sameOnPurpose: Partial<Record<Language, readonly Key[]>> = {
  de: [
    'access.code',
    'access.name',
    'access.passkeys',
    'access.passkeyUnnamed',
    'access.wayPasskey',
    'access.exportJson',
    'boards.team',
    'boards.person',
    'boards.seconds',
    'boards.minutes',
    'campaigns.name',
    'compose.name',
    'compose.nameHint',
    'context.inPortfolio',
    'files.text',
    'kinds.position',
    'kinds.headerVideo',
    'kinds.video',
    'labels.name',
    'labels.kind.text',
    'labels.color.sand',
    'parked.inField',
    'people.name',
    'settings.book',
    'shell.admin',
    'shell.phonesInternational',
    'thread.video',
    'thread.sticker',
    'time.seconds',
    'time.minutes',
    'together.team',
    'together.emoji',
    'together.cannedWhichTeam',
    'ui.settings.contactBook',
    'work.normal',
    'work.team',
    'work.teams',
  ],
};
