// What a message says beyond words: one view for each kind of content. Loaded after the desk has opened.

import type { MessageItem } from '@throughline/contract';
import { MessageText } from '../message-text.tsx';
import { SummaryLine } from '../summary-line.tsx';
import { Cards } from './cards.tsx';
import { Choice, Form, Interactive } from './choices.tsx';
import { LocationCard } from './location-card.tsx';
import { MediaView } from './media-view.tsx';
import { Order } from './order.tsx';
import { TemplateContent } from './template-content.tsx';

interface Props {
  item: MessageItem;
  /** Who is on the other side, for what is said of them. */
  name: string;
}

export function RichContent({ item, name }: Props) {
  if (item.media) return <MediaView item={item} media={item.media} name={name} />;
  if (item.location) return <LocationCard location={item.location} />;
  if (item.cards) return <Cards item={item} cards={item.cards} name={name} />;
  if (item.interactive) return <Interactive interactive={item.interactive} />;
  if (item.form) return <Form form={item.form} />;
  if (item.choice) return <Choice choice={item.choice} />;
  if (item.order) return <Order order={item.order} />;
  if (item.template) return <TemplateContent item={item} template={item.template} />;
  if (item.text) return <MessageText text={item.text.body} />;
  return <SummaryLine item={item} />;
}
