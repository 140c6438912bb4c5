import type { privacy as english } from '../en/privacy.ts';

// What a person is sent who asks for what is theirs, and what is said of somebody erased.
export const privacy: Record<keyof typeof english, string> = {
  'privacy.code':
    'Dein Code ist {code}. Du hast nach deinen persönlichen Daten gefragt; nenne diesen Code der Person, die dir hilft. Er gilt 15 Minuten. Wenn du nicht gefragt hast, ignoriere diese Nachricht.',
  'problem.erased': 'Diese Person wurde auf eigenen Wunsch gelöscht. Hier ist nichts mehr von ihr.',
  'title.erased': 'Gelöscht',
};
