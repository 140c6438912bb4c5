import { type FormEvent, type ReactNode, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Fields, FormEnd } from '../../ui/field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { say } from '../../words/say.tsx';

export interface SystemFormProps<Draft> {
  initial?: Draft;
  /** The words of the button. */
  submit: string;
  isBusy: boolean;
  problem: string | undefined;
  onSubmit: (draft: Draft) => void;
}

interface Props extends Omit<SystemFormProps<{ name: string; url: string }>, 'initial'> {
  initial: { name: string; url: string } | undefined;
  urlHint: string;
  /** Something is left to choose yet. */
  lacks: boolean;
  children: ReactNode;
}

/** What a system is called and where it is; `children` ask for the rest. */
export function SystemForm({ initial, urlHint, submit, isBusy, problem, lacks, onSubmit, children }: Props) {
  const [name, setName] = useState(initial?.name ?? '');
  const [url, setUrl] = useState(initial?.url ?? '');
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSubmit({ name, url });
  };
  return (
    <form onSubmit={send}>
      <Fields>
        <TextField label={say('webhooks.name')} value={name} onChange={setName} isRequired autoFocus />
        <TextField label={say('webhooks.url')} hint={urlHint} dir="ltr" value={url} onChange={setUrl} isRequired />
        {children}
        <FormEnd problem={problem}>
          <Button look="main" type="submit" isPending={isBusy} isDisabled={lacks}>
            {submit}
          </Button>
        </FormEnd>
      </Fields>
    </form>
  );
}
