import { useEffect, useState } from 'preact/hooks';
import type { Language } from '../language.ts';

const key = 'boarding-pass language';

/** What was chosen here, else what the sandbox was started in, else the browser's own. */
export function usePageLanguage(ofWorld: Language | undefined): [Language, (language: Language) => void] {
  const [chosen, setChosen] = useState(localStorage.getItem(key));
  const language = languageOf(chosen ?? ofWorld ?? navigator.language);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  return [
    language,
    (wanted) => {
      localStorage.setItem(key, wanted);
      setChosen(wanted);
    },
  ];
}

const languageOf = (tag: string): Language => (tag.startsWith('ja') ? 'ja' : 'en');
