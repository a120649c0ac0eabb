/** A language as its own readers call it: `ja-JP` → 日本語. */
export function languageName(locale: string): string {
  try {
    const [language = locale] = locale.split('-');
    return new Intl.DisplayNames([locale], { type: 'language' }).of(language) ?? locale;
  } catch {
    return locale;
  }
}
