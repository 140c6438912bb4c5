import type { Translated } from '../en/index.ts';
import { access } from './access.ts';
import { api } from './api.ts';
import { app } from './app.ts';
import { audit } from './audit.ts';
import { boards } from './boards.ts';
import { campaigns } from './campaigns.ts';
import { command } from './command.ts';
import { common } from './common.ts';
import { compose } from './compose.ts';
import { context } from './context.ts';
import { files } from './files.ts';
import { find } from './find.ts';
import { inbox } from './inbox.ts';
import { kinds } from './kinds.ts';
import { labels } from './labels.ts';
import { masking } from './masking.ts';
import { notes } from './notes.ts';
import { parked } from './parked.ts';
import { people } from './people.ts';
import { places } from './places.ts';
import { reviews } from './reviews.ts';
import { scopes } from './scopes.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { signIn } from './sign-in.ts';
import { templates } from './templates.ts';
import { thread } from './thread.ts';
import { time } from './time.ts';
import { together } from './together.ts';
import { ui } from './ui.ts';
import { who } from './who.ts';
import { work } from './work.ts';

export const hi = {
  ...app,
  ...access,
  ...audit,
  ...scopes,
  ...common,
  ...notes,
  ...together,
  ...command,
  ...find,
  ...labels,
  ...people,
  ...signIn,
  ...inbox,
  ...thread,
  ...compose,
  ...kinds,
  ...context,
  ...shell,
  ...files,
  ...time,
  ...ui,
  ...settings,
  ...who,
  ...reviews,
  ...parked,
  ...boards,
  ...campaigns,
  ...templates,
  ...api,
  ...work,
  ...masking,
  ...places,
} satisfies Translated;
