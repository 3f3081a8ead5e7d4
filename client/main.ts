import { mount } from 'svelte';
import App from './app/App.svelte';
import './ui/styles/base.css';

mount(App, { target: document.body });
