// Every sentence of the desk in English, a file for each folder of screens; a key begins with its file's name. The other
// languages have the same files with the same keys, which their types and a test see to.

import { access } from './access.ts';
import { api } from './api.ts';
import { app } from './app.ts';
import { audit } from './audit.ts';
import { boards } from './boards.ts';
import { campaigns } from './campaigns.ts';
import { canary } from './canary.ts';
import { command } from './command.ts';
import { common } from './common.ts';
import { compose } from './compose.ts';
import { context } from './context.ts';
import { deeds } from './deeds.ts';
import { exports_ } from './exports.ts';
import { files } from './files.ts';
import { filters } from './filters.ts';
import { find } from './find.ts';
import { imports } from './imports.ts';
import { inbox } from './inbox.ts';
import { kinds } from './kinds.ts';
import { labels } from './labels.ts';
import { masking } from './masking.ts';
import { notes } from './notes.ts';
import { parked } from './parked.ts';
import { people } from './people.ts';
import { places } from './places.ts';
import { privacy } from './privacy.ts';
import { readiness } from './readiness.ts';
import { relay } from './relay.ts';
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
import { webhooks } from './webhooks.ts';
import { who } from './who.ts';
import { work } from './work.ts';

export const en = {
  ...app,
  ...access,
  ...audit,
  ...scopes,
  ...common,
  ...notes,
  ...together,
  ...canary,
  ...command,
  ...deeds,
  ...filters,
  ...find,
  ...labels,
  ...people,
  ...signIn,
  ...imports,
  ...inbox,
  ...thread,
  ...compose,
  ...kinds,
  ...context,
  ...shell,
  ...exports_,
  ...files,
  ...time,
  ...ui,
  ...settings,
  ...webhooks,
  ...readiness,
  ...who,
  ...privacy,
  ...relay,
  ...reviews,
  ...parked,
  ...boards,
  ...campaigns,
  ...templates,
  ...api,
  ...work,
  ...masking,
  ...places,
  ...places,
} as const;

export type Words = typeof en;
export type Key = keyof Words;
/** The same sentences in another language. */
export type Translated = Readonly<Record<Key, string>>;
