import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallKey } from '../api/call-key.ts';
import { giveUpNumber, whoChanged } from '../api/who-is-who.ts';
import { tell } from '../shell/told.tsx';
import { ReasonForm } from '../who/reason-form.tsx';
import { phoneText } from '../words/identifiers.ts';

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
      tell(`${phoneText(phone)} is no longer theirs.`);
      void whoChanged(client);
      onClose();
    },
  });
  return (
    <ReasonForm
      confirm="No longer theirs"
      placeholder="They told us they gave it up"
      isBusy={giving.isPending}
      failure={giving.error?.message}
      onConfirm={(reason) => giving.mutate(reason)}
      onCancel={onClose}
    >
      <p className="text-ink-2">
        Nothing more is sent to it, and whoever writes from it next is taken for somebody else. What was written stays.
      </p>
    </ReasonForm>
  );
}
