import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { setSignInPolicy, signInPolicyQuery } from '../../api/access.ts';
import { tell } from '../../shell/told.tsx';
import { useMay } from '../../shell/use-may.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { FieldGroup } from '../../ui/field.tsx';
import { SettingsFrame } from '../../ui/settings-frame.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ErrorState, NoPermission } from '../../ui/states.tsx';
import { say } from '../../words/say.tsx';
import { type RoleName, roleOptions } from './roles.ts';

/** Who must have a second factor. */
export function SignInPolicyScreen() {
  const may = useMay();
  const policy = useQuery({ ...signInPolicyQuery, enabled: may('sign-in:read') });
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: (roles: RoleName[]) => setSignInPolicy(roles),
    onSuccess: () => {
      tell(say('access.policySaved'));
      // One's own session may be the first it holds for.
      return client.invalidateQueries();
    },
  });
  const chosen = policy.data?.secondFactorRoles ?? [];
  const turn = (role: RoleName, on: boolean) =>
    save.mutate(on ? [...chosen, role] : chosen.filter((one) => one !== role));
  return (
    <SettingsFrame title={say('access.policy')} intro={say('access.policyIntro')}>
      {!may('sign-in:read') && <NoPermission />}
      {may('sign-in:read') && policy.isPending && <Skeleton shape="lines" />}
      {policy.isError && policy.data === undefined && (
        <ErrorState
          title={say('access.policyFailed')}
          detail={policy.error.message}
          onRetry={() => void policy.refetch()}
        />
      )}
      {policy.data && (
        <FieldGroup label={say('access.required')} hint={say('access.requiredHint')} problem={save.error?.message}>
          {roleOptions().map(({ id, label }) => (
            <Checkbox
              key={id}
              label={label}
              isSelected={chosen.includes(id)}
              isDisabled={!may('sign-in:manage') || save.isPending}
              onChange={(on) => turn(id, on)}
            />
          ))}
        </FieldGroup>
      )}
    </SettingsFrame>
  );
}
