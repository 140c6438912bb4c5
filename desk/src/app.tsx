import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { I18nProvider } from 'react-aria-components';
import { queryClient } from './desk.ts';
import { NewVersion } from './installed/new-version.tsx';
import { router } from './routes.tsx';
import { useSpoken } from './theme/settings.ts';
import { locale } from './words/say.tsx';

export function App() {
  const { language, dir, key } = useSpoken();
  useAskAgain(language);
  return (
    <QueryClientProvider client={queryClient}>
      {/* English mirrored, to look at a layout: the script part of the tag is what turns menus and arrow keys around. */}
      <I18nProvider locale={language === 'en' && dir === 'rtl' ? 'en-Arab' : locale()}>
        {/* In another language everything is said anew; what is being written is kept outside of what is drawn. */}
        <RouterProvider key={key} router={router} />
        <NewVersion />
      </I18nProvider>
    </QueryClientProvider>
  );
}

/** The server's sentences that are held are in the language before. */
function useAskAgain(language: string): void {
  const asked = useRef(language);
  useEffect(() => {
    if (asked.current === language) return;
    asked.current = language;
    void queryClient.invalidateQueries();
  }, [language]);
}
