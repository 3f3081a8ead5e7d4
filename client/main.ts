import { mount } from 'svelte';
import App from './app/App.svelte';
import { speaking } from './app/services.ts';
import './ui/styles/base.css';

/** Without its messages, which did not come, a page is better in English than blank. */
void speaking
  .start()
  .catch(() => undefined)
  .then(() => mount(App, { target: document.body }));
