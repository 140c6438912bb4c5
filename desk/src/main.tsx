import '@fontsource-variable/inter';
import './theme/theme.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { startSettings } from './theme/settings.ts';
import { speak } from './words/say.tsx';

startSettings();
await speak('en', 'en-GB');
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
