import { mount } from 'svelte';
import App from './app/App.svelte';
import './ui/styles/base.css';

/* After a new release the chunks of the old one are gone: a page that wants one starts over. Not
   so where nobody answers, for then it would start with nothing, and what is typed would go. */
addEventListener('vite:preloadError', () => {
  void fetch('/healthz').then(
    () => {
      location.reload();
    },
    () => undefined,
  );
});

mount(App, { target: document.body });
