import '@fontsource-variable/inter';
import './theme/theme.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { registerWorker } from './installed/worker.ts';
import { startSettings } from './theme/settings.ts';
import { endCancelledTransitions } from './ui/cancelled-transitions.ts';

endCancelledTransitions();
await startSettings();
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

// Once all is drawn: nothing of the first paint waits for it. Not while the desk is worked on, where it would keep old parts.
if (import.meta.env.PROD) {
  if (document.readyState === 'complete') void registerWorker();
  else addEventListener('load', registerWorker, { once: true });
}
