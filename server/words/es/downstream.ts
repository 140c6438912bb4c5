// Other systems: why they were not told, or may not be.

import type { downstream as english } from '../en/downstream.ts';

export const downstream: Record<keyof typeof english, string> = {
  'problem.cursor_gone':
    'Lo que vino después de este cursor ya no se guarda, o es de otro registro. Vuelva a leer lo que necesite y siga desde `latest`.',
  'title.cursor_gone': 'Cursor caducado',
  'problem.nothing_to_acknowledge': 'Solo se confirma un contact.erased.',
  'title.nothing_to_acknowledge': 'Nada que confirmar',
  'problem.not_found.event': 'No existe ese evento, o ya no se guarda.',
  'problem.not_found.event_schema': 'No existe ese tipo de evento, o no en esta versión.',
  'problem.not_found.subscription': 'No existe ese webhook, o no le corresponde verlo.',
  'problem.not_found.delivery': 'No existe esa entrega, o ya no se guarda.',
  'problem.not_found.readiness_run': 'No existe esa auditoría, o no le corresponde verla.',
  'problem.not_found.canary_run': 'No existe ese recorrido del cliente de prueba, o no le corresponde verlo.',
  'problem.canary_running': 'El cliente de prueba ya está en camino. Espere a que termine.',
  'title.canary_running': 'Ya está en camino',
  'problem.nobody_told': 'Todavía no se comunica nada a otros sistemas. Cree antes un webhook o una integración.',
  'title.nobody_told': 'Nadie a quien avisar',
  'problem.too_many_systems': 'Ya se guardan demasiados sistemas. Quite uno antes.',
  'title.too_many_systems': 'Demasiados sistemas',
  'problem.url_refused.unreadable':
    'Esto no es una dirección web. Escríbala entera, por ejemplo https://example.com/hook.',
  'problem.url_refused.insecure': 'Lo que se cuenta va solo por https, para que nadie lo lea por el camino.',
  'problem.url_refused.credentials':
    'Deje el nombre y la contraseña fuera de la dirección. La firma demuestra quién llama.',
  'problem.url_refused.private':
    'Esta dirección lleva a una red privada. Quien administra Throughline puede permitirla en EVENTS_ALLOW_NETWORKS.',
  'title.url_refused': 'Dirección rechazada',
  'problem.accounts_not_yours':
    'Su rol no puede leer los identificadores propios de WhatsApp, así que tampoco puede hacer que se entreguen.',
  'title.accounts_not_yours': 'No puede transmitirlos',
  'problem.numbers_masked': 'Su rol ve los números ocultos, así que no puede hacer que se entreguen en otro lugar.',
  'title.numbers_masked': 'Los números están ocultos',
  'problem.too_many_subscriptions': 'Hay tantos webhooks como puede haber. Elimine uno primero.',
  'title.too_many_subscriptions': 'Demasiados webhooks',
  'problem.not_active': 'Este webhook no está activo. Reanúdelo primero.',
  'title.not_active': 'No está activo',
  'problem.replay_span': 'Indique entregas, o un tiempo desde y hasta, pero no ambos.',
  'title.replay_span': 'Qué volver a enviar',
  'problem.alias_not_dialable':
    'Este número representa a una persona ante una integración. Ninguna red puede marcarlo; solo esa integración puede escribirle.',
  'title.alias_not_dialable': 'Número sustituto',
  'problem.not_found.integration': 'No existe esa integración o no la puede ver.',
  'problem.too_many_integrations': 'Ya hay tantas integraciones como se permite. Quite una primero.',
  'title.too_many_integrations': 'Demasiadas integraciones',
};
