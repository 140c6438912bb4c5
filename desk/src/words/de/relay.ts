// The relay: other systems that speak WhatsApp's own format, and what was changed for them on the way.

import type { relay as english } from '../en/relay.ts';

export const relay: Record<keyof typeof english, string> = {
  'relay.title': 'Vermittlung',
  'relay.intro': 'Systeme, die WhatsApps eigenes Format sprechen, arbeiten hier weiter, auch mit Kunden ohne Nummer.',
  'relay.create': 'Neue Integration',
  'relay.failed': 'Die Integrationen können nicht gezeigt werden',
  'relay.none': 'Noch keine Integrationen',
  'relay.noneDetail':
    'Hier wird ein Bot, ein CRM oder eine Middleware angeschlossen, die für WhatsApps eigene Schnittstelle gebaut ist: Sie erfährt, was Kunden schreiben, und schreibt ihnen.',
  'relay.mode': 'Was statt Nummern steht',
  'relay.modeIs':
    '{mode, select, asIs {Was WhatsApp sendet} fillPhone {Die Nummer, wo sie bekannt ist} stableAlias {Eine Ersatznummer für jede Person} other {Nicht bekannt}}',
  'relay.asIs': 'Was WhatsApp sendet',
  'relay.asIsDetail': 'Nichts wird geändert. Für Systeme, die Menschen auch an ihrem Konto erkennen.',
  'relay.fillPhone': 'Die Nummer, wo sie bekannt ist',
  'relay.fillPhoneDetail':
    'Wo WhatsApp eine Nummer verbirgt, wird die eingesetzt, von der wir wissen, dass sie jetzt dieser Person gehört. Ist keine bekannt, steht keine da.',
  'relay.stableAlias': 'Eine Ersatznummer für jede Person',
  'relay.stableAliasDetail':
    'Jede Person bekommt eine eigene Nummer, die kein Netz wählen kann, und behält sie, was immer aus Nummer, Konto oder Benutzername wird. Für Systeme, die ohne Nummer nicht auskommen.',
  'relay.modeLater': 'Es lässt sich später ändern, doch hält das System dann vielleicht dieselben Menschen für andere.',
  'relay.numbers': 'Geschäftsnummern',
  'relay.allNumbers': 'Alle, auch spätere',
  'relay.someNumbers': 'Nur einige Nummern',
  'relay.fields': 'Was sie erfährt',
  'relay.allFields': 'Alles, was WhatsApp mitteilt',
  'relay.someFields': 'Nur einiges',
  'relay.field':
    '{field, select, messages {Nachrichten und ihr Stand} calls {Anrufe} user_preferences {Wünsche zu Werbung} smb_message_echoes {In der App WhatsApp Business Geschriebenes} history {Älterer Verlauf} account_update {Neues vom Konto} message_template_status_update {Neues von Vorlagen} user_id_update {Geänderte Konten} other {Etwas anderes}}',
  'relay.urlHint': 'Die https-Adresse, an der sie WhatsApps Webhooks erwartet.',
  'relay.made': 'Die Integration ist angelegt',
  'relay.madeExplained': 'Tragen Sie beides im System anstelle von WhatsApps eigenem ein. Es wird nur jetzt gezeigt.',
  'relay.token': 'Zugangstoken',
  'relay.secret': 'App-Geheimnis',
  'relay.callHere': 'Adresse für ihre Aufrufe',
  'relay.callHereHint': 'Anstelle von https://graph.facebook.com',
  'relay.begins': 'beginnt mit {letters}',
  'relay.lastCall': 'Letzter Aufruf',
  'relay.back': 'Alle Integrationen',
  'relay.oneFailed': 'Diese Integration kann nicht gezeigt werden',
  'relay.paused': 'Angehalten. Was Kunden schreiben, wartet.',
  'relay.newToken': 'Neues Token',
  'relay.newTokenAsk': 'Ein neues Token für „{name}“ anlegen?',
  'relay.newTokenExplained': 'Das alte Token öffnet von da an nichts mehr. Das neue wird einmal gezeigt.',
  'relay.tokenAgain': 'Tragen Sie es jetzt im System ein: Das alte öffnet nichts mehr. Es wird nur jetzt gezeigt.',
  'relay.newSecret': 'Neues Geheimnis',
  'relay.newSecretAsk': 'Ein neues Geheimnis für „{name}“ anlegen?',
  'relay.newSecretExplained':
    'Das neue Geheimnis wird einmal gezeigt. Einen Tag lang wird, was unter dem neuen abgelehnt wird, unter dem alten noch einmal gesendet.',
  'relay.secretAgain': 'Tragen Sie es binnen eines Tages im System ein. Es wird nur jetzt gezeigt.',
  'relay.oldSecretUntil': 'wird noch versucht bis {when}',
  'relay.removeAsk': '„{name}“ entfernen?',
  'relay.removeExplained':
    'Sie erfährt nichts mehr, ihr Token öffnet nichts, und was für sie wartet, erfährt sie nie. Ersatznummern bleiben bei ihren Menschen. Das lässt sich nicht rückgängig machen.',
  'relay.verify': 'Adresse prüfen',
  'relay.verifyToken': 'Prüfwort',
  'relay.verifyHint': 'Das Wort, das das System von WhatsApp erwartet. Es wird hier nicht aufbewahrt.',
  'relay.verified': 'Die Adresse hat richtig geantwortet.',
  'relay.verifiedAt': 'Adresse geprüft',
  'relay.notVerified': 'Die Adresse hat nicht richtig geantwortet.',
  'relay.otherAnswer': 'Sie hat geantwortet, aber nicht wiederholt, was sie sollte.',
  'relay.ask': 'Fragen',
  'relay.told': 'Was sie erfahren hat',
  'relay.toldFailed': 'Was sie erfahren hat, kann nicht gezeigt werden',
  'relay.nothingTold': 'Noch nichts',
  'relay.nothingToldDetail': 'Was sie erfährt, steht hier, mit dem, was unterwegs geändert wurde.',
  'relay.rewritten': 'Unterwegs geändert',
  'relay.asItCame': 'Nichts: wie WhatsApp es gesendet hat.',
  'relay.notTried': 'Noch nicht mitgeteilt',
  'relay.about': 'Über',
  'relay.account': 'Niemand',
  'relay.whyStandIn': 'WhatsApp hat keine Nummer gesendet. Hier wurde die Ersatznummer {phone} eingesetzt.',
  'relay.whyAlias': 'Hier wurde die Ersatznummer {phone} eingesetzt, damit es immer dieselbe ist.',
  'relay.whyNumber':
    'WhatsApp hat keine Nummer gesendet. {phone} gehört jetzt dieser Person und wurde deshalb eingesetzt.',
  'relay.whyNone':
    'WhatsApp hat keine Nummer gesendet, und keine ist bekannt, die jetzt dieser Person gehört. Es blieb leer.',
  'relay.whyId': 'Eine Nachricht dieses Systems: Sie heißt hier so, wie das System sie kennt.',
  'relay.whyCallback': 'Was dieses System mit seiner Nachricht mitgeschickt hat, kommt zu ihm zurück.',
  'relay.goneNumber': 'eine Nummer, die nicht mehr aufbewahrt wird',
  'relay.disabledDetail':
    'Sie nahm drei Tage lang nichts an, oder ihre Adresse sagte, dass es sie nicht mehr gibt. Was Kunden seither schrieben, ist aufbewahrt. Beheben Sie es, dann setzen Sie fort.',
  'relay.notice':
    '{count, plural, one {Eine Integration wurde abgeschaltet: Ihr System erfährt nicht, was Kunden schreiben.} other {# Integrationen wurden abgeschaltet: Ihre Systeme erfahren nicht, was Kunden schreiben.}}',
};
