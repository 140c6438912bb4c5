import { Languages } from 'lucide-react';
import { changeSettings, useSettings } from '../theme/settings.ts';
import { type LanguageChoice, languages } from '../words/language.ts';
import { say } from '../words/say.tsx';

/** The language, for somebody at the door: each by its own name. */
export function LanguageField() {
  const { language } = useSettings();
  return (
    <label className="mt-8 flex items-center gap-2 text-ink-3">
      <Languages aria-hidden size={16} strokeWidth={1.75} className="shrink-0" />
      <span className="sr-only">{say('shell.language')}</span>
      <select
        value={language}
        onChange={(event) => changeSettings({ language: event.target.value as LanguageChoice })}
        className="field h-9! w-auto! text-m!"
      >
        <option value="system">{say('shell.languageSystem')}</option>
        {languages.map(({ id, name }) => (
          <option key={id} value={id} lang={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
