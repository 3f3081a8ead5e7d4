import { mount } from 'svelte';
import App from './app/App.svelte';
import './ui/styles/base.css';

/* After a new release the chunks of the old one are gone: a page that wants one starts over. */
addEventListener('vite:preloadError', (event) => {
  event.preventDefault();
  location.reload();
});

mount(App, { target: document.body });
