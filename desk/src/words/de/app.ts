import type { app as english } from '../en/app.ts';

export const app: Record<keyof typeof english, string> = {
  'app.newVersion': 'Eine neue Version steht bereit. Entwürfe und nicht gesendete Antworten bleiben erhalten.',
  'app.reload': 'Neu laden',
  'app.partMissing': 'Ein Teil konnte nicht geladen werden. Entwürfe und nicht gesendete Antworten bleiben erhalten.',
  'app.lost.title': 'Dieser Teil konnte nicht geladen werden',
  'app.lost.detail':
    'Vielleicht gibt es eine neue Version. Neu laden, um fortzufahren: Entwürfe und nicht gesendete Antworten bleiben erhalten.',
  'app.offline.title': 'Der Arbeitsplatz ist offen, aber die Leitung ist unterbrochen',
  'app.offline.detail':
    'Unterhaltungen erscheinen, sobald die Leitung wieder steht. Entwürfe und nicht gesendete Antworten bleiben hier erhalten.',
  'app.skip': 'Zum Inhalt springen',
};
