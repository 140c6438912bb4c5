// What can keep the embedded database from starting, in words for the person at the keyboard.

/** The embedded database cannot be had; the message says why and what would mend it. Not a bug: print it, no stack. */
export class EmbeddedProblem extends Error {
  override readonly name = 'EmbeddedProblem';
}

/** Turns a failed file operation into a sentence; anything else is passed on as it is. */
export function explainFileError(error: unknown, path: string): Error {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new EmbeddedProblem(`The disk is full: ${path} cannot be written.`);
  if (code === 'EACCES' || code === 'EPERM')
    return new EmbeddedProblem(
      `${path} belongs to another user of this machine and cannot be used. ` +
        'Start as the user who started it first, or set THROUGHLINE_HOME to a folder of your own.',
    );
  if (code === 'EROFS')
    return new EmbeddedProblem(`${path} is on a read-only disk. Set THROUGHLINE_HOME to a folder that can be written.`);
  return error instanceof Error ? error : new Error(String(error));
}

/** Reads what PostgreSQL printed while failing, and says what it means. `undefined`: the port was taken, try another. */
export function explainServerOutput(output: string, dataFolder: string): EmbeddedProblem | undefined {
  if (/could not bind|could not create any TCP\/IP sockets|Address already in use/i.test(output)) return undefined;
  if (/No space left on device|Disk quota exceeded/i.test(output))
    return new EmbeddedProblem(`The disk is full: the database in ${dataFolder} cannot start. Free some space first.`);
  if (/not compatible with this version|incompatible with server/i.test(output))
    return new EmbeddedProblem(`${dataFolder} was made by another version of PostgreSQL and is left as it is.`);
  if (/lock file .* already exists/i.test(output))
    return new EmbeddedProblem(`${dataFolder} is in use by another database server, which is left alone.`);
  if (/could not (map|create|allocate) .*shared memory|Cannot allocate memory/i.test(output))
    return new EmbeddedProblem('There is too little free memory for the database (it asks for about 200 MB).');
  const tail = output.trim().split('\n').slice(-8).join('\n');
  return new EmbeddedProblem(`The database in ${dataFolder} did not start. PostgreSQL says:\n${tail || '(nothing)'}`);
}
