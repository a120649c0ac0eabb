import { html } from 'htm/preact';
import { render } from 'preact';
import { App } from './shell/app.ts';

const place = document.querySelector('#page');
if (!place) throw new Error('The document has no place for the page.');
render(html`<${App} />`, place);
