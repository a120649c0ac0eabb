import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** The page's own language; what the bot writes follows the reader's language in Slack. */
export type Language = 'en' | 'ja';

export const LanguageContext = createContext<Language>('en');

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** The words of one part of the page: `const words = useWords(slackWords)`. */
export function useWords<Words>(inEveryLanguage: Record<Language, Words>): Words {
  return inEveryLanguage[useLanguage()];
}
