import type { ui as english } from '../en/ui.ts';

export const ui: Record<keyof typeof english, string> = {
  'ui.more': 'Mais',
  'ui.close': 'Fechar',
  'ui.clear': 'Limpar',
  'ui.notNow': 'Agora não',
  'ui.tryAgain': 'Tentar de novo',
  'ui.showMore': 'Mostrar mais',
  'ui.loading': 'Carregando',
  'ui.settings': 'Configurações',
  'ui.settings.identity': 'Identidade',
  'ui.settings.policy': 'Quem é quem',
  'ui.settings.contactBook': 'Contact Book',
  'ui.settings.labels': 'Etiquetas e campos',
  'ui.settings.whatsapp': 'WhatsApp',
  'ui.settings.sending': 'Envio',
  'ui.typeToConfirm': 'Para confirmar, digite: {words}',
  'ui.earliest': 'O mais cedo é {when}.',
  'ui.latest': 'O mais tarde é {when}.',
  'ui.noPermission.title': 'Sua função não inclui isto',
  'ui.noPermission.detail': 'Um administrador pode mudar a sua função ou ver isto para você.',
};
