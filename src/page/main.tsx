import '@fontsource-variable/inter';
import './app/tokens.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { bindHash } from './app/bindHash';
import { start } from './flows/start';
import { notifyError } from './state/notices';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root.');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

start().then(bindHash).catch(notifyError);
