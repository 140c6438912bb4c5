import type { app as english } from '../en/app.ts';

export const app: Record<keyof typeof english, string> = {
  'app.newVersion': 'Eine neue Version steht bereit. Entwürfe und nicht gesendete Antworten bleiben erhalten.',
  'app.reload': 'Neu laden',
  'app.offline.title': 'Der Arbeitsplatz ist offen, aber die Leitung ist unterbrochen',
  'app.offline.detail':
    'Unterhaltungen erscheinen, sobald die Leitung wieder steht. Entwürfe und nicht gesendete Antworten bleiben hier erhalten.',
  'app.skip': 'Zum Inhalt springen',
};
