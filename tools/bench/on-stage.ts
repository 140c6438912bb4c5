import { stopAll } from './children.ts';
import { openStage, type Stage, type StageDatabase } from './stage.ts';

/**
 * Opens a stage, plays on it, and clears away it and all that was started, however it ends. `stopped` rejects once somebody
 * stops it early: whoever has something to keep until then waits for it, too.
 */
export async function onStage<T>(
  say: (line: string) => void,
  play: (stage: Stage, stopped: Promise<never>) => Promise<T>,
): Promise<T> {
  const stage = await openStage(say);
  const stopped = stopsEarly(stage, say);
  try {
    return await Promise.race([play(stage, stopped), stopped]);
  } finally {
    await stopAll();
    await stage.close();
  }
}

/** Plays on a stage with its database, and ends the program with 1 where what was to be shown did not show. */
export async function proveOnStage(
  say: (line: string) => void,
  proven: (stage: Stage, db: StageDatabase) => Promise<boolean>,
): Promise<void> {
  await onStage(say, async (stage) => {
    const db = await stage.database();
    if (!(await proven(stage, db))) process.exitCode = 1;
    await db.close();
  });
}

function stopsEarly({ home }: Stage, say: (line: string) => void): Promise<never> {
  return new Promise((_, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        say(`Stopping; ${home} is removed.`);
        reject(new Error(`Stopped by ${signal}.`));
      });
  });
}
