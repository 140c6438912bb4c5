// Emits the service worker with the names of what the desk starts from, and a version that changes when any of it does.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Files of `public/` the first paint needs. */
const publicFiles = ['first-paint.js', 'icon.svg', 'manifest.webmanifest'];

export function serviceWorker(): Plugin {
  return {
    name: 'throughline-service-worker',
    apply: 'build',
    generateBundle: {
      // After every other: the page with its links to the built files must stand.
      order: 'post',
      handler(_options, bundle) {
        const names = new Set<string>();
        const entries = Object.values(bundle).filter((part) => part.type === 'chunk' && part.isEntry);
        const follow = (name: string) => {
          const part = bundle[name];
          if (names.has(name) || part?.type !== 'chunk') return;
          names.add(name);
          for (const next of part.imports) follow(next);
        };
        for (const { fileName } of entries) follow(fileName);
        for (const name of Object.keys(bundle))
          if (/\.css$|inter-latin-wght[^/]*\.woff2$|\/(phones|words-en-first)-[\w-]+\.js$/.test(name)) names.add(name);
        const shell = [...names].sort().map((name) => `/${name}`);
        const version = createHash('sha256').update(Object.keys(bundle).sort().join('\n'));
        for (const file of publicFiles) version.update(readFileSync(join(import.meta.dirname, '..', 'public', file)));
        const source = readFileSync(join(import.meta.dirname, 'worker.js'), 'utf8')
          .replace('__VERSION__', version.digest('hex').slice(0, 16))
          .replace('__SHELL__', JSON.stringify([...shell, ...publicFiles.map((file) => `/${file}`)]));
        this.emitFile({ type: 'asset', fileName: 'service-worker.js', source });
      },
    },
  };
}
