import type { common as english } from '../en/common.ts';

export const common: Record<keyof typeof english, string> = {
  'common.tryAgain': 'फिर कोशिश करें',
  'common.cancel': 'रद्द करें',
  'common.close': 'बंद करें',
  'common.delete': 'हटाएँ',
  'common.stop': 'रोकें',
  'common.save': 'सहेजें',
  'common.back': 'वापस',
  'common.showMore': 'और दिखाएँ',
  'common.quoted': '“{words}”',
  'common.optional': 'ज़रूरी नहीं।',
  'common.wentWrong': 'कुछ गड़बड़ हुई।',
  'common.yes': 'हाँ',
  'common.no': 'नहीं',
};
