// What can be done anywhere: to go somewhere, and to change how the desk looks.

import { useNavigate } from '@tanstack/react-router';
import { type Scope, useMay } from '../shell/use-may.ts';
import { changeSettings, useSettings } from '../theme/settings.ts';
import { languages } from '../words/language.ts';
import { say } from '../words/say.tsx';
import { type Action, useActions } from './actions.ts';

type Place =
  | '/inbox'
  | '/mentions'
  | '/people'
  | '/reviews'
  | '/campaigns'
  | '/board'
  | '/reports'
  | '/templates'
  | '/parked'
  | '/settings/account'
  | '/settings';

export function useDeskActions(onHelp: () => void): void {
  const navigate = useNavigate();
  const may = useMay();
  const { theme, language } = useSettings();
  const go = (id: string, name: string, to: Place, needs?: Scope): Action[] =>
    needs !== undefined && !may(needs) ? [] : [{ id: `go.${id}`, group: 'go', name, run: () => void navigate({ to }) }];
  const themes = [
    { id: 'light', name: say('command.light') },
    { id: 'dark', name: say('command.dark') },
    { id: 'system', name: say('command.systemTheme') },
  ] as const;
  useActions([
    ...go('inbox', say('command.goInbox'), '/inbox', 'conversations:read'),
    ...go('mentions', say('command.goMentions'), '/mentions', 'notes:write'),
    ...go('people', say('command.goPeople'), '/people', 'contacts:read'),
    ...go('reviews', say('command.goReviews'), '/reviews', 'reviews:read'),
    ...go('campaigns', say('command.goCampaigns'), '/campaigns', 'campaigns:read'),
    ...go('board', say('command.goBoard'), '/board', 'reports:read'),
    ...go('reports', say('command.goReports'), '/reports', 'reports:read'),
    ...go('templates', say('command.goTemplates'), '/templates', 'templates:read'),
    ...go('parked', say('command.goParked'), '/parked', 'parked:read'),
    ...go('account', say('command.goAccount'), '/settings/account'),
    ...go('settings', say('command.goSettings'), '/settings'),
    ...themes
      .filter(({ id }) => id !== theme)
      .map(
        ({ id, name }): Action => ({
          id: `theme.${id}`,
          group: 'desk',
          name,
          run: () => changeSettings({ theme: id }),
        }),
      ),
    {
      id: 'language',
      group: 'desk',
      name: say('command.language'),
      answers: [{ id: 'system' as const, name: say('shell.languageSystem') }, ...languages]
        .filter(({ id }) => id !== language)
        .map(
          ({ id, name }): Action => ({
            id: `language.${id}`,
            group: 'desk',
            name,
            run: () => changeSettings({ language: id }),
          }),
        ),
    },
    { id: 'keys', group: 'desk', name: say('command.keys'), keys: '?', run: onHelp },
  ]);
}
