import type { privacy as english } from '../en/privacy.ts';

// What a person is sent who asks for what is theirs, and what is said of somebody erased.
export const privacy: Record<keyof typeof english, string> = {
  'privacy.code':
    'Dein Code ist {code}. Du hast nach deinen persönlichen Daten gefragt; nenne diesen Code der Person, die dir hilft. Er gilt 15 Minuten. Wenn du nicht gefragt hast, ignoriere diese Nachricht.',
  'problem.erased': 'Diese Person wurde auf eigenen Wunsch gelöscht. Hier ist nichts mehr von ihr.',
  'title.erased': 'Gelöscht',
  'problem.privacy_ended': 'Diese Anfrage ist abgeschlossen. Erfasse eine neue.',
  'problem.privacy_running': 'Diese Anfrage wird gerade ausgeführt und kann nicht mittendrin angehalten werden.',
  'problem.privacy_not_verified':
    'Noch hat niemand gezeigt, dass er die betroffene Person ist. Sende einen Code oder halte fest, was vorgelegt wurde.',
  'problem.privacy_already_verified': 'Wer fragt, wurde bereits bestätigt.',
  'problem.privacy_held': 'Eine rechtliche Sperre bewahrt die Daten dieser Person. Hebe sie zuerst auf.',
  'problem.privacy_no_corrections': 'Gib zuerst an, was zu berichtigen ist.',
  'problem.privacy_no_rectification': 'Nur eine Anfrage auf Berichtigung nennt, was zu berichtigen ist. Erfasse eine.',
  'problem.privacy_not_awaiting': 'Es gibt nichts freizugeben: Starte sie zuerst.',
  'problem.privacy_same_person': 'Wer sie gestartet hat, kann sie nicht freigeben. Jemand anderes muss daraufsehen.',
  'problem.privacy_already_extended': 'Die Frist wurde bereits verlängert, und das geht nur einmal.',
  'problem.privacy_already_confirmed': 'Der Eingang wurde bereits bestätigt.',
  'problem.privacy_not_running': 'Sie wird nicht ausgeführt.',
  'problem.privacy_code_too_soon': 'Eben ging ein Code hinaus. In einer Minute kannst du einen weiteren senden.',
  'problem.privacy_no_thread':
    'Es gibt keinen Verlauf mit dieser Person, an den ein Code gehen könnte. Halte einen anderen Nachweis fest.',
  'problem.privacy_code_not_sent':
    'WhatsApp würde jetzt keine Nachricht an diese Person annehmen. Halte einen anderen Nachweis fest.',
  'problem.privacy_code_window_closed':
    'Seit der letzten Nachricht dieser Person sind mehr als 24 Stunden vergangen, und es gibt keine genehmigte Authentifizierungsvorlage für einen Code. Lass sie zuerst schreiben, lass eine solche Vorlage genehmigen oder halte einen anderen Nachweis fest.',
  'problem.privacy_code_needs_phone':
    'Seit der letzten Nachricht dieser Person sind mehr als 24 Stunden vergangen. Mit einer Authentifizierungsvorlage geht ein Code nur an eine Telefonnummer, und ihre ist nicht bekannt. Lass sie zuerst schreiben oder halte einen anderen Nachweis fest.',
  'problem.privacy_code_address_lost':
    'Die Nummer dieses Verlaufs gehört jetzt jemand anderem, und ein Code käme dort an. Halte einen anderen Nachweis fest.',
  'problem.privacy_code_blocked':
    'Diese Person ist auf dieser Nummer blockiert. Hebe das auf oder halte einen anderen Nachweis fest.',
  'problem.privacy_code_wrong':
    'Das ist nicht der Code. Er kann noch {left, plural, one {# Mal versucht} other {# Mal versucht}} werden.',
  'problem.privacy_code_used_up': 'Dieser Code gilt nicht mehr. Sende einen neuen.',
  'problem.privacy_no_archive':
    'Es gibt kein Archiv zum Herunterladen: Die Anfrage ist keine auf eine Kopie, wurde nicht gestartet oder ihre Zeit ist um.',
  'problem.privacy_correction_refused':
    'Eine der Berichtigungen lässt sich so nicht ausführen, deshalb wurde keine ausgeführt. Der Probelauf sagt, welche und warum.',
  'problem.privacy_whom': 'Gib an, um wen es geht: contactId oder subject.',
  'problem.subject_unknown':
    'Heute hat das niemand. Wer es früher hatte, steht unter /privacy/subjects; nenne die Person per contactId, sobald ihre Identität nachgewiesen ist.',
  'problem.subject_not_unique':
    'Mehrere Personen passen. Sieh unter /privacy/subjects nach und nenne eine per contactId.',
  'problem.privacy_account_unknown': 'Eines dieser Konten gehört nicht zu diesem Kontakt.',
  'correction.nobody_left': 'Von der Anfrage bliebe niemand übrig.',
  'correction.contact_unknown': 'Diesen Kontakt gibt es nicht mehr.',
  'correction.field_unknown': 'Dieses Feld wird nicht verwendet.',
  'correction.field_unfit': 'Dieser Wert passt nicht in das Feld.',
};
