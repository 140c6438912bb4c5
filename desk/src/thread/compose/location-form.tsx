import type { SendReply } from '@throughline/contract';
import { type SubmitEvent, useState } from 'react';
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
        label="Where"
        value={where}
        onChange={setWhere}
        isFirst
        dir="ltr"
        placeholder="6.45407, 3.39467"
        hint={
          place
            ? `${place.latitude} north, ${place.longitude} east`
            : 'Coordinates, or the address of a place on a map.'
        }
        problem={
          asked && place === undefined ? 'There are no coordinates in this. Write them as 6.45407, 3.39467.' : undefined
        }
      />
      <Field
        label="Name"
        value={name}
        onChange={setName}
        max={1000}
        placeholder="Lagos Bikes, Marina"
        hint="Optional."
      />
      <Field label="Address" value={address} onChange={setAddress} max={1000} hint="Optional." />
      <FormEnd label="Send the place" />
    </form>
  );
}
