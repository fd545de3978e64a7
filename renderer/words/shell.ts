/** Words of the window itself: start page, top bar, settings, commands. */
export const shell = {
  en: {
    appName: 'Casewright',
  },
  fr: {
    appName: 'Casewright',
  },
} as const;
