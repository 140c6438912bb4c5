// The database of this configuration, for the service and for every command: found or started, and migrated.

import type { Config } from './config.ts';
import { openEmbedded } from './db/embedded/open-embedded.ts';
import { migrate } from './db/migrate.ts';

export interface OpenDatabase {
  url: string;
  close(): Promise<void>;
}

/** The database the configuration names, or the embedded one, migrated. `say` tells a person what takes time. */
export async function openDatabase(config: Config, say: (line: string) => void): Promise<OpenDatabase> {
  const own = config.databaseUrl ? undefined : await openEmbedded({ home: config.home, say });
  const url = config.databaseUrl ?? own?.url ?? '';
  try {
    const applied = await migrate(url);
    if (applied.length > 0)
      say(
        `Brought the database up to date: ${applied.length === 1 ? 'one migration' : `${applied.length} migrations`}.`,
      );
    return { url, close: async () => own?.close() };
  } catch (error) {
    await own?.close();
    throw error;
  }
}
