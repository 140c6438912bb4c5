import type { MessageItem } from '@throughline/contract';
import { ShoppingBag } from 'lucide-react';
import { moneyText } from '../../words/files.ts';
import { say } from '../../words/say.tsx';
import { MessageText } from '../message-text.tsx';

export function Order({ order: { text, items, total } }: { order: NonNullable<MessageItem['order']> }) {
  return (
    <div className="max-w-100">
      <p className="flex items-center gap-2 font-semibold">
        <ShoppingBag aria-hidden size={16} strokeWidth={1.75} className="shrink-0 text-accent" />
        {say('kinds.order', { count: items.length })}
      </p>
      <table className="mt-1.5 w-full border-t border-line text-s">
        <thead className="sr-only">
          <tr>
            <th scope="col">{say('kinds.product')}</th>
            <th scope="col">{say('kinds.howMany')}</th>
            <th scope="col">{say('kinds.priceOfOne')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ product, quantity, price, currency }) => (
            <tr key={product} className="border-b border-line align-top">
              <td className="py-1 pe-3 wrap-anywhere">
                <bdi>{product}</bdi>
              </td>
              <td className="py-1 pe-3 text-end whitespace-nowrap text-ink-2 tabular-nums">{quantity} ×</td>
              <td className="py-1 text-end whitespace-nowrap tabular-nums">
                {price === undefined ? (
                  <span className="text-ink-3">{say('kinds.noPrice')}</span>
                ) : (
                  moneyText(price, currency)
                )}
              </td>
            </tr>
          ))}
        </tbody>
        {total && (
          <tfoot>
            <tr>
              <th scope="row" colSpan={2} className="py-1 pe-3 text-start font-semibold">
                {say('kinds.total')}
              </th>
              <td className="py-1 text-end font-semibold whitespace-nowrap tabular-nums">
                {moneyText(total.amount, total.currency)}
              </td>
            </tr>
          </tfoot>
        )}
      </table>
      {text !== undefined && text !== '' && (
        <div className="mt-1.5">
          <MessageText text={text} />
        </div>
      )}
    </div>
  );
}
