export const en = {
  noSuchLanguage: 'There are no texts in this language. Choose English (en) or German (de).',
  noSuchTimeZone:
    'There is no such time zone. Choose one by its name, such as Europe/Berlin; offsets know no summer time.',
  noSuchFormats: 'Choose one of these conventions: en-GB, en-US, de-DE, de-AT, de-CH.',
};
