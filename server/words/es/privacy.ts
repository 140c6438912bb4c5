import type { privacy as english } from '../en/privacy.ts';

// What a person is sent who asks for what is theirs, and what is said of somebody erased.
export const privacy: Record<keyof typeof english, string> = {
  'privacy.code':
    'Tu código es {code}. Nos preguntaste por tus datos personales; di este código a quien te atiende. Vale 15 minutos. Si no lo pediste, ignora este mensaje.',
  'problem.erased': 'Esta persona fue borrada por deseo propio. Aquí no queda nada de ella.',
  'title.erased': 'Borrado',
};
