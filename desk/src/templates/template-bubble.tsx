import type { TemplateText } from '@throughline/contract';
import { TemplateWords } from '../thread/kinds/template-content.tsx';

/** As the customer will see it. */
export function TemplateBubble({ text, label }: { text: TemplateText; label: string }) {
  return (
    <section aria-label={label} className="rounded-md border border-line bg-canvas p-3">
      <div className="ms-auto w-fit max-w-full rounded-lg rounded-ee-[4px] bg-bubble-out px-3 py-2 text-b shadow-1">
        <TemplateWords text={text} />
      </div>
    </section>
  );
}
