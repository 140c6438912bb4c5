// Imports: why a list is not taken in, or not gone on with.

import type { imports as english } from '../en/imports.ts';

export const imports: Record<keyof typeof english, string> = {
  'problem.not_found.import': 'Diesen Import gibt es nicht, oder Sie dürfen ihn nicht sehen.',
  'problem.import_masked': 'Ihre Rolle sieht Nummern verdeckt, und in einer Liste stehen sie ganz.',
  'title.import_masked': 'Nummern sind verdeckt',
  'problem.import_state':
    'Jetzt nicht: Erst wird die Liste gelesen, dann geprüft, dann ausgeführt. Fragen Sie, wie weit sie ist.',
  'title.import_state': 'Jetzt nicht',
  'problem.import_columns': 'Nennen Sie jede Spalte der Liste der Reihe nach, oder null, und jedes nur einmal.',
  'title.import_columns': 'Spalten passen nicht',
  'problem.import_too_long':
    'Eine Liste darf 100 MB und 1.000.000 Zeilen haben. Teilen Sie sie und bringen Sie die Teile nacheinander.',
};
