import type { places as english } from '../en/places.ts';

export const places: Record<keyof typeof english, string> = {
  'places.people': 'Contatos',
  'places.privacy': 'Privacidade',
  'places.privacySettings': 'Privacidade e retenção',
  'places.board': 'Painel',
};
