import type { Translated } from '../en/index.ts';
import { common } from './common.ts';
import { context } from './context.ts';
import { files } from './files.ts';
import { inbox } from './inbox.ts';
import { masking } from './masking.ts';
import { places } from './places.ts';
import { shell } from './shell.ts';
import { signIn } from './sign-in.ts';
import { thread } from './thread.ts';
import { time } from './time.ts';

export const ar = {
  ...common,
  ...context,
  ...files,
  ...inbox,
  ...masking,
  ...places,
  ...shell,
  ...signIn,
  ...thread,
  ...time,
} satisfies Partial<Translated>;
