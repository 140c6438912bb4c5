import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { type Draft, exportsKey, exportsQuery, makeExport, makeSchedule, schedulesQuery } from '../../api/exports.ts';
import { newKey } from '../../api/new-key.ts';
import { tell } from '../../shell/told.tsx';
import { useMay } from '../../shell/use-may.ts';
import { Button } from '../../ui/button.tsx';
import { SettingsFrame } from '../../ui/settings-frame.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { NoPermission } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { numberText } from '../../words/numbers.ts';
import { say } from '../../words/say.tsx';
import { ExportForm } from './export-form.tsx';
import { FilesPart } from './files-part.tsx';
import { SchedulesPart } from './schedules-part.tsx';

/** Data taken away as files. */
export function ExportsScreen() {
  const may = useMay();
  const reads = may('exports:read');
  const makes = may('exports:make');
  const files = useInfiniteQuery({ ...exportsQuery, enabled: reads });
  const schedules = useQuery({ ...schedulesQuery, enabled: reads });
  const [tab, setTab] = useState<'files' | 'schedules'>('files');
  const [asking, setAsking] = useState<string | undefined>();
  const client = useQueryClient();
  const make = useMutation({
    mutationFn: async (wanted: Draft) => {
      const once = asking ?? newKey();
      if (wanted.kind === 'once') await makeExport(wanted.draft, once);
      else await makeSchedule(wanted.draft, once);
      return wanted.kind;
    },
    onSuccess: (kind) => {
      setAsking(undefined);
      setTab(kind === 'once' ? 'files' : 'schedules');
      tell(say(kind === 'once' ? 'exports.asked' : 'exports.scheduled'));
      return client.invalidateQueries({ queryKey: exportsKey });
    },
  });
  const ask = () => {
    make.reset();
    setAsking(newKey());
  };
  const count = schedules.data?.data.length ?? 0;
  return (
    <SettingsFrame
      title={say('exports.title')}
      intro={say('exports.intro')}
      width="wide"
      actions={
        makes && (
          <Button look="main" icon={Plus} onPress={ask}>
            {say('exports.create')}
          </Button>
        )
      }
    >
      {!reads && <NoPermission />}
      {reads && (
        <Tabs
          label={say('exports.title')}
          value={tab}
          onChange={setTab}
          tabs={[
            { id: 'files', label: say('exports.files'), content: <FilesPart files={files} makes={makes} /> },
            {
              id: 'schedules',
              label: say('exports.schedules'),
              count: count === 0 ? undefined : numberText(count),
              content: <SchedulesPart schedules={schedules} makes={makes} />,
            },
          ]}
        />
      )}
      <Sheet
        title={say('exports.create')}
        isOpen={asking !== undefined}
        onOpenChange={(open) => !open && setAsking(undefined)}
      >
        <ExportForm isBusy={make.isPending} problem={make.error?.message} onSubmit={(wanted) => make.mutate(wanted)} />
      </Sheet>
    </SettingsFrame>
  );
}
