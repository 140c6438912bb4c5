import type { ConversationDetail } from '@throughline/contract';
import { outbox } from '../../desk.ts';
import { TemplatePicker } from '../../templates/template-picker.tsx';

interface Props {
  conversation: ConversationDetail;
  onClose: () => void;
}

/** A template goes out as every message does: shown at once, kept until the server has it. */
export function SendTemplate({ conversation: { id, businessNumber }, onClose }: Props) {
  return (
    <TemplatePicker
      businessNumber={businessNumber.id}
      conversationId={id}
      onCancel={onClose}
      onSend={(name, language, values) => {
        outbox.send(id, { type: 'template', template: { name, language: { code: language }, values } });
        onClose();
      }}
    />
  );
}
