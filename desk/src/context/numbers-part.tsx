import type { Contact, ConversationDetail } from '@throughline/contract';
import { useMay } from '../shell/use-may.ts';
import { Disclosed } from '../who/disclosed.tsx';
import { say } from '../words/say.tsx';
import { ClaimForm } from './claim-form.tsx';
import { NumberAsked } from './number-asked.tsx';
import { Numbers } from './numbers.tsx';
import { Part } from './part.tsx';

interface Props {
  contact: Contact;
  conversation: ConversationDetail;
}

/** The numbers of somebody who is one account, and where one more is written down. Of several, each shows its own. */
export function NumbersPart({ contact, conversation }: Props) {
  const { id, phones, accounts } = contact;
  const may = useMay()('conversations:manage');
  const listed = accounts.length > 1 ? [] : phones;
  const asking = conversation.number;
  const tells = asking !== undefined && asking.why !== 'number_known';
  if (listed.length === 0 && !may && !tells) return null;
  return (
    <Part title={say('context.numbers')}>
      {listed.length > 0 && <Numbers phones={listed} contactId={id} person={contact} />}
      {tells && <NumberAsked conversation={conversation} asking={asking} />}
      {may && (
        <Disclosed label={say('context.addNumber')} className={`text-s ${listed.length > 0 || tells ? 'mt-2.5' : ''}`}>
          {(close) => <ClaimForm contactId={id} onClose={close} />}
        </Disclosed>
      )}
    </Part>
  );
}
