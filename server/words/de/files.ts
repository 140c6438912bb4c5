import type { files as english } from '../en/files.ts';

// Files: why one is not there, and why one is not taken.
export const files: Record<keyof typeof english, string> = {
  'file.missing':
    'Die Datei fehlt im Speicher. Noch einmal darum bitten, oder den Administrator nach der Sicherung fragen.',
  'file.waiting': 'Sie wird von WhatsApp geholt.',
  'file.waiting.storage_full':
    'Der Platz für Dateien ist belegt. Sie wird geholt, sobald Platz ist, längstens eine Woche lang; ein Administrator kann Platz schaffen.',
  'file.waiting.meta_busy': 'WhatsApp hat sie noch nicht herausgegeben. Es wird von selbst erneut versucht.',
  'file.waiting.unreachable': 'WhatsApp war nicht erreichbar. Es wird von selbst erneut versucht.',
  'file.waiting.denied':
    'WhatsApp verweigert uns den Zugang. Es wird von selbst erneut versucht; ein Administrator sollte nachsehen, ob das Zugriffstoken gültig ist.',
  'file.waiting.damaged': 'Sie kam beschädigt an. Es wird von selbst erneut versucht.',
  'file.waiting.storage':
    'Sie ließ sich nicht speichern. Es wird von selbst erneut versucht; ein Administrator sollte ins Log sehen.',
  'file.too_large':
    'Sie ist größer als die {most}, die für diese Art von Datei angenommen werden. Um eine kleinere oder einen Link bitten.',
  'file.expired': 'WhatsApp hatte sie nicht mehr. Den Kunden bitten, sie noch einmal zu senden.',
  'file.failed': 'Sie ließ sich eine Woche lang nicht holen. Den Kunden bitten, sie noch einmal zu senden.',
  'file.failed.storage_full':
    'Solange WhatsApp sie hatte, war kein Platz dafür. Den Kunden bitten, sie noch einmal zu senden.',
  'file.failed.denied':
    'WhatsApp hat uns eine Woche lang den Zugang verweigert. Sobald ein Administrator das behoben hat, den Kunden bitten, sie noch einmal zu senden.',
  'file.failed.damaged': 'Sie kam jedes Mal beschädigt an. Den Kunden bitten, sie noch einmal zu senden.',
  'file.erased': 'Sie wurde hier entfernt.',
  'file.erased.erased': 'Sie wurde gelöscht.',
  'file.erased.retention':
    'Sie wird nicht mehr aufbewahrt: Dateien werden hier nach der dafür festgelegten Zeit entfernt.',
  'file.erased.unused':
    'Sie wurde hochgeladen, aber nicht binnen eines Tages gesendet, und wird nicht mehr aufbewahrt. Noch einmal hochladen.',
  'file.megabytes': '{count, number} MB',
  'file.kilobytes': '{count, number} KB',
};
