// Every sentence of the service in English, a file for each thing it speaks of. The other languages have the same files with the same
// keys and the same places, which their types and a test see to.

import { archive } from './archive.ts';
import { asking } from './asking.ts';
import { book } from './book.ts';
import { campaigns } from './campaigns.ts';
import { changes } from './changes.ts';
import { downstream } from './downstream.ts';
import { exports_ } from './exports.ts';
import { failures } from './failures.ts';
import { fields } from './fields.ts';
import { files } from './files.ts';
import { imports } from './imports.ts';
import { lines } from './lines.ts';
import { notices } from './notices.ts';
import { operations } from './operations.ts';
import { policy } from './policy.ts';
import { privacy } from './privacy.ts';
import { problems } from './problems.ts';
import { refusals } from './refusals.ts';
import { reviews } from './reviews.ts';
import { signIn } from './sign-in.ts';
import { steps } from './steps.ts';
import { templates } from './templates.ts';
import { titles } from './titles.ts';
import { waiting } from './waiting.ts';

export const en = {
  ...archive,
  ...asking,
  ...book,
  ...campaigns,
  ...changes,
  ...downstream,
  ...exports_,
  ...failures,
  ...fields,
  ...files,
  ...imports,
  ...lines,
  ...notices,
  ...operations,
  ...policy,
  ...privacy,
  ...problems,
  ...refusals,
  ...reviews,
  ...signIn,
  ...steps,
  ...templates,
  ...titles,
  ...waiting,
} as const;

export type Words = typeof en;
export type Key = keyof Words;
/** The same sentences in another language. */
export type Translated = Readonly<Record<Key, string>>;
