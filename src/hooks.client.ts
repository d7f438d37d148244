import { followLanguageOfPage } from '$lib/i18n/follow-page.ts';

followLanguageOfPage();
