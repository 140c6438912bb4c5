import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import { workKeys } from '../api/work.ts';

type Availability = 'available' | 'away';
const key = ['me', 'availability'] as const;

/** Whether routing gives work to whoever is signed in. `asked`: only of those who answer customers. */
export function useAvailability(asked: boolean) {
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call<{ availability: Availability }>('/api/v1/me/availability', { signal }),
    enabled: asked,
  });
  const change = useMutation({
    mutationFn: (availability: Availability) =>
      call('/api/v1/me/availability', { method: 'PUT', body: { availability } }),
    onMutate: (availability) => client.setQueryData(key, { availability }),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: key });
      void client.invalidateQueries({ queryKey: workKeys.agents });
    },
  });
  return { availability: data?.availability, set: change.mutate };
}
