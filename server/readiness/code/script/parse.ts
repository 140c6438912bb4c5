// TypeScript and JavaScript, by Babel's parser.

import { type ParserPlugin, parse } from '@babel/parser';
import type { File } from '@babel/types';

/** Undefined where it cannot be read as a program. `loose`: a body on its own, as flow builders keep them. */
export function parseScript(path: string, text: string, loose = false): File | undefined {
  const isTyped = /\.[cm]?tsx?$/.test(path);
  const plugins: ParserPlugin[] = isTyped ? ['typescript', 'decorators-legacy'] : ['jsx', 'decorators-legacy'];
  if (/\.tsx$/.test(path)) plugins.push('jsx');
  try {
    return parse(text, {
      sourceType: loose ? 'script' : 'unambiguous',
      errorRecovery: true,
      allowReturnOutsideFunction: true,
      allowAwaitOutsideFunction: true,
      allowImportExportEverywhere: true,
      allowSuperOutsideMethod: true,
      allowUndeclaredExports: true,
      attachComment: false,
      plugins,
    });
  } catch {
    return undefined;
  }
}
