import type { MessageItem } from '@throughline/contract';
import {
  AudioLines,
  CircleHelp,
  Contact,
  FileText,
  Image,
  LayoutList,
  type LucideIcon,
  MapPin,
  MousePointerClick,
  Pencil,
  ShoppingBag,
  SmilePlus,
  Sticker,
  Trash2,
  Video,
} from 'lucide-react';

const icons: Record<string, LucideIcon> = {
  image: Image,
  video: Video,
  audio: AudioLines,
  document: FileText,
  sticker: Sticker,
  location: MapPin,
  contacts: Contact,
  reaction: SmilePlus,
  button: MousePointerClick,
  interactive: MousePointerClick,
  order: ShoppingBag,
  edit: Pencil,
  revoke: Trash2,
  template: LayoutList,
};

/** Whatever is not text: its icon and its one readable line. */
export function SummaryLine({ item, small = false }: { item: MessageItem; small?: boolean }) {
  const Icon = icons[item.type] ?? CircleHelp;
  return (
    <span className={`flex items-start gap-2 ${small ? '' : 'py-0.5'}`}>
      <Icon aria-hidden size={small ? 14 : 18} strokeWidth={1.75} className="mt-0.5 shrink-0 text-ink-3" />
      <bdi className="wrap-anywhere whitespace-pre-wrap">{item.summary}</bdi>
    </span>
  );
}
