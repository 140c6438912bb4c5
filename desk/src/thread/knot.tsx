import type { NoticeItem } from '@throughline/contract';
import { clockTime, fullTime } from '../words/time.ts';

/** Something that happened to who this is: a knot on the line, or its end. */
export function Knot({ item, ends }: { item: NoticeItem; ends: boolean }) {
  return (
    <div className="py-3 text-s text-ink-2">
      <span aria-hidden className={ends ? endMark : knotMark} />
      {/* In whichever language it was told; the server isolates the names in it. */}
      <p className="plain-bidi rtl:text-right">
        <b className="font-semibold text-ink">{item.title}</b> {item.detail}{' '}
        <time dateTime={item.at} title={fullTime(item.at)} className="text-2xs whitespace-nowrap text-ink-3">
          {clockTime(item.at)}
        </time>
      </p>
    </div>
  );
}

const knotMark =
  'absolute start-[11px] top-4 size-2.5 rounded-full border-2 border-accent bg-canvas shadow-[0_0_0_4px_var(--canvas)] desk:start-[23px]';
const endMark = 'absolute start-[9px] top-5 h-0.75 w-3.5 rounded-full bg-warn desk:start-[21px]';
