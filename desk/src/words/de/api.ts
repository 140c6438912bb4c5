import type { api as english } from '../en/api.ts';

export const api: Record<keyof typeof english, string> = {
  'api.answered': 'Der Server hat mit {status} geantwortet.',
  'api.behind': 'Wartet auf das davor.',
  'api.unreachable': 'Throughline ist gerade nicht erreichbar. Verbindung prüfen und erneut versuchen.',
  'api.tooManyTries': 'Zu viele Versuche. Eine Minute warten, dann erneut versuchen.',
  'api.cannotCheck': 'Throughline konnte das gerade nicht prüfen. Gleich noch einmal versuchen.',
  'api.wentWrong': 'Etwas ist schiefgegangen. Erneut versuchen.',
};
