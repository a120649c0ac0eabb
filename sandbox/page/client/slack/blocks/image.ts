import type { ImageBlock, ImageElement } from '@slack/types';
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { Link } from '../text/link.ts';
import { PlainText } from '../text/text.ts';

export function Image({ block }: { block: ImageBlock }): VNode {
  return html`
    <figure class="slack-image">
      ${block.title && html`<figcaption><${PlainText} text=${block.title} /></figcaption>`}
      <${Picture} image=${block} />
    </figure>
  `;
}

/** The sandbox fetches nothing from elsewhere: a picture is shown as what it says and where it is. */
export function Picture({ image }: { image: ImageElement | ImageBlock }): VNode {
  const words = html`<span class="slack-picture" role="img" aria-label=${image.alt_text}>🖼 ${image.alt_text}</span>`;
  return 'image_url' in image ? html`<${Link} url=${image.image_url}>${words}<//>` : words;
}
