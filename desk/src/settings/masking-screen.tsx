import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { maskingQuery, setMasking } from '../api/phones.ts';
import { tell } from '../shell/told.tsx';
import { useMay } from '../shell/use-may.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { FieldGroup } from '../ui/field.tsx';
import { SettingsFrame } from '../ui/settings-frame.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { ErrorState, NoPermission } from '../ui/states.tsx';
import { say } from '../words/say.tsx';
import { type RoleName, roleOptions } from './access/roles.ts';

/** Whose people see customers' numbers masked. */
export function MaskingScreen() {
  const may = useMay()('phones:mask');
  const masking = useQuery({ ...maskingQuery, enabled: may });
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: (roles: RoleName[]) => setMasking(roles),
    onSuccess: (now) => {
      tell(say('masking.saved'));
      client.setQueryData(maskingQuery.queryKey, now);
      // Numbers on the screen may be one's own role's.
      return client.invalidateQueries();
    },
  });
  const chosen = masking.data?.roles ?? [];
  const turn = (role: RoleName, on: boolean) =>
    save.mutate(on ? [...chosen, role] : chosen.filter((one) => one !== role));
  return (
    <SettingsFrame title={say('masking.title')} intro={say('masking.intro')}>
      {!may && <NoPermission />}
      {may && masking.isPending && <Skeleton shape="lines" />}
      {masking.isError && masking.data === undefined && (
        <ErrorState
          title={say('masking.failed')}
          detail={masking.error.message}
          onRetry={() => void masking.refetch()}
        />
      )}
      {masking.data && (
        <FieldGroup label={say('masking.maskedFor')} hint={say('masking.hint')} problem={save.error?.message}>
          {roleOptions().map(({ id, label }) => (
            <Checkbox
              key={id}
              label={label}
              isSelected={chosen.includes(id)}
              isDisabled={save.isPending}
              onChange={(on) => turn(id, on)}
            />
          ))}
        </FieldGroup>
      )}
    </SettingsFrame>
  );
}
