import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { I18nProvider } from 'react-aria-components';
import { queryClient } from './desk.ts';
import { router } from './routes.tsx';
import { useSettings } from './theme/settings.ts';

export function App() {
  const { dir } = useSettings();
  return (
    <QueryClientProvider client={queryClient}>
      {/* English either way: the script part of the tag is what turns menus and arrow keys around. */}
      <I18nProvider locale={dir === 'rtl' ? 'en-Arab' : 'en-GB'}>
        <RouterProvider router={router} />
      </I18nProvider>
    </QueryClientProvider>
  );
}
