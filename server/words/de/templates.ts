import type { templates as english } from '../en/templates.ts';

// Why a template cannot be sent, to anybody or to this person.
export const templates: Record<keyof typeof english, string> = {
  'template.pending': 'WhatsApp prüft sie noch. Nach der Genehmigung lässt sie sich senden.',
  'template.pending.since':
    'WhatsApp prüft sie noch, seit {since, date, day}. Nach der Genehmigung lässt sie sich senden.',
  'template.rejected': 'WhatsApp hat sie abgelehnt. Im WhatsApp Manager korrigieren und neu einreichen.',
  'template.rejected.since':
    'WhatsApp hat sie am {since, date, day} abgelehnt. Im WhatsApp Manager korrigieren und neu einreichen.',
  'template.paused':
    'WhatsApp hat sie wegen geringer Qualität pausiert. Sie lässt sich wieder senden, sobald WhatsApp die Pause aufhebt.',
  'template.paused.since':
    'WhatsApp hat sie am {since, date, day} wegen geringer Qualität pausiert. Sie lässt sich wieder senden, sobald WhatsApp die Pause aufhebt.',
  'template.disabled': 'WhatsApp hat sie deaktiviert. Andere Vorlage wählen.',
  'template.disabled.since': 'WhatsApp hat sie am {since, date, day} deaktiviert. Andere Vorlage wählen.',
  'template.deleted': 'Sie wurde bei WhatsApp gelöscht. Andere Vorlage wählen.',
  'template.deleted.since': 'Sie wurde am {since, date, day} bei WhatsApp gelöscht. Andere Vorlage wählen.',
  'template.other': 'WhatsApp lässt sie jetzt nicht senden. Im WhatsApp Manager nachsehen.',
  /** `reason`: Meta's own words, in the language Meta wrote them. */
  'template.why': '{why} {reason}',
  'template.needs_number':
    'WhatsApp stellt Codes nur an Telefonnummern zu, und diese Person hat ihre verborgen. Zuerst nach der Nummer fragen.',
  'template.nobody': 'Von dieser Person ist weder Nummer noch Konto bekannt, die ihr jetzt gehören.',
};
