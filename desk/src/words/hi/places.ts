import type { places as english } from '../en/places.ts';

export const places: Record<keyof typeof english, string> = {
  'places.people': 'संपर्क',
  'places.privacy': 'निजता',
  'places.privacySettings': 'गोपनीयता और संग्रहण',
  'places.board': 'बोर्ड',
};
