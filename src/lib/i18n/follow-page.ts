import { isLocale, baseLocale, overwriteGetLocale, type Locale } from '$lib/paraglide/runtime.js';

/**
 * In the browser the language is what the page says it is. Asking cookie and browser a second time could
 * answer differently from the server, and hydration would then mix two languages.
 */
export function followLanguageOfPage(): void {
  overwriteGetLocale(languageOfPage);
}

function languageOfPage(): Locale {
  const { lang } = document.documentElement;
  return isLocale(lang) ? lang : baseLocale;
}
