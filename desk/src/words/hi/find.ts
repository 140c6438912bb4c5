import type { find as english } from '../en/find.ts';

export const find: Record<keyof typeof english, string> = {
  'find.title': 'इस बातचीत में खोजें',
  'find.label': 'इस बातचीत में खोजें',
  'find.hint': 'इस बातचीत के शब्द',
  'find.none': 'कुछ नहीं मिला',
  'find.count': '{count, number} में से {at, number}',
  'find.failed': 'खोज का उत्तर नहीं आया',
  'find.older': 'पिछला नतीजा',
  'find.newer': 'अगला नतीजा',
  'find.day': 'किसी दिन पर जाएँ',
  'find.close': 'खोज बंद करें',
  'find.jumpFailed': 'वह जगह लोड नहीं हो सकी।',
};
