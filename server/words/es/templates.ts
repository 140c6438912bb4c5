import type { templates as english } from '../en/templates.ts';

// Why a template cannot be sent, to anybody or to this person.
export const templates: Record<keyof typeof english, string> = {
  'template.pending': 'WhatsApp aún la está revisando. Se podrá enviar cuando esté aprobada.',
  'template.pending.since':
    'WhatsApp la está revisando desde el {since, date, day}. Se podrá enviar cuando esté aprobada.',
  'template.rejected': 'WhatsApp la rechazó. Corríjala en WhatsApp Manager y preséntela de nuevo.',
  'template.rejected.since':
    'WhatsApp la rechazó el {since, date, day}. Corríjala en WhatsApp Manager y preséntela de nuevo.',
  'template.paused':
    'WhatsApp la puso en pausa por su baja calidad. Se podrá volver a enviar cuando WhatsApp levante la pausa.',
  'template.paused.since':
    'WhatsApp la puso en pausa el {since, date, day} por su baja calidad. Se podrá volver a enviar cuando WhatsApp levante la pausa.',
  'template.disabled': 'WhatsApp la desactivó. Elija otra plantilla.',
  'template.disabled.since': 'WhatsApp la desactivó el {since, date, day}. Elija otra plantilla.',
  'template.deleted': 'Se eliminó en WhatsApp. Elija otra plantilla.',
  'template.deleted.since': 'Se eliminó en WhatsApp el {since, date, day}. Elija otra plantilla.',
  'template.other': 'WhatsApp no permite enviarla ahora. Consúltela en WhatsApp Manager.',
  /** `reason`: Meta's own words, in the language Meta wrote them. */
  'template.why': '{why} {reason}',
  'template.needs_number':
    'WhatsApp entrega los códigos solo a números de teléfono, y esta persona ocultó el suyo. Primero hay que pedir el número.',
  'template.nobody': 'No se conoce ningún número ni cuenta que sea ahora de esta persona.',
};
