// Before every test of the desk: English, as its first readers have it.

import { loadWords, speak } from './say.tsx';

await speak('en', 'en-GB');
await loadWords();
