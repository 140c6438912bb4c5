import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallKey } from '../api/call-key.ts';
import { giveUpNumber, whoChanged } from '../api/who-is-who.ts';
import { tell } from '../shell/told.tsx';
import { ReasonForm } from '../who/reason-form.tsx';
import { phoneText } from '../words/identifiers.ts';
import { say } from '../words/say.tsx';

interface Props {
  contactId: string;
  phone: string;
  onClose: () => void;
}

/** A number that is no longer theirs: replies stop going to it, and whoever writes from it next is somebody new. */
export function GiveUpForm({ contactId, phone, onClose }: Props) {
  const client = useQueryClient();
  const keyFor = useCallKey();
  const giving = useMutation({
    mutationFn: (reason: string) => giveUpNumber(contactId, phone, { reason, key: keyFor([contactId, phone, reason]) }),
    onSuccess: () => {
      tell(say('context.noLongerTheirsTold', { number: phoneText(phone) }));
      void whoChanged(client);
      onClose();
    },
  });
  return (
    <ReasonForm
      confirm={say('context.noLongerTheirs')}
      placeholder={say('context.giveUpReason')}
      isBusy={giving.isPending}
      failure={giving.error?.message}
      onConfirm={(reason) => giving.mutate(reason)}
      onCancel={onClose}
    >
      <p className="text-ink-2">{say('context.giveUpEffect')}</p>
    </ReasonForm>
  );
}
