import '@fontsource-variable/inter';
import './app/tokens.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { askBeforeLeaving } from './app/askBeforeLeaving';
import { bindHash } from './app/bindHash';
import { publishConsole } from './console';
import { start } from './flows/start';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root.');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

publishConsole();
askBeforeLeaving();

// A failed start has told why; the page stays usable, and the hash may lead to something that works.
start()
  .catch(() => {})
  .finally(bindHash);
