import type { masking as english } from '../en/masking.ts';

export const masking: Record<keyof typeof english, string> = {
  'masking.title': 'Telefonnummern',
  'masking.intro':
    'Wer die Nummern von Kunden ganz sieht. Das gilt innerhalb einer Sekunde für alles, was Throughline zeigt und antwortet.',
  'masking.failed': 'Die Einstellung lässt sich nicht anzeigen',
  'masking.maskedFor': 'Nummern sind verdeckt für',
  'masking.hint':
    'Sie sehen das Land und die letzten Ziffern. Nach einer ganzen Nummer suchen können sie weiterhin, und die Nummern einer Person anzeigen, wenn sie sie brauchen. Jedes Mal wird festgehalten. Was Kunden geschrieben haben, bleibt, wie es geschrieben wurde.',
  'masking.saved': 'Gespeichert. Es gilt ab jetzt.',
  'masking.show': 'Anzeigen',
  'masking.showNumbers': 'Die Nummern von {name} ganz anzeigen',
  'masking.writtenDown': 'Ganz angezeigt. Es wurde festgehalten, dass Sie nachgesehen haben.',
  'masking.whatFor': 'Wofür brauchst du die Nummer?',
  'masking.reason':
    '{reason, select, call_them {Um anzurufen} check_identity {Um zu prüfen, wer es ist} other_channel {Um sie anders zu erreichen} privacy_request {Für eine Datenschutzanfrage} other {Für etwas anderes}}',
};
