import type { SendReply } from '@throughline/contract';
import { type SubmitEvent, useState } from 'react';
import { say } from '../../words/say.tsx';
import { readCoordinates } from './coordinates.ts';
import { Field, FormEnd } from './field.tsx';

/** A place, typed or pasted from any map. */
export function LocationForm({ onSend }: { onSend: (content: SendReply) => void }) {
  const [where, setWhere] = useState('');
  const [name, setName] = useState('');
  const [address, setAddress] = useState('');
  const [asked, setAsked] = useState(false);
  const place = readCoordinates(where);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setAsked(true);
    if (place === undefined) return;
    const words = { ...(name.trim() && { name: name.trim() }), ...(address.trim() && { address: address.trim() }) };
    onSend({ type: 'location', location: { ...place, ...words } });
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-3">
      <Field
        label={say('compose.where')}
        value={where}
        onChange={setWhere}
        isFirst
        dir="ltr"
        placeholder="6.45407, 3.39467"
        hint={
          place
            ? say('compose.coordinates', { latitude: String(place.latitude), longitude: String(place.longitude) })
            : say('compose.whereHint')
        }
        problem={asked && place === undefined ? say('compose.noCoordinates') : undefined}
      />
      <Field
        label={say('compose.name')}
        value={name}
        onChange={setName}
        max={1000}
        placeholder={say('compose.nameHint')}
        hint={say('common.optional')}
      />
      <Field
        label={say('compose.address')}
        value={address}
        onChange={setAddress}
        max={1000}
        hint={say('common.optional')}
      />
      <FormEnd label={say('compose.sendPlace')} />
    </form>
  );
}
