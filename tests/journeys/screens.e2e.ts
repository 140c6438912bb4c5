// Every screen there is, as the router names them, in light, dark, Arabic and on a phone: nothing against it from axe, nothing
// scrolls sideways, one heading, a title of its own, no error, no word left untranslated and no backend id. And what stands
// there for a role that may not see it.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Role, say as sayOf } from '@throughline/contract';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { scopesOf } from '../../server/access/permissions.ts';
import { openBrowser } from '../support/browser.ts';
