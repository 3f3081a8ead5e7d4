export const en = {
  preferences: 'Preferences',
  preferencesLead: 'For you alone. Mails to you use them too.',
  language: 'Language',
  timeZone: 'Time zone',
  timeZoneHelp: ({ time }: { time: string }) => `It is ${time} there now.`,
  formats: 'Dates and numbers',
  asBrowser: 'As in the browser',
  formatLocales: {
    'en-GB': 'English (United Kingdom)',
    'en-US': 'English (United States)',
    'de-DE': 'German (Germany)',
    'de-AT': 'German (Austria)',
    'de-CH': 'German (Switzerland)',
  },
};
