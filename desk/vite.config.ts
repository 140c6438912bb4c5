import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { serviceWorker } from './service-worker/plugin.ts';
import { firstAreas } from './src/words/first-areas.ts';

// The server the desk talks to while being worked on; the built desk is served by it, from the same origin.
const server = process.env.DESK_SERVER ?? 'http://127.0.0.1:8080';

export default defineConfig({
  base: '/',
  plugins: [react(), tailwindcss(), serviceWorker()],
  server: {
    host: '127.0.0.1',
    port: Number(process.env.DESK_PORT ?? 5173),
    proxy: { '/api': { target: server }, '/media': { target: server } },
  },
  build: {
    target: 'es2023',
    sourcemap: false,
    // What the script budget is counted from.
    manifest: true,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Split by how often each part changes, so that a new desk does not make a browser fetch React again.
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 4 },
            { name: 'tanstack', test: /node_modules[\\/]@tanstack[\\/]/, priority: 3 },
            { name: wordsFile, test: /src[\\/]words[\\/]\w\w[\\/][\w-]+\.ts$/, priority: 2 },
            // What the first screen stands on: one file, not one for each icon.
            { name: 'desk', tags: ['$initial'], priority: 1 },
            { name: 'phones', test: /node_modules[\\/]libphonenumber-js[\\/]/, priority: 2 },
          ],
        },
      },
    },
  },
});

/** The words of a language are two files: what the first screen says, and the rest. */
function wordsFile(path: string): string | null {
  const [, language, area = ''] = /(\w\w)[\\/]([\w-]+)\.ts$/.exec(path) ?? [];
  if (language === undefined) return null;
  return `words-${language}-${firstAreas.includes(area) ? 'first' : 'rest'}`;
}
