import type { ui as english } from '../en/ui.ts';

export const ui: Record<keyof typeof english, string> = {
  'ui.more': 'Más',
  'ui.close': 'Cerrar',
  'ui.clear': 'Borrar',
  'ui.notNow': 'Ahora no',
  'ui.tryAgain': 'Reintentar',
  'ui.showMore': 'Mostrar más',
  'ui.loading': 'Cargando',
  'ui.settings': 'Ajustes',
  'ui.settings.identity': 'Identidad',
  'ui.settings.policy': 'Quién es quién',
  'ui.settings.contactBook': 'Contact Book',
  'ui.settings.labels': 'Etiquetas y campos',
  'ui.settings.whatsapp': 'WhatsApp',
  'ui.settings.sending': 'Envío',
  'ui.typeToConfirm': 'Para confirmar, escriba: {words}',
  'ui.earliest': 'Lo más pronto es el {when}.',
  'ui.latest': 'Lo más tarde es el {when}.',
  'ui.noPermission.title': 'Su rol no incluye esto',
  'ui.noPermission.detail': 'Un administrador puede cambiar su rol o consultarlo por usted.',
};
