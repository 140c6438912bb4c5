import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { CloseButton } from './close-button.tsx';

interface Props {
  title: string;
  isOpen: boolean;
  onOpenChange: (open: boolean) => void;
  size?: 's' | 'm' | 'l';
  /** The deeds, at the foot. */
  actions?: ReactNode;
  children: ReactNode;
}

const sizes = { s: 'max-w-100', m: 'max-w-130', l: 'max-w-180' } as const;

/** A small matter to be settled before going on. What needs room, or is looked at beside the page, is a Sheet. */
export function Dialog({ title, isOpen, onOpenChange, size = 'm', actions, children }: Props) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable
      className="overlay grid place-items-center p-4"
    >
      <Modal className={`modal w-full rounded-lg bg-surface shadow-2 ${sizes[size]}`}>
        <AriaDialog className="flex max-h-[calc(100dvh-2rem)] flex-col outline-none">
          <div className="flex items-center justify-between gap-3 ps-5 pe-3 pt-3">
            <Heading slot="title" className="text-l font-semibold wrap-anywhere">
              {title}
            </Heading>
            <CloseButton />
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 pt-2 pb-5">{children}</div>
          {actions !== undefined && (
            <div className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">{actions}</div>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
