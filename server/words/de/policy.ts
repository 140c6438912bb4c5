import type { policy as english } from '../en/policy.ts';

// What a portfolio chose about who is who: each choice by its name, what it does, and its value.
export const policy: Record<keyof typeof english, string> = {
  'policy.adoptionLimitDays.title': 'Wie lange eine Nummer still sein darf',
  'policy.adoptionLimitDays.explains':
    'Kommt eine Nummer zum ersten Mal mit einem WhatsApp-Konto, gilt ihre frühere Geschichte als die derselben Person, wenn sie nicht länger als so lange still war. Voreingestellt ist ein Jahr: Kunden, die zweimal im Jahr schreiben, bleiben eine Person.',
  'policy.adoptionLimitDays.value': '{days, plural, one {# Tag} other {# Tage}}',
  'policy.adoptionLimitDays.overridden':
    '{days, plural, one {# Tag, außer Kraft durch „streng“} other {# Tage, außer Kraft durch „streng“}}',
  'policy.strict.title': 'Streng bei stillen Nummern',
  'policy.strict.explains':
    'Lässt nur 45 Tage zu; danach hält WhatsApp selbst eine Nummer für neu vergeben. Voreingestellt ist „aus“: Viele wiederkehrende Kunden erschienen sonst als neue Personen. Sinnvoll, wo es schlimmer wäre, dass Fremde eine Unterhaltung sehen.',
  'policy.strict.on': 'ein: 45 Tage',
  'policy.strict.off': 'aus',
  'policy.joinOnSharedNumber.title': 'Zusammenführen über eine geteilte Nummer',
  'policy.joinOnSharedNumber.explains':
    'Beantwortet jemand die Frage nach der Nummer, und hatte genau ein anderes Konto sie je, werden beide ohne Rückfrage zusammengeführt. Voreingestellt ist „aus“: Das frühere Konto kann einer anderen Person gehören, darum wird jemand gefragt.',
  'policy.joinOnSharedNumber.on': 'ein',
  'policy.joinOnSharedNumber.off': 'aus: Jemand wird gefragt',
  'policy.acrossPortfolios.title': 'Dieselbe Person in anderen Portfolios',
  'policy.acrossPortfolios.explains':
    'Ob dasselbe WhatsApp-Konto in einem anderen Portfolio Ihrer Gruppe neben einem Kontakt gezeigt wird. Über Portfolios hinweg wird nie jemand zusammengeführt. Voreingestellt ist „getrennt“: Teams verschiedener Marken müssen die Kunden der anderen nicht sehen.',
  'policy.acrossPortfolios.related': 'als verwandt gezeigt',
  'policy.acrossPortfolios.apart': 'getrennt',
  'policy.readReceipts.title': 'Blaue Häkchen für Kunden',
  'policy.readReceipts.explains':
    'Öffnet hier jemand einen Verlauf, sieht der Kunde die Häkchen seiner Nachrichten blau werden, und die Punkte, während eine Antwort geschrieben wird. Voreingestellt ist „ein“, wie man es von WhatsApp erwartet. WhatsApp kann die Punkte nicht ohne die Häkchen zeigen, darum sind beide nur zusammen auszuschalten.',
  'policy.readReceipts.on': 'gezeigt',
  'policy.readReceipts.off': 'nicht gezeigt',
  'policy.joinLimits.title': 'Woraus eine Person höchstens besteht',
  'policy.joinLimits.explains':
    'Über so viele Konten oder Nummern hinaus wird nichts ohne Rückfrage zusammengeführt: So viele sind selten eine Person. Nicht änderbar.',
  'policy.joinLimits.value':
    '{accounts, plural, one {# Konto} other {# Konten}}, {numbers, plural, one {# Nummer} other {# Nummern}}',
};
